import type { CalendarDate } from '../grid';

/** `planDate` anchors relative timescales ("1-2 years"); `asOf` is the day the check is made for. */
export interface CheckDates {
  readonly planDate: CalendarDate;
  readonly asOf: CalendarDate;
}
