import { type FieldKey, type FieldList, FIELDS, sentHeading, type TemplateField } from '../fields';
import type { Framework } from '../framework';

/** A heading of the table that a directorate fills in, with what helps an officer to do so. */
export interface TemplateHeading extends TemplateField {
  readonly key: FieldKey;
  readonly heading: string;
  /** The list that its drop-down offers; null for none. */
  readonly list: FieldList | null;
}

/** In the order in which they are printed. */
export function templateHeadings(framework: Framework): TemplateHeading[] {
  return FIELDS.flatMap((field) => {
    const { key, list, template } = field;
    return template === undefined ? [] : [{ key, heading: sentHeading(field, framework), list: list ?? null, ...template(framework) }];
  });
}
