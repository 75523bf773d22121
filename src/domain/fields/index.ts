export type { FieldList, TemplateField } from './action-field';
export { ACTION_FIELDS, type FieldKey } from './action-fields';
export type { ActionInPlan, ServedIndicator } from './action-in-plan';
export { COMPARED_FIELDS, type ComparedField, EMPTY_FIELDS, FIELD_SCHEMAS, FIELDS, fieldsInWords, fieldsJson } from './field-lists';
export { dueInWords } from './same-meaning';
export { milestoneJson, milestoneSchema } from './milestone-json';
export { milestoneWords } from './milestone-words';
export { timescaleJson, timescaleSchema } from './timescale-json';
export { typedField } from './typed-field';
