import type { Framework } from '../framework';
import { patternByText } from '../wording';
import { figuresOf } from './figures';
import type { Deadline, MeasureReading } from './measure-reading';
import { type MeasureWords, measureWords } from './measure-words';
import { hasNumber, isObservable } from './observable';
import { PERIOD_SOURCE, endOfPeriod } from './period';

/** No measure is longer than a cell; beyond this much of it nothing more is looked for. */
const LONGEST = 4000;

/** A measure, or a part of it, that puts the answer off (docs/rules.md#measure-vague). */
const PUT_OFF = patternByText(
  new RegExp(
    [
      String.raw`^\W*(?:t\.?b\.?[cad]\b|n\s*(?:/\s*)?a\b|none\b|unknown\b|various\b|ditto\b|\?+)`,
      String.raw`^\W*(?:(?:measures?|metrics?|kpis?|targets?|baselines?)\W*)?(?:still\s+)?(?:to\s+be|being|yet\s+to\s+be|will\s+be|not\s+yet|awaiting)\s+(?:\w+ly\s+)?(?:confirmed|agreed|developed|determined|decided|defined|set|identified|advised|scoped|established|finalised|designed|known|drafted|worked up|discussed|co-?produced)\b`,
      String.raw`\b(?:in|under)\s+(?:the\s+process\s+of\s+)?development\W*$`,
      String.raw`\bin\s+(?:draft|progress)\W*$`,
      String.raw`\b(?:is|are|being)\s+(?:being\s+)?developed\W*$`,
      String.raw`\b(?:t\.?b\.?[cad]\.?|to\s+be\s+(?:confirmed|agreed|determined|developed|decided|defined|advised))\W*$`,
      String.raw`^\W*as\s+(?:per|above|below|before|stated|described|detailed|set\s+out|outlined|in)\b`,
      String.raw`^\W*(?:see|refer\s+to|same\s+as|in\s+line\s+with|linked\s+to)\b`,
      String.raw`^\W*(?:awaiting|pending|watch this space|ongoing|on-going|continuous(?:\s+improvement)?)\b[^\p{L}\p{N}]*(?:\p{L}+(?:[^\p{L}\p{N}]+|$)){0,3}$`,
    ].join('|'),
    'iu',
  ),
);

const BY = String.raw`(?:by|no\s+later\s+than|not\s+later\s+than|before|until|due|in\s+place|complete[d]?|launch(?:ed)?|agreed|signed\s+off|published|delivered|adopted|implemented|established|ready)`;
const DEADLINE = patternByText(
  new RegExp(String.raw`\b${BY}[\s:,(]+(?:(?:by|for|the)\s+)*(?:(?:end|close)\s+(?:of\s+)?)?(${PERIOD_SOURCE})`, 'giu'),
);

function partsOf(text: string): string[] {
  return text
    .split(/[\n;•▪]+|\.(?=\s+\p{L})/u)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}?]/u.test(part));
}

/** A part puts the answer off only when it gives no figure beside. */
const putsOff = (part: string, words: MeasureWords): boolean =>
  PUT_OFF(part).test(part) && !(hasNumber(part, words) && /%|\bby\b|\bfrom\b|target/i.test(part));

function deadlinesOf(text: string): Deadline[] {
  // Every period has a digit.
  if (!/\d/.test(text)) return [];
  return Array.from(text.matchAll(DEADLINE(text))).flatMap((found) => {
    const month = endOfPeriod((found[1] ?? '').trim());
    return month === null ? [] : [{ month, words: found[0].trim() }];
  });
}

/** Reads a measure (docs/rules.md#measure). Never throws; an empty text is neither vague nor observable. */
export function readMeasure(text: string, framework: Framework): MeasureReading {
  const words = measureWords(framework);
  const trimmed = text.trim();
  const plain = trimmed
    .slice(0, LONGEST)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ');
  const parts = partsOf(plain);
  const vague = parts.length > 0 && parts.every((part) => putsOff(part, words));
  const observable = !vague && parts.some((part) => isObservable(part, words));
  return { text: trimmed, vague, observable, ...figuresOf(plain, words.codes), deadlines: deadlinesOf(plain) };
}
