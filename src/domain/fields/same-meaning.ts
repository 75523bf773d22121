import type { Framework } from '../framework';
import { type CalendarDate, dateOfSerial, isoDate, parseIsoDate, textCell } from '../grid';
import { writtenIndicators } from '../indicators';
import { readOutcomes } from '../outcomes';
import { dueOf, readTimescale } from '../timescale';

/** Whether two texts of a field say the same; see `PlanColumn.meansSame`. */
export type MeansSame = (one: string, other: string) => boolean;

/** Notes that name no indicator are the same only where their words are. */
export function sameIndicators(framework: Framework): MeansSame {
  return (one, other) => {
    const ids = writtenIndicators(one, framework);
    return ids.length > 0 && ids.join('\n') === writtenIndicators(other, framework).join('\n');
  };
}

/** As the figures count a status or a cost. */
export function sameButForCase(): MeansSame {
  return (one, other) => {
    const plain = one.trim().toLowerCase();
    return plain !== '' && plain === other.trim().toLowerCase();
  };
}

/** The same outcomes in the same order, however they are written: "SO1,SO2" and "SO1, SO2". */
export function sameOutcomes({ outcomes }: Framework): MeansSame {
  return (one, other) => {
    const codes = readOutcomes(textCell(one), outcomes).codes;
    return codes.length > 0 && codes.join() === readOutcomes(textCell(other), outcomes).codes.join();
  };
}

/** The same day, as a date or in words. */
export function sameDue({ planDate }: Framework): MeansSame {
  const counted = parseIsoDate(planDate);
  return (one, other) => {
    const due = counted === null ? null : dueInWords(one, counted);
    return due !== null && counted !== null && due === dueInWords(other, counted);
  };
}

/** A day typed as a date says the same as its month in words; two texts only where their words are the same. */
export function sameTimescale(): MeansSame {
  return (one, other) => {
    if (dayOf(one) === null && dayOf(other) === null) return false;
    const [end, otherEnd] = [monthOf(one), monthOf(other)];
    return end !== null && end === otherEnd;
  };
}

/** The due date that words give, as ISO date; null for none. A day counts as that day, a month or a length of time as a timescale does. */
export function dueInWords(words: string, planDate: CalendarDate): string | null {
  const day = dayOf(words) ?? dueOf(readTimescale(textCell(words)), planDate);
  return day === null ? null : isoDate(day);
}

/** "2026-03-31", "31/03/2026", or the serial number of a date cell. */
function dayOf(words: string): CalendarDate | null {
  const text = words.trim();
  if (/^\d{5}$/.test(text)) return dateOfSerial(Number(text));
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return parseIsoDate(day === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The month in which a timescale of one part ends; null for one that says more. */
function monthOf(words: string): string | null {
  const day = dayOf(words);
  if (day !== null) return isoDate(day).slice(0, 7);
  const { start, end, ongoing, provisional, conditional, items } = readTimescale(textCell(words));
  return start === null && !ongoing && !provisional && !conditional && items === 1 ? end : null;
}
