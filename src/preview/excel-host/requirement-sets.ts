/** What an Excel says it supports: highest version by set. A set that is not named is not supported. */
export type RequirementSets = Readonly<Record<string, number>>;

/** Minor version of ExcelApi 1.x: LTSC 2021 has 14, LTSC 2024 17, Microsoft 365 and the web 21. */
export function excelApi(minor: number): RequirementSets {
  return {
    ExcelApi: minor,
    // The package is older than some promotions: what it still calls online-only came to every Excel with 1.17 at the latest.
    ...(minor >= 17 ? { ExcelApiOnline: 1 } : {}),
    RichApiRuntime: 2,
    DelayForCellEdit: 1,
    SharedRuntime: 1,
    RibbonApi: 2,
    DialogApi: 2,
    KeyboardShortcuts: 1,
    IdentityAPI: 3,
  };
}

export const EVERYTHING: RequirementSets = excelApi(21);

/** `Office.context.requirements.isSetSupported`: versions are "1.9" or a number; without one any version will do. */
export function isSetSupported(sets: RequirementSets, name: string, version: unknown): boolean {
  const minor = Object.entries(sets).find(([set]) => set.toLowerCase() === name.toLowerCase())?.[1];
  if (minor === undefined) return false;
  if (typeof version !== 'string' && typeof version !== 'number') return true;
  const [major, wanted = '0'] = String(version).split('.');
  return Number(major) < 1 || (Number(major) === 1 && Number(wanted) <= minor);
}
