import type * as z from 'zod';
import type { CalendarDate } from '../grid';
import type { ActionField } from './action-field';
import { ACTION_FIELDS, type FieldKey } from './action-fields';
import type { ActionInPlan } from './action-in-plan';

/** Every field with its key, in the order of All priorities. */
export const FIELDS: readonly (ActionField & { readonly key: FieldKey })[] = (Object.keys(ACTION_FIELDS) as FieldKey[]).map((key) => ({
  ...ACTION_FIELDS[key],
  key,
}));

/** Fields that Changes tells of. */
export type ComparedField = Exclude<FieldKey, 'directorate'>;
export const COMPARED_FIELDS = FIELDS.filter(({ isCompared }) => isCompared).map(({ key }) => key as ComparedField);

/** Every field of an action in words; see `ActionField.words`. */
export function fieldsInWords(one: ActionInPlan, planDate: CalendarDate): Readonly<Record<FieldKey, string>> {
  return Object.fromEntries(FIELDS.map(({ key, words }) => [key, words(one, planDate)])) as Record<FieldKey, string>;
}

/** An action of which nothing is known. */
export const EMPTY_FIELDS = Object.fromEntries(FIELDS.map(({ key }) => [key, ''])) as Readonly<Record<FieldKey, string>>;

type Fields = typeof ACTION_FIELDS;
type InJson = { [Key in FieldKey]: Fields[Key] extends { readonly json: unknown } ? Key : never }[FieldKey];
/** The fields' part of the schema of an action in plan.json. */
type FieldSchemas = { [Key in InJson]: Fields[Key]['json']['schema'] };

export const FIELD_SCHEMAS = Object.fromEntries(
  FIELDS.flatMap(({ key, json }) => (json === undefined ? [] : [[key, json.schema]])),
) as unknown as FieldSchemas;

/** What plan.json says of an action's fields. */
export function fieldsJson(one: ActionInPlan): { [Key in InJson]: z.infer<FieldSchemas[Key]> } {
  const values = FIELDS.flatMap(({ key, json }) => (json === undefined ? [] : [[key, json.value(one)]]));
  return Object.fromEntries(values) as { [Key in InJson]: z.infer<FieldSchemas[Key]> };
}
