import { HostError } from '../host-error';
import { type HostClass, type HostObject, asBoolean, asText, asWord, hostObject } from '../host-object';
import { type HostSession } from '../host-session';
import { parseReference } from '../host-reference';
import { range } from './range-class';
import { commentCollection, nameCollection, settingCollection } from './small-collections';
import { tableCollection } from './table-class';
import { worksheetCollection } from './worksheet-class';

const CALCULATION_MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'];

const APPLICATION: HostClass<HostSession> = {
  name: 'Application',
  get: {
    CalculationMode: ({ workbook }) => workbook.calculationMode,
    CalculationState: () => 'Done',
    CalculationEngineVersion: () => 191029,
  },
  set: { CalculationMode: ({ workbook }, value) => void (workbook.calculationMode = asWord(value, CALCULATION_MODES)) },
  call: {
    // Both end with the sync that carries them, and this host draws and calculates nothing meanwhile.
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
    Calculate: () => undefined,
  },
};

const RUNTIME: HostClass<HostSession> = {
  name: 'Runtime',
  get: { EnableEvents: ({ enableEvents }) => enableEvents },
  set: { EnableEvents: (session, value) => void (session.enableEvents = asBoolean(value)) },
};

/** Protection of the workbook's structure. */
const PROTECTION: HostClass<HostSession> = {
  name: 'WorkbookProtection',
  get: { Protected: ({ workbook }) => workbook.isStructureProtected },
};

const WORKBOOK: HostClass<HostSession> = {
  name: 'Workbook',
  get: { Name: ({ workbook }) => workbook.name, IsDirty: () => true, ReadOnly: ({ workbook }) => workbook.isReadOnly },
  open: {
    Worksheets: worksheetCollection,
    Tables: (session) => tableCollection({ session, sheet: null }),
    Names: nameCollection,
    Settings: settingCollection,
    Comments: commentCollection,
    Protection: (session) => hostObject(PROTECTION, session),
    Application: (session) => hostObject(APPLICATION, session),
    _Runtime: (session) => hostObject(RUNTIME, session),
  },
  call: {
    GetSelectedRange: (session) => range({ session, sheet: session.workbook.active, area: session.workbook.active.selection }),
    GetActiveCell: (session) => {
      const { active } = session.workbook;
      const { top, left } = active.selection;
      return range({ session, sheet: active, area: { top, left, bottom: top, right: left } });
    },
    _GetRangeForEventByReferenceId: (session, [reference]) => eventRange(session, reference),
    _GetRangeOrNullObjectForEventByReferenceId: (session, [reference]) => eventRange(session, reference),
  },
};

/** `event.getRange(context)`: the reference this host put into the event, a sheet's id and an address. */
function eventRange(session: HostSession, reference: unknown): HostObject {
  const [id = '', address = ''] = asText(reference).split('|');
  const sheet = session.workbook.findSheet(id);
  if (sheet === null) throw new HostError('ItemNotFound');
  return range({ session, sheet, area: parseReference(address).area });
}

export function workbookObject(session: HostSession): HostObject {
  return hostObject(WORKBOOK, session);
}
