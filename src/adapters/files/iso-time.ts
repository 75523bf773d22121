/** "2026-03-01", "2026-03-01T12:30:00.5", with or without a zone, which a cell's time does not have. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** The serial number of the 1900 date system for a date, or a date and a time; null for what is neither, and before 1900 but for a bare time of day. */
export function serialOfIso(written: string): number | null {
  const [, day = '', hours = '0', minutes = '0', seconds = '0'] = ISO.exec(written.trim()) ?? [];
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // A day that the month does not have is counted on into the next month.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return null;
  const whole = midnight / 86_400_000 + 25_569;
  if (whole < 0) return null;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return whole + time;
}

/** The share of a day for a bare time, "10:30" or "10:30:00.5"; null for what is none. */
export function dayShareOfIso(written: string): number | null {
  const [, hours, minutes = '0', seconds = '0'] = /^(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?Z?$/.exec(written.trim()) ?? [];
  if (hours === undefined) return null;
  const share = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return share < 1 ? share : null;
}

/** A moment as an ISO date-time in UTC; one without a zone is taken to be UTC, so that a file says the same everywhere. Undefined for what is no moment. */
export function momentOfIso(written: string): string | undefined {
  const bare = written.trim();
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(bare) || !bare.includes('T') ? bare : `${bare}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
