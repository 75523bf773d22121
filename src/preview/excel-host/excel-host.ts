import { type BookGrid, type CalendarDate } from '../../domain/grid';
import { workbookObject } from './classes/workbook-class';
import { worksheet } from './classes/worksheet-class';
import { type FaultPlan, Faults } from './fault-plan';
import { HostError, messageFor } from './host-error';
import { type EventEntry, eventEntries } from './host-events';
import { filterTable } from './host-filters';
import { EXCEL_LIMITS, type HostLimits, type HostSession } from './host-session';
import { type BookSnapshot, snapshotOf } from './host-snapshot';
import { type ChangeAuthor, HostWorkbook } from './host-workbook';
import { ACTION, type WireResponse, readRequest } from './protocol';
import { RequestExecutor } from './request-executor';
import { EVERYTHING, type RequirementSets } from './requirement-sets';

export interface HostOptions {
  /** The day a date typed without a year belongs to; the machine's today unless given. */
  readonly today?: CalendarDate;
  readonly limits?: Partial<HostLimits>;
  /** What `isSetSupported` answers; lower it to be an older Excel. */
  readonly requirements?: RequirementSets;
  readonly platform?: 'PC' | 'OfficeOnline' | 'Mac';
  /** Awaited before each answer: Excel works in a process of its own, so that the pane draws and hears clicks between two requests. */
  readonly turn?: () => Promise<void>;
}

/** One request as it reached the host. */
export interface HostRequest {
  /** Bytes of the request's JSON, and below of the answer's, in UTF-8. */
  readonly bytes: number;
  readonly answerBytes: number;
  readonly actions: number;
  /** In the order sent: "set Range.values" is "Values"; instantiations are left out. */
  readonly names: readonly string[];
  /** Excel's code when it failed, else null. */
  readonly error: string | null;
}

export interface ExcelHost {
  readonly workbook: HostWorkbook;
  /** Every request so far, the library's own cleanups included. */
  readonly requests: readonly HostRequest[];
  readonly faults: FaultPlan;
  /** What this host could not do as Excel would, in sentences; empty when there was nothing. */
  readonly reports: readonly string[];
  readonly options: Required<Omit<HostOptions, 'limits' | 'requirements'>> & { readonly limits: HostLimits; requirements: RequirementSets };
  /** While true Excel refuses requests, unless they asked to wait with `delayForCellEdit`; those run when it is false again. */
  cellEditing: boolean;
  /** How many objects the library keeps on the host; a number that only grows means a leak. */
  readonly keptObjects: number;
  /** Types a text into one cell, as the user or a co-author would, and fires onChanged. */
  fireEdit(sheet: string, address: string, text: string, by?: Exclude<ChangeAuthor, 'add-in'>): void;
  /** Selects cells as the user would and fires onSelectionChanged. */
  select(sheet: string, address: string): void;
  /** Filters a column of a table by the words its cells show, as the user would. */
  filter(table: string, heading: string, values: readonly string[]): void;
  snapshot(): BookSnapshot;
  /** Events go to the library on a later turn, as in Excel; this waits until those so far are delivered. */
  eventsDelivered(): Promise<void>;
  /** For `installHost`: answers one request. */
  answer(body: unknown, flags: number): Promise<WireResponse>;
  /** For `installHost`: sets the function that receives events. */
  deliverTo(sink: (entry: EventEntry) => void): void;
}

/** The flag that `delayForCellEdit` adds to a request. */
const WAIT_FOR_CELL_EDIT = 64;

export function createExcelHost(book?: BookGrid, options: HostOptions = {}): ExcelHost {
  return new Host(book, options);
}

class Host implements ExcelHost {
  readonly workbook: HostWorkbook;
  readonly faults = new Faults();
  readonly options: ExcelHost['options'];
  readonly #requests: HostRequest[] = [];

  readonly #executor: RequestExecutor;
  #received = 0;
  #sink: (entry: EventEntry) => void = () => undefined;
  #delivered: Promise<void> = Promise.resolve();
  #editing = false;
  #waiting: (() => void)[] = [];

  constructor(book: BookGrid | undefined, options: HostOptions) {
    this.options = {
      today: options.today ?? machineToday(),
      limits: { ...EXCEL_LIMITS, ...options.limits },
      requirements: options.requirements ?? EVERYTHING,
      platform: options.platform ?? 'PC',
      turn: options.turn ?? (() => Promise.resolve()),
    };
    this.workbook = HostWorkbook.from(book, this.options.today);
    const session: HostSession = {
      workbook: this.workbook,
      limits: this.options.limits,
      registered: new Map(),
      enableEvents: true,
      sheetObject: (sheet) => worksheet(session, sheet),
    };
    this.#executor = new RequestExecutor(workbookObject(session));
    this.workbook.subscribe((change) => {
      for (const entry of eventEntries(session, change)) this.#deliver(entry);
    });
  }

  get requests(): readonly HostRequest[] {
    return this.#requests;
  }

  get reports(): readonly string[] {
    return this.workbook.reports;
  }

  get keptObjects(): number {
    return this.#executor.keptCount;
  }

  get cellEditing(): boolean {
    return this.#editing;
  }

  set cellEditing(editing: boolean) {
    this.#editing = editing;
    if (!editing) for (const go of this.#waiting.splice(0)) go();
  }

  fireEdit(sheet: string, address: string, text: string, by: Exclude<ChangeAuthor, 'add-in'> = 'user'): void {
    const target = this.workbook.sheet(sheet);
    const { top, left } = this.workbook.areaOn(target, address);
    this.workbook.type(target, top, left, text, by);
  }

  select(sheet: string, address: string): void {
    const target = this.workbook.sheet(sheet);
    this.workbook.select(target, this.workbook.areaOn(target, address), 'user');
  }

  filter(table: string, heading: string, values: readonly string[]): void {
    filterTable(this.workbook, { table, heading, values });
  }

  snapshot(): BookSnapshot {
    return snapshotOf(this.workbook);
  }

  eventsDelivered(): Promise<void> {
    return this.#delivered;
  }

  /** For `installHost`: sets the function that receives events. */
  deliverTo(sink: (entry: EventEntry) => void): void {
    this.#sink = sink;
  }

  async answer(body: unknown, flags: number): Promise<WireResponse> {
    if (this.#editing && (flags & WAIT_FOR_CELL_EDIT) !== 0) await new Promise<void>((go) => this.#waiting.push(go));
    const number = this.#received++;
    this.faults.arrive(number);
    const hung = this.faults.hungOf(number);
    if (hung?.done !== false) {
      await this.options.turn();
      const response = this.#work(body, number);
      await this.faults.lateOf(number);
      if (hung === null) return response;
    }
    return new Promise<WireResponse>(() => undefined);
  }

  #work(body: unknown, number: number): WireResponse {
    const json = typeof body === 'string' ? body : JSON.stringify(body);
    const bytes = bytesOf(json);
    const request = readRequest(json);
    const record = {
      bytes,
      actions: request.actions.length,
      names: request.actions.flatMap(({ type, name }) => (type === ACTION.instantiate || name === '' ? [] : [name])),
    };
    const refused = this.#editing
      ? 'InvalidOperationInCellEditMode'
      : bytes > this.options.limits.payloadBytes
        ? 'RequestPayloadSizeLimitExceeded'
        : null;
    if (refused !== null) return this.#refuse(number, record, refused);
    const outcome = this.#executor.execute(request, (index) => {
      const fault = this.faults.actionFault(number, index);
      if (fault !== null) throw new HostError(fault.code, fault.message);
    });
    const response: WireResponse = {
      HttpStatusCode: outcome.error === null ? 200 : 400,
      ErrorCode: '',
      ErrorMessage: '',
      Headers: {},
      Body: { Error: outcome.error, Results: outcome.results, TraceIds: outcome.traces },
    };
    const answerBytes = bytesOf(JSON.stringify(response.Body));
    // By then the actions have been carried out; only the answer is too large to send.
    if (answerBytes > this.options.limits.payloadBytes) return this.#refuse(number, record, 'ResponsePayloadSizeLimitExceeded');
    this.#requests[number] = { ...record, answerBytes, error: outcome.error?.Code ?? null };
    return response;
  }

  #refuse(number: number, record: Pick<HostRequest, 'bytes' | 'actions' | 'names'>, code: string): WireResponse {
    this.#requests[number] = { ...record, answerBytes: 0, error: code };
    return {
      HttpStatusCode: code.includes('Payload') ? 413 : 400,
      ErrorCode: code,
      ErrorMessage: messageFor(code),
      Headers: {},
      Body: null,
    };
  }

  #deliver(entry: EventEntry): void {
    this.#delivered = this.#delivered.then(() => new Promise<void>((done) => setTimeout(done, 0))).then(() => this.#sink(entry));
  }
}

function bytesOf(json: string): number {
  return new TextEncoder().encode(json).length;
}

function machineToday(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
