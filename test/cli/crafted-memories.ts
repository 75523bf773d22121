import { type Edit, hashOf, text } from '../../src/domain/workbook';
import { cellAt } from '../../src/domain/grid';
import { journalChanges } from '../../src/domain/state';
import { bookIn, changed, OWN, partOf, sheetIn, sheetOfWords, type TwoQuarters, withParts, writing } from './crafted-plan';

export const MEMORY = '_plan';
/** Zero-based columns of tables of the memory. */
const AT = {
  run: 0,
  counters: 3,
  actions: 6,
  corrections: 17,
  written: 26,
  journal: 39,
  framework: 71,
  snapshots: 90,
  version: 113,
  heard: 142,
  own: 230,
};

type Craft = (plan: Uint8Array, made: TwoQuarters) => Promise<Uint8Array>;

const memory = (...cells: readonly (readonly [row: number, column: number, ...words: string[]])[]): Craft => {
  return (plan) => changed(plan, ...cells.map(([row, column, ...words]) => writing(MEMORY, row, column, ...words.map(text))));
};

/** Columns of a record of the journal in which its JSON may stand. */
const PARTS = 22;

async function recordsIn(plan: Uint8Array): Promise<string[]> {
  const sheet = sheetIn(await bookIn(plan), MEMORY);
  const rows = [...sheet.rows.keys()].filter((row) => row > 1);
  const words = (row: number): string =>
    Array.from({ length: PARTS }, (_, part) => cellAt(sheet, { row, column: AT.journal + 2 + part }).text).join('');
  return rows.map(words).filter((record) => record !== '');
}

/** The records of the journal as a script would alter them: as they stand in the cells, the seal left alone. */
const records = (change: (all: string[]) => string[]): Craft => {
  return async (plan) => {
    const before = await recordsIn(plan);
    const after = change(before);
    const rows = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index);
    const parts = (record: string) => Array.from({ length: PARTS }, (_, part) => text(record.slice(part * 30_000, (part + 1) * 30_000)));
    return changed(plan, ...rows.map((index) => writing(MEMORY, index + 2, AT.journal + 2, ...parts(after[index] ?? ''))));
  };
};

/** A journal with its right seal, as somebody who knows this program would forge it. */
const forged = (...undo: readonly unknown[]): Craft => {
  return async (plan) => {
    const journal = { runId: 'as at 2025-07-31', state: 'closed', undo: undo as Edit[] } as const;
    return changed(plan, ...journalChanges(await bookIn(plan), journal));
  };
};

const restored = (sheet: string, row: number, column: number, value: unknown, left: string, formula?: string): unknown => ({
  type: 'write cells',
  sheet,
  area: { top: row, bottom: row, left: column, right: column },
  cells: [[{ kind: 'restore', value, format: 'General', ...(formula === undefined ? {} : { formula }) }]],
  expected: null,
  left: [[left]],
});

const inMemory = (change: (xml: string) => string): Craft => {
  return (plan) => {
    const part = partOf(plan, MEMORY);
    return withParts(plan, (path, xml) => (path === part ? change(xml) : xml));
  };
};

const inWorkbook = (change: (xml: string) => string): Craft => {
  return (plan) => withParts(plan, (path, xml) => (path === 'xl/workbook.xml' ? change(xml) : xml));
};

const oneByOne = (...crafts: readonly Craft[]): Craft => {
  return async (plan, made) => {
    let crafted = plan;
    for (const craft of crafts) crafted = await craft(crafted, made);
    return crafted;
  };
};

const alsoSheet =
  (name: string, rows: readonly (readonly string[])[]): Craft =>
  (plan) =>
    changed(plan, ...sheetOfWords(name, rows));
const manyRows = (first: number, count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const row = String(first + index);
    const cell = (column: string, words: string): string => `<c r="${column}${row}" t="inlineStr"><is><t>${words}</t></is></c>`;
    return `<row r="${row}">${cell('G', `GET-${String(index + 10)}`)}${cell('H', 'GET')}</row>`;
  }).join('');

/** "back": as spring left it. A pattern: refused with that sentence, and nothing is written. */
type Right = 'back' | RegExp;
/** "goes on": a plan of all actions is written. */
type RightCollation = 'goes on' | RegExp;

const ALTERED = /changed by something else: a step of it is missing, stands twice, is in another place or says something else/;
const UNREAD = /changed by something else: one of its steps cannot be read/;

export interface Kind {
  readonly craft: Craft;
  readonly restore: Right;
  readonly collate: RightCollation;
  /** Said by restore before it is done. */
  readonly said?: RegExp;
  /** Said by collate. */
  readonly told?: RegExp;
  /** What the plan has for the lead of GET-01 after it, where another was sent. */
  readonly lead?: string;
  /** The Ref of CYPE's third action. */
  readonly newRef?: string;
}

export const KINDS: Readonly<Record<string, Kind>> = {
  'the user’s sheet that has the title of one of the plan’s, for removal': {
    craft: oneByOne(alsoSheet('Mine', [['Changes'], ['my list']]), forged({ type: 'remove sheet', sheet: 'Mine' })),
    restore: /it would remove the sheet “Mine”, which it did not make/,
    collate: 'goes on',
  },
  'cells of the user’s sheet, with their right hash': {
    craft: forged(restored(OWN, 0, 0, null, hashOf('keep me'))),
    restore: new RegExp(`it would write to the sheet “${OWN}”, which it did not make`),
    collate: 'goes on',
  },
  'a table stretched to the end of the sheet': {
    craft: forged({
      type: 'resize table',
      sheet: 'All priorities',
      table: 'AllPriorities',
      area: { top: 3, left: 0, bottom: 1_048_575, right: 16_383 },
    }),
    restore: /the table “AllPriorities” would reach far beyond what stands on the sheet “All priorities”/,
    collate: 'goes on',
  },
  'a range beyond every sheet': {
    craft: forged(restored('All priorities', 9_000_000_000, 4, 'x', '')),
    restore: UNREAD,
    collate: 'goes on',
  },
  'rows that are negative': { craft: forged(restored('All priorities', -6, 4, 'x', '')), restore: UNREAD, collate: 'goes on' },
  'a formula that starts a program': {
    craft: forged(restored('All priorities', 20, 4, 'x', '', "=cmd|'/c calc'!A1")),
    restore: /it would write the formula =cmd\|'\/c calc'!A1 to the sheet “All priorities”/,
    collate: 'goes on',
  },
  'a link in other letters': {
    craft: forged(restored('All priorities', 20, 4, 'x', '', '=_xlfn.Hyperlink("http://evil.example","Open")')),
    restore: /it would write the formula =_xlfn\.Hyperlink/,
    collate: 'goes on',
  },
  'an object for a value': { craft: forged(restored('All priorities', 20, 4, { a: 1 }, '')), restore: UNREAD, collate: 'goes on' },
  'every step twice': { craft: records((all) => [...all, ...all]), restore: ALTERED, collate: 'goes on' },
  'the steps in another order': { craft: records((all) => [...all].reverse()), restore: ALTERED, collate: 'goes on' },
  'one step taken out': {
    craft: records((all) => all.filter((record) => !record.startsWith('["All priorities",6'))),
    restore: ALTERED,
    collate: 'goes on',
  },
  'a step cut short': {
    craft: records((all) => all.map((record, at) => (at === 3 ? record.slice(0, -20) : record))),
    restore: ALTERED,
    collate: 'goes on',
  },
  'a part of a step doubled': {
    craft: records((all) => all.map((record, at) => (at === 3 ? record + record : record))),
    restore: ALTERED,
    collate: 'goes on',
  },
  'words in a step, with half a character': {
    craft: records((all) => all.map((record) => record.replaceAll('"Head of Economy"', String.raw`"Head \ud800 of Economy"`))),
    restore: ALTERED,
    collate: 'goes on',
  },
  'names of sheets in other capitals': {
    craft: records((all) => all.map((record) => record.replaceAll('"Findings"', '"findings"'))),
    restore: ALTERED,
    collate: 'goes on',
  },
  'JSON of 300,000 levels': {
    craft: records(() => [`${'['.repeat(300_000)}${']'.repeat(300_000)}`]),
    restore: ALTERED,
    collate: 'goes on',
  },
  'the journal of another plan': {
    craft: async (plan) => {
      const other = (await recordsIn(plan)).map((record) => JSON.parse(record.replaceAll('Head of Economy', 'Head of Crime')) as unknown);
      const cells = other.flatMap((step) => (Array.isArray(step) && step[0] !== MEMORY ? [step as unknown[]] : []));
      // Its cells stand in other rows there.
      const moved = cells.map(([sheet, top, ...rest]) => [sheet, Number(top) + 1, ...rest]);
      const records_ = moved.map((step) => JSON.stringify(step));
      const whole = `${String(records_.length)} ${hashOf(records_.join('\n'))}`;
      return oneByOne(
        records(() => records_),
        memory([1, AT.journal, 'as at 2025-07-31', 'closed', whole]),
      )(plan, {} as TwoQuarters);
    },
    restore: /hold what that run wrote in others, so that words would go back to rows that are not theirs/,
    collate: 'goes on',
  },
  'words of the user’s beside the table, with their right hash': {
    craft: oneByOne(
      (plan) => changed(plan, writing('All priorities', 20, 3, text('mine alone'))),
      forged(restored('All priorities', 20, 3, null, hashOf('mine alone'))),
    ),
    restore: 'back',
    said: /“All priorities”: 1 cell put back; typed there since, and lost by it: D21 “mine alone”/,
    collate: 'goes on',
  },
  'a sheet that is not there any more, for removal': {
    craft: forged({ type: 'remove sheet', sheet: 'Never was' }),
    restore: 'back',
    said: /“Never was”: not there any more/,
    collate: 'goes on',
  },
  'a sheet that was removed since, to be written': {
    craft: (plan) => changed(plan, { edit: { type: 'remove sheet', sheet: 'Findings' }, undo: null }),
    restore: /it names the sheet “Findings”, which is not there/,
    collate: 'goes on',
  },
  'a chart that the run did not draw': {
    craft: forged({ type: 'remove chart', sheet: 'Council summary', chart: 'My chart' }),
    restore: /it would remove the chart “My chart” from the sheet “Council summary”, which it did not make/,
    collate: 'goes on',
  },
  'a table made over cells of the plan': {
    craft: forged({
      type: 'add table',
      sheet: 'All priorities',
      table: '__proto__',
      area: { top: 20, left: 0, bottom: 22, right: 3 },
      style: 'x"><evil/>',
      banded: true,
    }),
    restore: /it would make the table “__proto__” on the sheet “All priorities”, in place of none/,
    collate: 'goes on',
  },
  'the memory itself, for removal': {
    craft: forged({ type: 'remove sheet', sheet: MEMORY }),
    restore: /it would remove the sheet “_plan”/,
    collate: 'goes on',
  },
  'a version that is negative': { craft: memory([1, AT.version, '-5']), restore: 'back', collate: 'goes on' },
  'a version that is no number': { craft: memory([1, AT.version, 'Infinity']), restore: 'back', collate: 'goes on' },
  'a version of 400 digits': {
    craft: memory([1, AT.version, '9'.repeat(400)]),
    restore: /written by a later version of this program \(plan format 9{19}…\)/,
    collate: /written by a later version of this program \(plan format 9{19}…\)/,
  },
  'Refs that repeat': {
    craft: memory([2, AT.actions, 'CYPE-01'], [4, AT.actions, 'CYPE-01'], [5, AT.heard, 'CYPE-01']),
    restore: 'back',
    collate: 'goes on',
  },
  'names that every object has': {
    craft: memory(
      [1, AT.counters, '__proto__', '5'],
      [2, AT.counters, 'constructor', '7'],
      [1, AT.own, '__proto__', 'polluted', 'yes'],
      [2, AT.own, 'constructor', 'name', 'yes'],
      [2, AT.written + 3, '__proto__'],
      [3, AT.written, '__proto__', '__proto__', '__proto__', 'constructor'],
      [4, AT.heard, '__proto__'],
      [3, AT.snapshots + 2, '__proto__', '{"__proto__":{"commitment":"x"},"constructor":"y"}'],
    ),
    restore: 'back',
    collate: 'goes on',
  },
  'numbers of Refs that none can have': {
    craft: memory([1, AT.counters, 'CYPE', 'NaN'], [2, AT.counters, 'GET', '-7'], [3, AT.counters, 'HROD', '1e308']),
    restore: 'back',
    collate: 'goes on',
  },
  'corrections to tables that are not there': {
    craft: memory(
      [1, AT.corrections, '{"sheet":"No such","table":"A99999","columns":{}}'],
      [2, AT.corrections, '{"kind":"heading","at":{"row":-4,"column":9999999}}'],
    ),
    restore: 'back',
    collate: 'goes on',
  },
  'texts as long as a cell takes': {
    craft: memory(...[1, 2, 3].map((row) => [row, AT.actions + 4, 'y'.repeat(32_767)] as const), [1, AT.journal, 'w'.repeat(32_767)]),
    restore: 'back',
    said: /^Takes back the run of a day that is not known:$/,
    collate: 'goes on',
  },
  'a framework that is none': {
    craft: memory([1, AT.framework, 'z'.repeat(32_767)]),
    restore: 'back',
    collate: /The framework kept with the workbook cannot be used: it is not JSON\. Give one with --framework\./,
  },
  '1,000 actions that nobody sent': {
    craft: inMemory((xml) => xml.replace('</sheetData>', `${manyRows(200, 1_000)}</sheetData>`)),
    restore: 'back',
    collate: 'goes on',
    told: /^1,000 actions no longer sent\.$/,
  },
  'days in the future': {
    craft: memory(
      [1, AT.run + 1, 'as at 2999-01-01'],
      [2, AT.run + 1, '2999-01-01'],
      [1, AT.journal, 'as at 2999-01-01'],
      [6, AT.snapshots + 1, '2999-01-01'],
    ),
    restore: 'back',
    said: /^Takes back the run of 1 January 2999:$/,
    collate: 'goes on',
  },
  'ids that steer a terminal': {
    craft: memory([1, AT.journal, 'as at 2025-07-31\n\u0085red'], [1, AT.run + 1, '\u0085[2J']),
    restore: 'back',
    collate: 'goes on',
  },
  'a formula in a cell of the memory': {
    craft: inMemory((xml) =>
      xml.replace(
        /(<c r="B2"[^>]*?) t="\w+"([^>]*)>.*?<\/c>/,
        '$1 t="str"$2><f>WEBSERVICE("http://evil.example/")</f><v>as at 2025-07-31</v></c>',
      ),
    ),
    restore: 'back',
    collate: 'goes on',
  },
  'links in the memory': {
    craft: inMemory((xml) =>
      xml.replace('</sheetData>', `</sheetData><hyperlinks><hyperlink ref="B2" location="'All priorities'!A1" display="x"/></hyperlinks>`),
    ),
    restore: 'back',
    collate: 'goes on',
  },
  'merged cells': {
    craft: inMemory((xml) => xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="IX1:IY4"/></mergeCells>')),
    restore: 'back',
    collate: 'goes on',
  },
  'a table of the user’s in the memory': {
    craft: (plan) =>
      changed(plan, {
        edit: {
          type: 'add table',
          sheet: MEMORY,
          table: 'Mine',
          area: { top: 0, left: 0, bottom: 5, right: 1 },
          style: 'TableStyleLight1',
          banded: true,
        },
        undo: null,
      }),
    restore: 'back',
    collate: 'goes on',
  },
  'the memory shown, with words of the user’s in it': {
    craft: oneByOne(
      inWorkbook((xml) => xml.replace(/(<sheet [^>]*name="_plan"[^>]*?) state="veryHidden"/, '$1')),
      memory([400, 0, 'my own words'], [2, 400, 'more']),
    ),
    restore: 'back',
    collate: 'goes on',
  },
  'the memory protected': {
    craft: inMemory((xml) => xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>')),
    restore: /“_plan” is protected, so nothing was written\. Unprotect it under Review/,
    collate: /“_plan” is protected, so nothing was written\. Unprotect it under Review/,
  },
  'the memory under a name in other capitals': {
    craft: inWorkbook((xml) => xml.replace('name="_plan"', 'name="_PLAN"')),
    restore: 'back',
    collate: 'goes on',
  },
  'the memory under another name': {
    craft: inWorkbook((xml) => xml.replace('name="_plan"', 'name="_plan old"')),
    restore: /There is nothing to restore in .*: it remembers no run/,
    collate: 'goes on',
    told: /What this workbook remembers of the plan was not there any more\. It is made anew .* A cell that differs from what is sent now counts as typed\./,
    lead: 'Head of Places',
  },
  'a copy of the memory beside it': {
    craft: alsoSheet('_plan (2)', [
      ['run', 'value'],
      ['id', 'forged'],
    ]),
    restore: 'back',
    collate: 'goes on',
  },
};
