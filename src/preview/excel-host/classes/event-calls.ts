import { type HostSession } from '../host-session';

/** The events that reach the add-in, by the word the library registers them under. */
export const EVENTS = {
  DataChangedEvent: 10,
  ActivatedEvent: 11,
  AddedEvent: 13,
  SelectionChangedEvent: 14,
  DeletedEvent: 15,
  EventNameChanged: 25,
} as const;

export type EventName = keyof typeof EVENTS;

/** `_RegisterDataChangedEvent` and its like: registering counts up, unregistering down. An event not listed fails by name. */
export function eventCalls<T>(session: (target: T) => HostSession, id: (target: T) => string): Record<string, (target: T) => undefined> {
  const calls: Record<string, (target: T) => undefined> = {};
  for (const name of Object.keys(EVENTS)) {
    for (const [verb, step] of [
      ['_Register', 1],
      ['_Unregister', -1],
    ] as const) {
      calls[`${verb}${name}`] = (target) => {
        const { registered } = session(target);
        const key = eventKey(name, id(target));
        registered.set(key, Math.max(0, (registered.get(key) ?? 0) + step));
        return undefined;
      };
    }
  }
  return calls;
}

export function eventKey(name: string, targetId: string): string {
  return `${name} ${targetId}`;
}
