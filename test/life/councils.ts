import { type Framework, kent2025 } from '../../src/domain/framework';

/** The directorates that send tables in a life, by the codes that Kent's framework gives them. */
const DIRECTORATES = ['GET', 'CYPE', 'ASC', 'PH'] as const;
export type Directorate = (typeof DIRECTORATES)[number];

/** How large a council is: how many directorates send, and how many actions each has at first. */
export interface CouncilSize {
  readonly framework: Framework;
  readonly directorates: readonly Directorate[];
  readonly rows: { readonly least: number; readonly most: number };
}

/** Every tenth council has Kent's whole framework; the others one of its directorates and outcomes, with one indicator a level. */
export function councilOf(seed: number): CouncilSize {
  if (seed % 10 === 0) return { framework: kent2025(), directorates: DIRECTORATES, rows: { least: 3, most: 7 } };
  return { framework: small(), directorates: DIRECTORATES.slice(0, 2 + (seed % 3)), rows: { least: 2, most: 4 } };
}

let made: Framework | undefined;

function small(): Framework {
  made ??= smallOf(kent2025());
  return made;
}

function smallOf(whole: Framework): Framework {
  const codes = new Set<string>(DIRECTORATES);
  const indicators = whole.levels.flatMap(({ id }) => whole.indicators.filter(({ level }) => level === id).slice(0, 1));
  return { ...whole, directorates: whole.directorates.filter(({ shortCode }) => codes.has(shortCode)), indicators };
}

/** The framework once a directorate is called otherwise, with a code of its own; nothing in it tells of the old name. */
export function renamedIn(framework: Framework, from: string, name: string, shortCode: string): Framework {
  const directorates = framework.directorates.map((one) => (one.shortCode === from ? { name, shortCode, otherNames: [] } : one));
  return { ...framework, directorates };
}
