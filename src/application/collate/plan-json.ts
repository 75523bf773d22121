import * as z from 'zod';
import { FIELD_SCHEMAS, milestoneSchema, timescaleSchema } from '../../domain/fields';
import { COSTS } from '../../domain/cost';
import { EVIDENCE_FIELDS, EVIDENCE_KINDS } from '../../domain/finance';
import { FINDING_CODES } from '../../domain/findings';
import { CELL_KINDS, TABLE_KINDS } from '../../domain/reading';
import { indicatorsSchema } from './plan-json-indicators';

/**
 * `plan.json`, the contract with other programs. Its JSON schema is published as `assets/plan.schema.json`
 * (`npm run generated` writes it, a test compares it). Rows are as Excel numbers them,
 * addresses are A1 without a sheet. `version` rises when a field is removed or changes its meaning.
 */
const address = z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/);
const heading = z.string();

const source = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  cells: z.record(heading, address),
});

/**
 * A sheet in the order of the workbook. `notRead` says why nothing of it was read, and is null for one with a table. `cells` is how many have
 * content, each counted under one kind of `byKind`; `leftOut` has where those are that nothing was made of, and why.
 */
const sheetSchema = z.strictObject({
  name: z.string(),
  tables: z.int().nonnegative(),
  notRead: z.string().nullable(),
  cells: z.int().nonnegative(),
  byKind: z.record(z.enum(CELL_KINDS), z.int().nonnegative()),
  leftOut: z.array(z.strictObject({ address: z.string(), cells: z.int().positive(), words: z.string(), reason: z.string() })),
  /** What stands beside the cells, or in their look alone, and is never read: "3 comments". */
  besideCells: z.array(z.string()),
  /** What was not looked for, since this kind of file does not tell of it: "comments", "pictures", "colours". */
  notLookedFor: z.array(z.string()),
});

const repair = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('write'), before: z.union([z.string(), z.number(), z.boolean(), z.null()]), after: z.string() }),
  /** A column that the table lacks; `cell` is the empty cell where its heading would stand. */
  z.strictObject({ kind: z.literal('add-column'), heading, cell: address }),
]);

/** A figure of a measure. `unit` is "%", "per 100,000", "£" and the like, null for a count; `period` and `words` as written. */
const figure = z
  .strictObject({ value: z.number(), unit: z.string().nullable(), period: z.string().nullable(), words: z.string() })
  .nullable();

/**
 * What finance is shown of an action and has said of it. `start` and `end` are UTF-16 offsets, the end not included, into the text of the
 * field: `commitment`, `ledByText`, `timescale.text`, `measure`, `costText` and `progress`.
 */
const finance = z.strictObject({
  /** A class of cost where none was written; `evidence` has the reasons. */
  proposed: z.enum(COSTS).nullable(),
  contradicted: z.boolean(),
  question: z.string(),
  evidence: z.array(
    z.strictObject({
      field: z.enum(EVIDENCE_FIELDS),
      start: z.int().nonnegative(),
      end: z.int().positive(),
      text: z.string(),
      kind: z.enum(EVIDENCE_KINDS),
    }),
  ),
  verdict: z
    .strictObject({
      verdict: z.string(),
      note: z.string(),
      /** Initials, and the day as ISO date; null where the plan does not say. */
      by: z.string().nullable(),
      date: z.string().nullable(),
      /** Whether the words of the row are still those beside which the verdict was given. */
      settled: z.boolean(),
    })
    .nullable(),
  /** What finance said before, the oldest first; `found` is the day of the first run that found it, null while none has. */
  history: z.array(
    z.strictObject({
      verdict: z.string(),
      note: z.string(),
      by: z.string().nullable(),
      date: z.string().nullable(),
      found: z.string().nullable(),
    }),
  ),
});

/** The quarter of the run in which its directorate last sent it, "2025/26 Q1"; null when it was sent in this run. */
const lastHeard = z.string().nullable();

const { directorate, theme, indicators, ...otherFields } = FIELD_SCHEMAS;

export const planJsonSchema = z.strictObject({
  version: z.literal(2),
  framework: z.strictObject({ name: z.string(), version: z.string() }),
  sources: z.array(
    z.strictObject({
      file: z.string(),
      /** In bytes; this, the hash and the property are null where they are not known. */
      size: z.int().nonnegative().nullable(),
      sha256: z.string().nullable(),
      version: z.number().nullable(),
      /** The workbook's own property, ISO date-time. */
      modified: z.string().nullable(),
      /** The file of the same bytes that is counted instead. */
      sameAs: z.string().nullable(),
      sheets: z.array(sheetSchema),
      tables: z.int().nonnegative(),
      actions: z.int().nonnegative(),
      problem: z.string().optional(),
    }),
  ),
  /** Files of a folder that were no sources, and why; size and hash as in `sources`. */
  notRead: z.array(
    z.strictObject({ file: z.string(), why: z.string(), size: z.int().nonnegative().nullable(), sha256: z.string().nullable() }),
  ),
  tables: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(TABLE_KINDS),
      file: z.string(),
      sheet: z.string(),
      address: z.string(),
      directorate: z.string().nullable(),
      headings: z.array(z.strictObject({ text: z.string(), means: z.string().nullable(), column: z.string() })),
      rows: z.int().nonnegative(),
    }),
  ),
  actions: z.array(
    z.strictObject({
      ref: z.string(),
      lastHeard,
      theirRef: z.string().nullable(),
      directorate,
      theme,
      kind: z.enum(['action', 'service']),
      ...otherFields,
      indicators,
      /** Its steps, where it was sent with several; its own lead, timescale and measure have all of theirs. */
      milestones: z.array(milestoneSchema),
      /** Those of `ledBy` that the cell says only support: "supported by", "Support:". */
      supportedBy: z.array(z.string()),
      /** The cell's outcomes with a sub-number that the framework does not have, "SO2.1"; their outcomes are among `outcomes`. */
      outcomeParts: z.array(z.string()),
      /** What the measure gives as its first baseline and the target that belongs to it; null where it gives none. */
      baseline: figure,
      target: figure,
      /** The cells of the lead and the cost as they were sent. */
      ledByText: z.string(),
      costText: z.string(),
      finance,
      /** Fields whose cell in the plan somebody typed over, and that stand there as typed; `conflict` where the source has changed since. */
      kept: z.array(z.strictObject({ heading, kept: z.string(), sent: z.string(), conflict: z.boolean() })),
      source,
    }),
  ),
  measures: z.array(
    z.strictObject({
      /** "GET-M3": kept from run to run. */
      ref: z.string(),
      lastHeard,
      directorate: z.string().nullable(),
      text: z.string(),
      timescale: timescaleSchema,
      progress: z.string(),
      /** The first of `indicators`; null for a local measure. */
      indicator: z.string().nullable(),
      /** Every indicator that it restates: two where one line states two measures. */
      indicators: z.array(z.string()),
      /** In words, how it differs from the indicators it restates. */
      differences: z.array(z.string()),
      source,
    }),
  ),
  /** What directorates do already, as Appendix A lists it. */
  activities: z.array(
    z.strictObject({
      /** "GET-A12": kept from run to run. */
      ref: z.string(),
      lastHeard,
      directorate: z.string().nullable(),
      outcome: z.string().nullable(),
      theme: z.string().nullable(),
      commitment: z.string(),
      strategies: z.string(),
      source,
    }),
  ),
  findings: z.array(
    z.strictObject({
      code: z.enum(FINDING_CODES as [string, ...string[]]),
      severity: z.enum(['error', 'warning', 'advice']),
      file: z.string(),
      /** Sheet, row, heading and cell are null where the finding is about the whole file, sheet or table. */
      sheet: z.string().nullable(),
      row: z.int().positive().nullable(),
      heading: heading.nullable(),
      cell: address.nullable(),
      message: z.string(),
      lastHeard,
      repair: repair.optional(),
    }),
  ),
  /** Directorates of whom something was not sent this time, with how much of theirs is carried forward; null and 0 where nothing ever came. */
  notSent: z.array(
    z.strictObject({
      directorate: z.string(),
      lastHeard,
      actions: z.int().nonnegative(),
      measures: z.int().nonnegative(),
      activities: z.int().nonnegative(),
    }),
  ),
  coverage: z.array(
    z.strictObject({
      indicator: z.string(),
      /** All that serve it, suggested ones included; `confirmed` are those of them that an officer wrote or the collator confirmed. */
      actions: z.array(z.string()),
      confirmed: z.array(z.string()),
      /** Refs of the directorates' measures that restate it. */
      measures: z.array(z.string()),
      directorates: z.array(z.string()),
    }),
  ),
  indicators: indicatorsSchema,
  /** Decisions on indicators that a new version of the framework changed, in words. */
  outdatedDecisions: z.array(z.strictObject({ indicator: z.string(), refs: z.array(z.string()), message: z.string() })),
  /** What the last merge of colleagues' copies of the plan brought: `taken` stands in the plan now, `conflict` and `set aside` on Kept texts. */
  fromCopies: z.array(
    z.strictObject({
      copy: z.string(),
      /** ISO date of the run that merged it. */
      asOf: z.string(),
      sheet: z.string(),
      /** A Ref, an indicator's id, or the beginning of a row; "" outside the rows. */
      row: z.string(),
      heading,
      theirs: z.string(),
      mine: z.string(),
      how: z.enum(['taken', 'conflict', 'mine', 'set aside']),
    }),
  ),
  counts: z.strictObject({
    files: z.int(),
    tables: z.int(),
    priorityTables: z.int(),
    measureTables: z.int(),
    activityTables: z.int(),
    actions: z.int(),
    services: z.int(),
    themes: z.int(),
    measures: z.int(),
    activities: z.int(),
    errors: z.int(),
    warnings: z.int(),
    advice: z.int(),
    gone: z.int(),
    /** Actions carried forward; counted in `actions`. */
    carried: z.int(),
  }),
});

export type PlanJson = z.infer<typeof planJsonSchema>;

/** The published JSON schema (draft 2020-12). */
export function planJsonSchemaDocument(): object {
  return { title: 'Delivery plan', ...z.toJSONSchema(planJsonSchema) };
}
