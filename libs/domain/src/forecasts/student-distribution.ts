import jstat from 'jstat';
import { normalCdf } from '#domain/judgements/normal-distribution.js';

/** From here on Student's t and the normal distribution differ by less than a thousandth of a chance. */
const AS_GOOD_AS_NORMAL = 500;

/** Beyond it no chance is left that could be told from none, and the library's series ends in NaN. */
const FARTHEST = 1e5;

const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

/** Student's t below x. @param df degrees of freedom, above 0; Infinity for the normal distribution */
export function studentCdf(x: number, df: number): number {
  if (Number.isNaN(x) || !(df > 0)) return Number.NaN;
  if (df > AS_GOOD_AS_NORMAL) return normalCdf(x);
  // both sides by the same numbers, so that they add up to 1
  if (x <= 0) return x === 0 ? 0.5 : 1 - studentCdf(-x, df);
  return x > FARTHEST ? 1 : jstat.jStat.studentt.cdf(x, df);
}

/** The x below which a share p of Student's t lies, 0 < p < 1. Degrees of freedom count to a tenth, so that many series ask for few. */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1) || !(df > 0)) return Number.NaN;
  if (p === 0.5) return 0;
  if (df > AS_GOOD_AS_NORMAL) return jstat.jStat.normal.inv(p, 0, 1);
  const rounded = Math.max(0.1, Math.round(df * 10) / 10);
  const name = `${p}/${rounded}`;
  const found = known.get(name) ?? jstat.jStat.studentt.inv(p, rounded);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, found);
  return found;
}
