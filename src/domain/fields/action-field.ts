import type * as z from 'zod';
import type { Framework } from '../framework';
import type { CalendarDate } from '../grid';
import type { Action } from '../reading';
import type { ActionInPlan } from './action-in-plan';
import type { MeansSame } from './same-meaning';

/** The lists that a drop-down offers: the framework's statuses and outcome codes, and the words for costs. */
export type FieldList = 'sharedOutcome' | 'cost' | 'status';

/** How a template asks for a field. */
export interface TemplateField {
  /** In characters. */
  readonly width: number;
  /** Stands over the heading; a few words, or the line grows taller than the table's rows. */
  readonly hint: string;
  /** Stands on the sheet that explains how to fill the table in. */
  readonly guidance: string;
  readonly example: string;
}

/**
 * One field of an action, with all that the plan does with it. A place that a field leaves out does not show it. A field that only
 * repeats what a cell says needs an entry here and its heading's words in `reading/heading-words.ts`; see docs/adding.md.
 */
export interface ActionField {
  /** On All priorities and in Changes. */
  readonly heading: string;
  /** The field in words, as All priorities shows it and runs compare it: a date as ISO date, "" for nothing. */
  readonly words: (one: ActionInPlan, planDate: CalendarDate) => string;
  readonly isDate?: true;
  /** Whether Changes tells when it differs. The directorate is not compared: a row that moves to another is another row. */
  readonly isCompared: boolean;
  /** Its column on All priorities; what the user types there stands before what was sent. */
  readonly column: { readonly width: number };
  /** Whether what the user typed says the same as what was sent. Left out where only the same words do. */
  readonly meansSame?: (framework: Framework) => MeansSame;
  /** What its drop-downs offer; the outcomes of All priorities have none. */
  readonly list?: FieldList;
  /** The heading of forms and papers, where it is not that of All priorities. */
  readonly sentAs?: string;
  readonly template?: (framework: Framework) => TemplateField;
  /** In a return pack; `heading` where the pack shows it as what the plan said last time. */
  readonly pack?: { readonly width: number; readonly heading?: string; readonly hint?: string };
  /** In Appendix B: its share of the table's width, and its words as they were sent. */
  readonly paper?: { readonly share: number; readonly words: (action: Action) => string };
  /** In plan.json, under its key. */
  readonly json?: { readonly schema: z.ZodType; readonly value: (one: ActionInPlan) => unknown };
}
