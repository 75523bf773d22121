import type { Directorate, Framework, FrameworkFile, Indicator } from './framework-schema';
import { plainName } from './plain-name';

/** The level of indicators that name none: "All indicators". */
const NO_LEVEL = { id: 'All', title: 'indicators', narrative: '' };

/** Fills in what a framework file leaves out: the plan's name, short codes, the levels and numbers of indicators. */
export function completeFramework(written: FrameworkFile): Framework {
  const file = { ...written };
  delete file.$schema;
  const indicators = numbered(file.indicators);
  const named = new Set(file.levels.map(({ id }) => id));
  const used = [...new Set(indicators.map(({ level }) => level))].filter((level) => !named.has(level));
  const levels = used.map((id) => {
    if (id === NO_LEVEL.id) return NO_LEVEL;
    const title = file.outcomes.find(({ code }) => code === id)?.titles[0];
    return { id, title: title ?? id, narrative: '' };
  });
  return {
    ...file,
    name: file.name ?? `${file.council} delivery plan`,
    directorates: withShortCodes(file.directorates),
    levels: [...file.levels, ...levels],
    indicators,
  };
}

function numbered(indicators: FrameworkFile['indicators']): Indicator[] {
  const taken = new Set(indicators.flatMap(({ id }) => id ?? []));
  const counts = new Map<string, number>();
  return indicators.map((indicator) => {
    const level = indicator.level ?? NO_LEVEL.id;
    if (indicator.id !== undefined) return { ...indicator, id: indicator.id, level };
    let number = counts.get(level) ?? 0;
    let id: string;
    do {
      number += 1;
      id = `${level}.${String(number)}`;
    } while (taken.has(id));
    counts.set(level, number);
    return { ...indicator, id, level };
  });
}

const LONGEST = 8;
const SMALL_WORDS = /^(?:and|of|the|for|in|to|a|an|directorate|department|division|service|services|council)$/i;

/** "Adult Social Care" is ASC, "Highways" HIG; the later of two alike has a number. The same names in the same order give the same codes. */
function withShortCodes(directorates: FrameworkFile['directorates']): Directorate[] {
  const given = directorates.flatMap(({ shortCode }) => shortCode ?? []);
  const names = directorates.flatMap(({ name, otherNames }) => [name, ...otherNames]);
  const taken = new Set(given.map(plainName));
  return directorates.map((directorate) => {
    if (directorate.shortCode !== undefined) return { ...directorate, shortCode: directorate.shortCode };
    const own = new Set([directorate.name, ...directorate.otherNames].map(plainName));
    const isFree = (code: string): boolean =>
      !taken.has(plainName(code)) && (own.has(plainName(code)) || !names.some((name) => plainName(name) === plainName(code)));
    const base = initialsOf(directorate.name);
    let shortCode = base;
    for (let number = 2; !isFree(shortCode); number += 1) shortCode = `${base.slice(0, LONGEST - String(number).length)}${String(number)}`;
    taken.add(plainName(shortCode));
    return { ...directorate, shortCode };
  });
}

function initialsOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
  if (/^[A-Z][A-Z0-9]{0,7}$/.test(plain.trim())) return plain.trim();
  const all = plain.match(/[A-Za-z0-9]+/g) ?? [];
  const telling = all.filter((word) => !SMALL_WORDS.test(word));
  const words = telling.length > 0 ? telling : all;
  const letters = words.length === 1 ? (words[0] ?? '').slice(0, 3) : words.map((word) => word.charAt(0)).join('');
  const code = letters.toUpperCase().slice(0, LONGEST - 1);
  return /^[A-Z]/.test(code) ? code : `D${code}`;
}
