import type { WrittenSheet } from '../workbook';
import { chunks, textsIn } from './record-json';

/** In place of a row's key, beside "" for the blocks: no row is known by a key that begins with a space. */
const CHARTS = ' charts';
const CHARTS_LEFT_OUT = ' charts left out';
const PRINTED = ' printed';
const OFFERS = ' offers';

/**
 * What a run wrote: for each sheet a record a row of its table, by the row's key, one with the key "" for the cells outside it, one
 * for the places of its charts where it has any, one for those of charts that are left out, one for its last printed column, and one where its
 * drop-downs refuse nothing.
 */
export function writtenRecords(written: readonly WrittenSheet[]): string[][] {
  return written.flatMap(({ plan, id, name, rows, blocks, charts, chartsLeftOut, printedTo, offers }) => {
    const fields: [string, Readonly<Record<string, string>>][] = [...Object.entries(rows), ['', blocks]];
    if (charts !== undefined) fields.push([CHARTS, charts]);
    if (chartsLeftOut !== undefined) fields.push([CHARTS_LEFT_OUT, chartsLeftOut]);
    if (printedTo !== undefined) fields.push([PRINTED, { to: printedTo }]);
    if (offers === true) fields.push([OFFERS, {}]);
    return fields.map(([key, words]) => [plan, id, name, key, ...chunks(JSON.stringify(words))]);
  });
}

interface SheetSoFar {
  readonly plan: string;
  readonly id: string;
  readonly name: string;
  readonly rows: Map<string, Record<string, string>>;
  blocks: Record<string, string>;
  charts?: Record<string, string> | undefined;
  chartsLeftOut?: Record<string, string> | undefined;
  printedTo?: string | undefined;
  offers?: true;
}

export function writtenFrom(records: readonly (readonly string[])[]): WrittenSheet[] {
  const byPlan = new Map<string, SheetSoFar>();
  for (const [plan = '', id = '', name = '', key = '', ...json] of records) {
    const sheet = byPlan.get(plan) ?? { plan, id, name, rows: new Map<string, Record<string, string>>(), blocks: {} };
    const fields = textsIn(json.join(''));
    if (key === '') sheet.blocks = fields;
    // A record that was altered says nothing; what it says is never empty.
    else if (key === CHARTS) sheet.charts = filled(fields);
    else if (key === CHARTS_LEFT_OUT) sheet.chartsLeftOut = filled(fields);
    else if (key === PRINTED) sheet.printedTo = fields.to;
    else if (key === OFFERS) sheet.offers = true;
    else sheet.rows.set(key, fields);
    byPlan.set(plan, sheet);
  }
  return [...byPlan.values()].map((sheet) => ({ ...sheet, rows: Object.fromEntries(sheet.rows) }));
}

function filled(fields: Record<string, string>): Record<string, string> | undefined {
  return Object.keys(fields).length === 0 ? undefined : fields;
}

/** A sheet that a run wrote, by the plan's own name, and the id and name it had then. */
export type SheetKnown = Pick<WrittenSheet, 'plan' | 'id' | 'name'>;

/** The ids and names of the sheets alone, which needs no JSON read. */
export function sheetsFrom(records: readonly (readonly string[])[]): SheetKnown[] {
  return [...new Map(records.map(([plan = '', id = '', name = '']) => [plan, { plan, id, name }])).values()];
}
