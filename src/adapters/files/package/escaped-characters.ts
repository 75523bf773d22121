/** All but tab, line feed and carriage return that XML cannot carry; half a surrogate pair too, which the `u` flag tells from a whole one. */
const CLASS = `[${[
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0xd800, 0xdfff],
  [0xfffe, 0xffff],
]
  .map(range)
  .join('')}]`;
const NOT_IN_XML = new RegExp(CLASS, 'gu');
/** Finds whole surrogate pairs too, and takes a fraction of the time: most texts have none of all these. */
const MAYBE_NOT_IN_XML = new RegExp(CLASS);

function range(bounds: number[]): string {
  return bounds.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('-');
}

function escape(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/**
 * Characters that XML cannot carry as `_xHHHH_`, the form that Office reads back as the character (ISO/IEC 29500-1, 22.9.2.19, ST_Xstring). One
 * such character written as it is, in a heading or a chart's title, makes a workbook that no program opens.
 */
export function escapedForXml(text: string): string {
  return MAYBE_NOT_IN_XML.test(text) ? text.replace(NOT_IN_XML, escape) : text;
}

/**
 * A text for a place that is read as ST_Xstring: as `escapedForXml`, and so are carriage returns, which XML would turn into line feeds, and the
 * beginning of a text that only looks like an escape.
 */
export function escapedXstring(text: string): string {
  const safe = text.includes('_') ? text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text;
  return escapedForXml(safe.includes('\r') ? safe.replaceAll('\r', escape) : safe);
}
