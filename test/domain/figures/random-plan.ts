import fc from 'fast-check';
import {
  NO_CHANGES,
  type PlanLines,
  type PlanPosition,
  positionOf,
  type Register,
  type Snapshot,
  type TypedFields,
} from '../../../src/domain/collation';
import type { ServedIndicator } from '../../../src/domain/fields';
import { COSTS } from '../../../src/domain/cost';
import { planFigures } from '../../../src/domain/figures';
import { type Finding, SEVERITIES } from '../../../src/domain/findings';
import { type Framework, kent2025 } from '../../../src/domain/framework';
import type { PlanSubject } from '../../../src/domain/sheets';
import { actionOf } from '../collation/action-of';

/** Sizes of a made-up council; everything else about it follows from them. */
export interface Sizes {
  readonly directorates: number;
  readonly outcomes: number;
  readonly levels: number;
  readonly statuses: number;
}

export const sizes: fc.Arbitrary<Sizes> = fc.record({
  directorates: fc.integer({ min: 1, max: 40 }),
  outcomes: fc.integer({ min: 1, max: 15 }),
  levels: fc.integer({ min: 0, max: 12 }),
  statuses: fc.integer({ min: 1, max: 12 }),
});

export function frameworkOf({ directorates, outcomes, levels, statuses }: Sizes): Framework {
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
  const kent = kent2025();
  return {
    ...kent,
    directorates: numbers(directorates).map((n) => ({ name: `Directorate ${String(n)}`, shortCode: `D${String(n)}`, otherNames: [] })),
    outcomes: numbers(outcomes).map((n) => ({ code: `SO${String(n)}`, titles: [`Outcome ${String(n)}`] })),
    levels: numbers(levels).map((n) => ({ id: `L${String(n)}`, title: `Level ${String(n)}`, narrative: '' })),
    indicators: numbers(levels === 0 ? 0 : 20).map((n) => ({
      id: `${String(n)}.1`,
      level: `L${String(((n * 7) % levels) + 1)}`,
      text: `Indicator ${String(n)}`,
      meansOfVerification: '',
      notes: '',
      status: n % 3 === 0 ? 'work in progress' : 'agreed',
    })),
    concepts: [],
    vocabularies: {
      ...kent.vocabularies,
      statuses: numbers(statuses).map((n) => ['on track', 'complete', 'delayed'][n - 1] ?? `state ${String(n)}`),
    },
  };
}

/** One action of a plan, by numbers: a directorate beyond the framework's is another one, 0 is none; the same for outcomes and statuses. */
interface Row {
  readonly directorate: number;
  /** An other directorate is known by words alone, or is one of an older framework. */
  readonly inWords: boolean;
  readonly kind: 'action' | 'service';
  readonly outcomes: readonly number[];
  readonly status: number;
  readonly cost: number;
  readonly end: string | null;
  readonly typed: { readonly cost?: string; readonly status?: string };
  readonly indicators: readonly number[];
}

const row: fc.Arbitrary<Row> = fc.record({
  directorate: fc.integer({ min: 0, max: 43 }),
  inWords: fc.boolean(),
  kind: fc.constantFrom('action', 'action', 'action', 'service'),
  outcomes: fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { maxLength: 4 }),
  status: fc.integer({ min: 0, max: 14 }),
  cost: fc.integer({ min: 0, max: COSTS.length - 1 }),
  end: fc.constantFrom(null, null, '1905-03', '2024-11', '2025-06', '2026-03', '2027-12', '2031-01', '9998-12'),
  typed: fc.record(
    {
      cost: fc.constantFrom('free', 'No Cost', '', 'ask finance'),
      status: fc.constantFrom('ON TRACK', 'parked', '', ' complete '),
    },
    { requiredKeys: [] },
  ),
  indicators: fc.uniqueArray(fc.integer({ min: 1, max: 21 }), { maxLength: 3 }),
});

export interface RandomPlan {
  readonly rows: readonly Row[];
  readonly findings: readonly Finding['severity'][];
  readonly gone: number;
  /** The plan of the quarter before; null for a first one. */
  readonly before: readonly Row[] | null;
}

export const plans: fc.Arbitrary<RandomPlan> = fc.record({
  rows: fc.array(row, { maxLength: 50 }),
  findings: fc.array(fc.constantFrom(...SEVERITIES), { maxLength: 8 }),
  gone: fc.integer({ min: 0, max: 3 }),
  before: fc.option(fc.array(row, { maxLength: 50 })),
});

const NO_LINES: PlanLines = { measures: [], activities: [], gone: [] };

const PLAN_DATE = { year: 2025, month: 1, day: 30 };

function registerOf(rows: readonly Row[], framework: Framework, gone: number): Register {
  return {
    actions: rows.map((one, index) => {
      const isKnown = one.directorate >= 1 && one.directorate <= framework.directorates.length;
      const name = one.directorate === 0 ? '' : `Directorate ${String(one.directorate)}`;
      const status = one.status === 0 ? null : (framework.vocabularies.statuses[one.status - 1] ?? `unheard of ${String(one.status)}`);
      const made = actionOf({ directorate: isKnown || (!one.inWords && name !== '') ? name : null, commitment: `Action ${String(index)}` });
      const states = ['written', 'suggested', 'confirmed'] as const;
      return {
        ref: `R-${String(index)}`,
        by: 'new' as const,
        action: {
          ...made,
          directorateText: name,
          kind: one.kind,
          status,
          theme: index % 3 === 0 ? null : `Theme ${String(index % 4)}`,
          outcomes: { ...made.outcomes, codes: one.outcomes.map((n) => `SO${String(n)}`) },
          cost: { ...made.cost, cost: COSTS[one.cost] ?? 'no cost' },
          timescale: { ...made.timescale, end: one.end },
        },
        indicators: one.indicators.map((n): ServedIndicator => ({
          id: `${String(n)}.1`,
          state: states[n % 3] ?? 'written',
          score: 1,
          why: [],
        })),
        lastHeard: null,
      };
    }),
    gone: Array.from({ length: gone }, (_, index) => ({
      ref: `G-${String(index)}`,
      code: 'D1',
      commitment: 'Gone',
      measure: '',
      ledBy: '',
      gone: true,
    })),
    counters: {},
    doubts: [],
    renamed: [],
    misplaced: [],
  };
}

function positionsOf(rows: readonly Row[], register: Register): PlanPosition {
  const typed: TypedFields = new Map(rows.map((one, index) => [`R-${String(index)}`, one.typed]));
  return positionOf({ register, lines: NO_LINES }, typed, PLAN_DATE, null);
}

export function subjectOf({ rows, findings, gone, before }: RandomPlan, framework: Framework): PlanSubject {
  const register = registerOf(rows, framework, gone);
  const position = positionsOf(rows, register);
  const dates = { planDate: PLAN_DATE, asOf: { year: 2025, month: 9, day: 30 }, stamp: { year: 2025, month: 9, day: 30 } };
  const lastQuarter: Snapshot | null =
    before === null
      ? null
      : { quarter: '2025/26 Q1', asOf: '2025-06-20', position: positionsOf(before, registerOf(before, framework, 0)), hasLines: true };
  const found = findings.map((severity): Finding => ({
    code: 'missing-lead',
    severity,
    file: 'a.xlsx',
    sheet: 'S',
    sheetId: 'S',
    tableId: 'S!A1',
    directorate: null,
    row: 1,
    heading: '',
    cell: 'A1',
    message: 'Found.',
    quote: '',
  }));
  return {
    framework,
    register,
    findings: found,
    sources: [],
    linkTo: () => null,
    dates,
    progress: { quarter: '2025/26 Q2', position, lastQuarter, changes: NO_CHANGES },
    figures: planFigures({ framework, register, lines: NO_LINES, findings: found, notOpened: [], position, lastQuarter, dates }),
    lines: NO_LINES,
    finance: [],
    kept: [],
    fromCopies: [],
    notSent: [],
  };
}
