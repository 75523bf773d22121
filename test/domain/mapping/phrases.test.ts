import { kent2025 } from '../../../src/domain/framework';
import { wordsOf } from '../../../src/domain/indicators';
import printed from '../../data/kent/appendix-b-priorities.json';

/**
 * Phrases of three or more words that stand in one row of the printed plan only, and why each is more than a piece of that row. A phrase
 * that is none of these was learned from one sentence and says nothing of another council's.
 */
const ARGUED: Readonly<Record<string, string>> = {
  'early years provision': 'the usual name of nursery and childminder places',
  'video interactive guidance': 'a parenting programme recommended by NICE',
  'local skills improvement plan': 'every area has one by law',
  'know your neighbourhood': 'a national fund against loneliness',
  'green social prescribing': 'a national programme',
  'directory of services': 'the NHS’s list of local services',
  'community mental health': 'the usual name of the NHS’s teams',
  'drug and alcohol': 'the usual name of treatment services',
  'nhs health checks': 'a national programme',
  'nhs health check': 'the same in the singular',
  'prevent reduce delay': 'the duty of the Care Act, in its words',
  'information advice guidance': 'a statutory service, also called IAG',
  'public mental health': 'the name of the field',
  'equality diversity and inclusion': 'the usual name, also EDI',
  'equality and diversity': 'the same, older',
  'secure data environment': 'a national programme for research on health records',
  'population health management': 'a national programme',
  'train the trainer': 'the usual name of such courses',
  'task and finish': 'the usual name of a group set up to report',
  'at the heart': 'an idiom, in which no heart is meant',
};

const framework = kent2025();
const plain = (text: string): string =>
  wordsOf(text)
    .map(({ stem }) => stem)
    .join(' ');

const rows = printed.tables.flatMap(({ rows: list }) =>
  list.filter(({ kind }) => kind === 'action').map(({ cells }) => plain([cells[0], cells[3]].join(' '))),
);
const logframe = plain(
  framework.indicators.map(({ text, notes, meansOfVerification }) => `${text} ${notes} ${meansOfVerification}`).join(' '),
);

/** Phrases of the lexicon as a reader sees them; the parts of a pair are words of their own. */
const phrases = framework.concepts.flatMap(({ words, notIn }) =>
  [...words, ...notIn].filter((phrase) => !phrase.includes(' + ') && !phrase.includes(' / ')),
);

const standsIn = (text: string, phrase: string): boolean => ` ${text} `.includes(` ${plain(phrase)} `);

describe('the lexicon’s phrases', () => {
  const long = phrases.filter((phrase) => phrase.split(/[\s-]+/).length >= 3 && plain(phrase) !== '');
  const ofOneRow = long.filter(
    (phrase) => rows.filter((row) => standsIn(row, phrase)).length === 1 && !standsIn(logframe, phrase) && plain(phrase).includes(' '),
  );

  test('none of three or more words is a piece of one row, unless it is argued for', () => {
    expect(long.length).toBeGreaterThan(100);
    expect([...new Set(ofOneRow)].filter((phrase) => !(phrase in ARGUED))).toEqual([]);
  });

  test('nothing is argued for that is not there', () => {
    expect(Object.keys(ARGUED).filter((phrase) => !phrases.includes(phrase))).toEqual([]);
  });
});
