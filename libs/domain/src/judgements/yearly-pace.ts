import type { Period } from '#domain/observations/period.js';
import { touchesYear } from './prepared-series.js';
import { breakBetween } from './series-breaks.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';

export interface YearlyPace {
  /** Mean yearly change, in the unit of the series. */
  readonly perYear: number;
  /** How many years of change it stands on, up to five. */
  readonly years: number;
  /** The latest of them, per year. */
  readonly last: number;
  readonly used: readonly SeriesPoint[];
  /** Shock years within their time: figures that touch one were passed over. */
  readonly leftOut: readonly number[];
}

const YEARS = 5;
/** Yearly snapshots do not fall on the same day every year: a change of 1.03 years is one yearly change. */
const SLACK = 0.1;

type Marks = Pick<TargetToJudge, 'shockYears' | 'firstPeriodsOfStandard' | 'breaks'>;

/**
 * The mean of the last five yearly changes of a series, gone back from its latest figure. A change over a gap of two
 * years is two yearly changes of half its size, and of a gap that reaches beyond the five years only its part in them
 * counts. Figures of shock years and of the first period of a standard are left out, which makes a gap; a change over
 * a break of the series, or over the start of a standard, is no change and is passed over.
 * @param series usable figures, oldest first
 * @returns undefined where no two figures can be compared
 */
export function yearlyPace(series: readonly SeriesPoint[], marks: Marks): YearlyPace | undefined {
  const points = series.filter(({ period }) => isPace(period, marks));
  const used = new Set<SeriesPoint>();
  let [change, years] = [0, 0];
  let last: number | undefined;
  for (let index = points.length - 1; index > 0 && years < YEARS - SLACK; index -= 1) {
    const [from, to] = [points[index - 1], points[index]];
    if (!from || !to || !isOneChange(from.period, to.period, marks)) continue;
    const gap = to.period.middle - from.period.middle;
    const share = years + gap <= YEARS + SLACK ? 1 : (YEARS - years) / gap;
    change += share * (to.value - from.value);
    years += share * gap;
    last ??= (to.value - from.value) / gap;
    used.add(to).add(from);
  }
  const middles = [...used].map(({ period }) => period.middle);
  const leftOut = (marks.shockYears ?? []).filter((year) => year + 0.5 > Math.min(...middles) && year + 0.5 < Math.max(...middles));
  return last === undefined ? undefined : { perYear: change / years, years, last, used: [...used], leftOut };
}

function isPace(period: Period, { shockYears = [], firstPeriodsOfStandard = [] }: Marks): boolean {
  return !touchesYear(period, shockYears) && !firstPeriodsOfStandard.includes(period.key);
}

function isOneChange(from: Period, to: Period, { breaks = [], firstPeriodsOfStandard = [] }: Marks): boolean {
  if (to.middle - from.middle < 1e-9) return false;
  const starts = firstPeriodsOfStandard.map((periodKey) => ({ periodKey, what: 'the start of a standard' }));
  return !breakBetween([...breaks, ...starts], from, to);
}
