/** A rule over areas is not judged on fewer of the expected areas than this. */
export const AREAS_NEEDED = 0.95;

export interface AreaCoverage {
  readonly usable: number;
  readonly expected: number;
  readonly enough: boolean;
  /** "no data (40 of 361)" where there are not enough, else "352 of 361 areas". */
  readonly words: string;
}

/** @param usable areas with a figure at the baseline and one at the period judged */
export function judgeAreaCoverage(usable: number, expected: number): AreaCoverage {
  const enough = isEnough(usable, expected);
  return {
    usable,
    expected,
    enough,
    words: enough ? `${usable} of ${expected} areas` : `no data (${usable} of ${expected})`,
  };
}

export function isEnough(usable: number, expected: number): boolean {
  // a hair's breadth, so that 19 of 20 is not lost to binary fractions
  return expected > 0 && usable >= AREAS_NEEDED * expected - 1e-9;
}
