/** The levels of the area register; `other` holds what serves no rule: police forces, ITL regions, former counties. */
export const AREA_LEVELS = [
  'country',
  'nation',
  'region',
  'combined-authority',
  'upper-tier',
  'lower-tier',
  'unitary',
  'other',
] as const;

export type AreaLevel = (typeof AREA_LEVELS)[number];

/** Tiers as the framework file names them. A unitary authority does the work of both tiers, so it counts in both. */
const LEVELS_OF_TIER = {
  ltla: ['lower-tier', 'unitary'],
  utla: ['upper-tier', 'unitary'],
  region: ['region'],
  nation: ['nation'],
} as const satisfies Record<string, readonly AreaLevel[]>;

export type AreaTier = keyof typeof LEVELS_OF_TIER;

export const AREA_TIERS = Object.keys(LEVELS_OF_TIER) as AreaTier[];

/** What the first three characters of a GSS code say; the texts of the files do not tell a unitary from a district. */
const LEVEL_OF_PREFIX: Readonly<Record<string, AreaLevel>> = {
  K02: 'country',
  K03: 'country',
  K04: 'country',
  E92: 'nation',
  W92: 'nation',
  S92: 'nation',
  N92: 'nation',
  E12: 'region',
  E47: 'combined-authority',
  E61: 'combined-authority',
  E06: 'unitary',
  E08: 'unitary',
  E09: 'unitary',
  W06: 'unitary',
  S12: 'unitary',
  N09: 'unitary',
  E07: 'lower-tier',
  E10: 'upper-tier',
};

/** Texts of the column `geography`, for codes that the prefixes leave open. */
const LEVEL_OF_TEXT: Readonly<Record<string, AreaLevel>> = {
  Country: 'country',
  Nation: 'nation',
  Region: 'region',
  'Combined Authority or City Region': 'combined-authority',
  'Local Authority District': 'lower-tier',
};

const COUNTRY_OF_LETTER: Readonly<Record<string, string>> = {
  E: 'England',
  W: 'Wales',
  S: 'Scotland',
  N: 'Northern Ireland',
};

const GSS_CODE = /^([A-Z])\d{2}\d{6}$/;
const ITL_CODE = /^TL[A-Z][A-Z0-9]{0,2}$/;

/** Is this a GSS code (`E06000001`) or a code of the international territorial levels (`TLC`, `TLC31`)? `na` is neither. */
export function isAreaCode(code: string): boolean {
  return GSS_CODE.test(code) || ITL_CODE.test(code);
}

/** @param geography the text of the file's column `geography` */
export function levelOfArea(code: string, geography: string): AreaLevel {
  const known = LEVEL_OF_PREFIX[code.slice(0, 3)];
  if (known) return known;
  // A county or district by the file's text alone may be a former one that has successors beside it (E11, E13).
  return GSS_CODE.test(code) && !/^E1[13]/.test(code) ? (LEVEL_OF_TEXT[geography] ?? 'other') : 'other';
}

/** @returns the country by the code's first letter; null for the UK's own codes and the ITL regions */
export function countryOfArea(code: string): string | null {
  return GSS_CODE.test(code) ? (COUNTRY_OF_LETTER[code.charAt(0)] ?? null) : null;
}

export function isAreaTier(text: string): text is AreaTier {
  return Object.hasOwn(LEVELS_OF_TIER, text);
}

/** @returns the register's levels for tiers of a framework file, each once; unknown tiers give none */
export function levelsOfTiers(tiers: readonly string[]): AreaLevel[] {
  return [...new Set(tiers.flatMap((tier) => (isAreaTier(tier) ? LEVELS_OF_TIER[tier] : [])))];
}
