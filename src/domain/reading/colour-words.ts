import { counted, listed } from '../wording';

/** The names of hues by the degree at which they end, going round from red. */
const HUES: readonly (readonly [upTo: number, name: string])[] = [
  [14, 'red'],
  [48, 'amber'],
  [68, 'yellow'],
  [170, 'green'],
  [260, 'blue'],
  [320, 'purple'],
  [360, 'red'],
];

/** "red, amber and green"; "3 colours" where one of them is not known or two have one name. @param colours as `ColourRun` has them. */
export function coloursInWords(colours: readonly string[]): string {
  const names = colours.map(nameOf);
  const known = [...new Set(names.flatMap((name) => name ?? []))];
  return known.length === colours.length ? listed(known) : counted(colours.length, 'colour');
}

/** @returns null for a colour that only the workbook's own palette knows. */
function nameOf(colour: string): string | null {
  if (!/^#[0-9A-F]{6}$/.test(colour)) return null;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 24) return most < 64 ? 'black' : 'grey';
  const turn = most === red ? (green - blue) / spread : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  const degrees = (turn * 60 + 360) % 360;
  return HUES.find(([upTo]) => degrees <= upTo)?.[1] ?? null;
}
