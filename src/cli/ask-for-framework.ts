import { readFrameworkSheet } from '../domain/framework';
import { gridOf, textCell } from '../domain/grid';
import type { CliWorld } from './cli-world';

type Json = Readonly<Record<string, unknown>>;

interface Question {
  readonly key: string;
  readonly words: string;
  /** Whether lines are asked for until an empty one. */
  readonly isList: boolean;
  readonly headings: readonly string[];
  /** One line as the cells under the headings. */
  readonly cellsOf: (line: string) => readonly string[];
}

const single = (key: string, label: string, words: string): Question => ({
  key,
  words,
  isList: false,
  headings: [label],
  cellsOf: (line) => [line],
});

/** "Adult Social Care; ASC; ASCH": a name, a short code of capitals, other names. */
function directorateCells(line: string): readonly string[] {
  const [name = '', ...rest] = line.split(';').map((part) => part.trim());
  const [code] = rest.filter((word) => /^[A-Z][A-Z0-9]{0,7}$/.test(word));
  return [name, code ?? '', rest.filter((word) => word !== code).join('; ')];
}

const QUESTIONS: readonly Question[] = [
  single('council', 'Council', 'Name of the council'),
  single('name', 'Name of the plan', 'Name of the plan (Enter to make it from the council’s name)'),
  single('planDate', 'Plan agreed on', 'Day on which it was agreed, such as 30 January 2025 (Enter for the 1 April before today)'),
  {
    key: 'outcomes',
    words: 'Outcomes, one a line, with the code first: 1 Every child has the best start. An empty line ends them',
    isList: true,
    headings: ['Outcome'],
    cellsOf: (line) => [line],
  },
  {
    key: 'directorates',
    words: 'Directorates, one a line, with other names behind semicolons: Adult Social Care; ASC; ASCH. An empty line ends them',
    isList: true,
    headings: ['Directorate', 'Short code', 'Other names'],
    cellsOf: directorateCells,
  },
  {
    key: 'indicators',
    words:
      'Indicators, one a line, with the code of the outcome first: 1: Adults who walk every day. An empty line ends them, or leaves them out',
    isList: true,
    headings: ['For outcome', 'Indicator'],
    cellsOf: (line) => {
      const [, level = '', text = line] = /^([^:]{1,30}?)\s*:\s+(\S.*)$/.exec(line) ?? [];
      return [level, text];
    },
  },
];

/**
 * Asks for what is not there yet, where somebody is there to answer; what is there is not asked for. Without the first outcomes and
 * directorates everything is asked, with them only those two where they are missing.
 */
export async function askForFramework(given: Json, { ask, print }: Pick<CliWorld, 'ask' | 'print'>): Promise<Json> {
  if (ask === undefined) return given;
  const hasSome = 'outcomes' in given || 'directorates' in given || 'indicators' in given;
  const isNeeded = ({ key }: Question): boolean => {
    const value = given[key];
    if (Array.isArray(value) ? value.length > 0 : value !== undefined) return false;
    return !hasSome || key === 'outcomes' || key === 'directorates';
  };
  let json = given;
  for (const question of QUESTIONS.filter(isNeeded)) {
    const lines = await answersTo(question, ask, print);
    if (lines.length === 0) continue;
    const rows = question.isList ? [question.headings, ...lines.map(question.cellsOf)] : [[question.headings[0] ?? '', lines[0] ?? '']];
    const { json: read } = readFrameworkSheet(
      gridOf(
        'Answers',
        rows.map((row) => row.map((words) => textCell(words))),
      ),
    );
    json = { ...json, [question.key]: read[question.key] };
  }
  return json;
}

async function answersTo({ words, isList }: Question, ask: NonNullable<CliWorld['ask']>, print: CliWorld['print']): Promise<string[]> {
  if (!isList) {
    const answer = (await ask(`${words}: `))?.trim() ?? '';
    return answer === '' ? [] : [answer];
  }
  print(`${words}.`);
  const lines: string[] = [];
  for (;;) {
    const line = (await ask('> '))?.trim() ?? '';
    if (line === '') return lines;
    lines.push(line);
  }
}
