import { GENERAL } from '../../domain/grid';
import { NOT_A_DATE, formattedText } from '../../number-format';

/**
 * What a British Excel shows for a value under a number format, without the spaces that the format adds for alignment.
 * A number that no date format can show, or whose format Excel would refuse, is shown as under General.
 */
export function cellText(value: string | number | boolean, format: string): string {
  // Under General a text is shown as it is.
  if (typeof value === 'string' && format === GENERAL) return value;
  if (typeof value === 'string') return formattedText(value, withoutPadding(format)) ?? value;
  const shown = formattedText(value, format);
  return shown === null || shown === NOT_A_DATE ? generalText(value) : shown.trim();
}

function generalText(value: number | boolean): string {
  return formattedText(value, GENERAL) ?? String(value);
}

/** `_x` leaves room as wide as "x"; taken out of the format, so that spaces of the text itself stay as they are. */
function withoutPadding(format: string): string {
  return format.replace(/("[^"]*"|\\.|\*.)|_./gs, '$1');
}
