import type { CalendarDate } from '../domain/grid';

/** The local date and time. The application takes them from here, since it must not read a clock itself. */
export function localNow(): { readonly date: CalendarDate; readonly time: string } {
  const now = new Date();
  return {
    date: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() },
    time: now.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }),
  };
}

/** "24 November, 14:02 · 5f0c…": unique, and tells a person when the run began. */
export function newRunId(): string {
  const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  return `${day}, ${localNow().time} · ${crypto.randomUUID()}`;
}
