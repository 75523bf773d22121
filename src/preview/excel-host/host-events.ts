import { EVENTS, type EventName, eventKey } from './classes/event-calls';
import { valueType } from './classes/range-values';
import { type HostCell } from './host-cells';
import { areaAddress } from './host-reference';
import { type HostSession } from './host-session';
import { type ChangeAuthor, type WorkbookChange } from './host-workbook';

/** One message as Office hands it to the library: `message` is JSON. */
export interface EventEntry {
  readonly messageCategory: 65536;
  readonly messageType: number;
  /** "Workbook" for the collection's event, a sheet's id for a sheet's own. */
  readonly targetId: string;
  readonly message: string;
}

/** The events that a change in the workbook causes: only those the add-in registered, and none while it has turned events off. */
export function eventEntries(session: HostSession, change: WorkbookChange): readonly EventEntry[] {
  const event = eventOf(change);
  if (event === null || !session.enableEvents) return [];
  return ['Workbook', change.sheetId]
    .filter((target) => (session.registered.get(eventKey(event.name, target)) ?? 0) > 0)
    .map((targetId) => ({ messageCategory: 65536, messageType: EVENTS[event.name], targetId, message: JSON.stringify(event.message) }));
}

interface HostEvent {
  readonly name: EventName;
  readonly message: Readonly<Record<string, unknown>>;
}

function eventOf(change: WorkbookChange): HostEvent | null {
  const common = { worksheetId: change.sheetId, source: change.by === 'co-author' ? 'Remote' : 'Local' };
  switch (change.what) {
    case 'cells':
      return {
        name: 'DataChangedEvent',
        message: {
          ...common,
          address: areaAddress(change.area),
          changeType: change.how ?? 'RangeEdited',
          triggerSource: trigger(change.by),
          shiftDirection: 'None',
          referenceId: `${change.sheetId}|${areaAddress(change.area)}`,
          ...details(change.before, change.after),
        },
      };
    case 'selection':
      return { name: 'SelectionChangedEvent', message: { worksheetId: change.sheetId, address: areaAddress(change.area) } };
    case 'sheet added':
      return { name: 'AddedEvent', message: common };
    case 'sheet removed':
      return { name: 'DeletedEvent', message: common };
    case 'sheet renamed':
      return { name: 'EventNameChanged', message: { ...common, nameBefore: change.before, nameAfter: change.after } };
    case 'sheet activated':
      return { name: 'ActivatedEvent', message: { worksheetId: change.sheetId } };
    case 'sheet':
      return null;
  }
}

/** Only edits of one cell carry what it held before and holds now. */
function details(before: HostCell | null, after: HostCell | null): Readonly<Record<string, unknown>> {
  if (before === null || after === null) return {};
  return {
    valueBefore: before.value ?? '',
    valueAfter: after.value ?? '',
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

function trigger(by: ChangeAuthor): string {
  return by === 'add-in' ? 'ThisLocalAddin' : 'Unknown';
}
