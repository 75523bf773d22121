import { HostError } from '../host-error';
import { type HostClass, asBoolean, asColour, asNumber, asText, asWord } from '../host-object';
import { type LookValue } from '../host-sheet';

/** How one look is checked on its way in, and what it is where nobody set it. */
export interface LookRule {
  readonly otherwise: LookValue;
  readonly read: (value: unknown) => LookValue;
}

export const bool = (otherwise: boolean): LookRule => ({ otherwise, read: asBoolean });
export const text = (otherwise: string): LookRule => ({ otherwise, read: asText });
export const colour = (otherwise: string): LookRule => ({ otherwise, read: asColour });
export const word = (otherwise: string, words: readonly string[]): LookRule => ({ otherwise, read: (value) => asWord(value, words) });

/** A number within bounds, both inclusive. */
export const number = (otherwise: number, least: number, most: number): LookRule => ({
  otherwise,
  read: (value) => {
    const given = asNumber(value);
    if (given < least || given > most) throw new HostError('InvalidArgument');
    return given;
  },
});

/** The getters and setters of a class whose properties are looks kept by path, such as a font's. */
export function lookAccess<T>(
  rules: Readonly<Record<string, LookRule>>,
  at: (name: string) => string,
  read: (target: T, path: string, otherwise: LookValue) => LookValue,
  write: (target: T, path: string, value: LookValue) => void,
): Required<Pick<HostClass<T>, 'get' | 'set'>> {
  const get: Record<string, (target: T) => unknown> = {};
  const set: Record<string, (target: T, value: unknown) => void> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const path = at(name);
    get[name] = (target) => read(target, path, rule.otherwise);
    set[name] = (target, value) => write(target, path, rule.read(value));
  }
  return { get, set };
}
