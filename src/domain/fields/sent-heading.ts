import { type Framework, inOwnWords } from '../framework';
import type { ActionField } from './action-field';

/** A field's heading in what directorates fill in and on paper, with the council's own word for an outcome. */
export function sentHeading({ heading, sentAs }: Pick<ActionField, 'heading' | 'sentAs'>, framework: Pick<Framework, 'words'>): string {
  return inOwnWords(sentAs ?? heading, framework);
}
