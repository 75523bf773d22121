import { longDateOfIso } from './long-date';

/** "“agreed” (AB, 9 March 2026)", or "a note alone" where no verdict was given. @param date an ISO date, or as it was typed. */
export function verdictInWords({
  verdict,
  by,
  date,
}: {
  readonly verdict: string;
  readonly by: string | null;
  readonly date: string | null;
}): string {
  if (verdict === '') return 'a note alone';
  const given = [by, date === null ? null : longDateOfIso(date)].filter((part) => part !== null).join(', ');
  return `“${verdict}”${given === '' ? '' : ` (${given})`}`;
}
