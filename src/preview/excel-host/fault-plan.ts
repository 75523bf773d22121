import { type HostErrorCode, messageFor } from './host-error';

/** Errors that tests plan. Requests are counted from zero in the order they reach the host (`host.requests[n]`). */
export interface FaultPlan {
  /** Action `action` (zero-based) of the request fails; those before it stay done. */
  failAt(request: number, action: number, code?: HostErrorCode): void;
  /** Every request from this one on is refused before its first action. */
  failFrom(request: number, code?: HostErrorCode): void;
  /** The request is never answered. `done` says whether its actions are carried out all the same, as may happen on the web; default true. */
  hang(request: number, done?: boolean): void;
  /** The request is carried out at once but answered only when the returned function is called. */
  late(request: number): () => void;
  /** Runs just before a request is carried out: what a co-author does between two requests. */
  before(request: number, act: () => void): void;
  clear(): void;
}

interface LateAnswer {
  readonly request: number;
  readonly answered: Promise<void>;
}

export interface ActionFault {
  readonly code: HostErrorCode;
  readonly message: string;
}

/** The plan: tests fill it and the host reads it. */
export class Faults implements FaultPlan {
  #at: { readonly request: number; readonly action: number; readonly code: HostErrorCode }[] = [];
  #from: { readonly request: number; readonly code: HostErrorCode } | null = null;
  #hung: { readonly request: number; readonly done: boolean }[] = [];
  #late: LateAnswer[] = [];

  #before = new Map<number, () => void>();

  failAt(request: number, action: number, code: HostErrorCode = 'GeneralException'): void {
    this.#at.push({ request, action, code });
  }

  failFrom(request: number, code: HostErrorCode = 'GeneralException'): void {
    this.#from = { request, code };
  }

  hang(request: number, done = true): void {
    this.#hung.push({ request, done });
  }

  late(request: number): () => void {
    let release = (): void => undefined;
    const answered = new Promise<void>((resolve) => (release = resolve));
    this.#late.push({ request, answered });
    return () => release();
  }

  before(request: number, act: () => void): void {
    this.#before.set(request, act);
  }

  /** Does what was to happen before a request. */
  arrive(request: number): void {
    this.#before.get(request)?.();
  }

  clear(): void {
    this.#before = new Map();
    this.#at = [];
    this.#from = null;
    this.#hung = [];
    this.#late = [];
  }

  actionFault(request: number, action: number): ActionFault | null {
    const fault =
      this.#from !== null && request >= this.#from.request
        ? this.#from
        : this.#at.find((at) => at.request === request && at.action === action);
    return fault === undefined ? null : { code: fault.code, message: messageFor(fault.code) };
  }

  hungOf(request: number): { readonly done: boolean } | null {
    return this.#hung.find((hung) => hung.request === request) ?? null;
  }

  lateOf(request: number): Promise<void> | null {
    return this.#late.find((late) => late.request === request)?.answered ?? null;
  }
}
