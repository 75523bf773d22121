import type { Cell } from '../../domain/grid';
import { ExcelConnection } from './excel-connection';
import { type IsSetSupported, officeSupports } from './requirement-sets';
import { type StartTimer, startTimer } from './wait-for-office';

/** Options of the adapter; a field left out has the value that is right inside Excel. */
export interface OfficeOptions {
  readonly isSetSupported?: IsSetSupported;
  /** The workbook's address or path as the host knows it; "" for a book never saved. */
  readonly documentUrl?: () => string;
  /** Whether the workbook is open for viewing alone; see `officeIsViewOnly`. */
  readonly isViewOnly?: () => boolean;
  /** Milliseconds to wait for an answer before a request is given up. */
  readonly silentAfter?: number;
  /** Starts the timer for that limit; tests pass their own. */
  readonly after?: StartTimer;
  /** Most bytes of one request or one response. */
  readonly payloadLimit?: number;
  /** Awaited while a large request is made, so that the pane draws and hears clicks; it need not wait each time. */
  readonly pause?: () => Promise<void>;
}

/** A cell's address inside its sheet, for `Cell`s by place. */
export type CellRows = Map<number, Map<number, Cell>>;

/** What every part of the adapter works with. */
export interface OfficeSetting {
  readonly excel: typeof Excel;
  readonly isSetSupported: IsSetSupported;
  readonly documentUrl: () => string;
  readonly isViewOnly: () => boolean;
  readonly payloadLimit: number;
  readonly pause: () => Promise<void>;
  /** A new connection for each user command, so that its round trips are counted apart. */
  readonly openConnection: () => ExcelConnection;
}

/** Excel on the web takes and gives 5 MB at a time; the difference allows for what our count of the values' JSON leaves out. */
const PAYLOAD_LIMIT = 4_700_000;

/** Milliseconds; long enough for 5 MB on a slow connection, short enough for a user who waits. */
const SILENT_AFTER = 60_000;

export function officeSetting(excel: typeof Excel, options: OfficeOptions): OfficeSetting {
  const silentAfter = options.silentAfter ?? SILENT_AFTER;
  const after = options.after ?? startTimer;
  return {
    excel,
    isSetSupported: options.isSetSupported ?? officeSupports,
    documentUrl: options.documentUrl ?? officeUrl,
    isViewOnly: options.isViewOnly ?? officeIsViewOnly,
    payloadLimit: options.payloadLimit ?? PAYLOAD_LIMIT,
    pause: options.pause ?? (() => Promise.resolve()),
    openConnection: () => new ExcelConnection(excel, silentAfter, after),
  };
}

/** Null on some hosts until the book is saved, though its type does not say so. */
function officeUrl(): string {
  if (typeof Office === 'undefined') return '';
  const document = Office.context.document as Office.Document | undefined;
  return (document?.url as string | null | undefined) ?? '';
}

/**
 * In Excel on the web a workbook can be open in Viewing mode: everything is read, and every write ends with AccessDenied (Office.Document.mode;
 * Office.DocumentMode). In Protected View on the desktop no add-in runs before the user chooses Enable Editing.
 */
function officeIsViewOnly(): boolean {
  if (typeof Office === 'undefined') return false;
  const document = Office.context.document as Office.Document | undefined;
  return (document?.mode as string | undefined) === 'readOnly';
}
