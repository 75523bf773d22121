import type { Action } from '../reading';

/** An indicator beside an action, and who put it there. */
export interface ServedIndicator {
  readonly id: string;
  readonly state: 'written' | 'confirmed' | 'suggested';
  /** 1 for written and confirmed; a suggestion's own between 0 and 1. */
  readonly score: number;
  /** Words of the row that earned it. */
  readonly why: readonly string[];
}

/** What the fields of an action are taken from: its row as read, and the indicators that the plan gives it. */
export interface ActionInPlan {
  readonly action: Action;
  readonly indicators: readonly ServedIndicator[];
}
