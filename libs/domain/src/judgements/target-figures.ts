import type { Period } from '#domain/observations/period.js';
import { pointOfPeriod, usableSeries } from './prepared-series.js';
import { breakBetween } from './series-breaks.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import {
  acrossBreak,
  awaitingFigures,
  noBaseline,
  noFigures,
  noFigureSince,
  type UnjudgedTarget,
} from './unjudged-target.js';

/** What there is to judge a target of one series by, on a day. */
export interface TargetFigures {
  /** Usable, oldest first, up to the latest figure. */
  readonly series: readonly SeriesPoint[];
  readonly baseline: SeriesPoint;
  readonly latest: SeriesPoint;
  readonly decides: Period;
  /** The latest figure is the final one of the deciding period. */
  readonly final: boolean;
  /** The deciding period is over and its figure is not there. */
  readonly overdue: boolean;
}

/** No comparison is to be had; `used` are the figures that were there. */
export interface NoComparison {
  readonly found: UnjudgedTarget;
  readonly used: readonly SeriesPoint[];
}

/** The figure that a judgement on a day rests on: the final one of the deciding period, else the latest. */
export function latestFigure(
  target: TargetToJudge,
  decides: Period,
  asOf: string,
): Pick<TargetFigures, 'series' | 'final' | 'overdue'> & { readonly latest: SeriesPoint | undefined } {
  const series = usableSeries(target.series, asOf);
  const deciding = pointOfPeriod(series, decides.key);
  const final = deciding !== undefined && deciding.provisional !== true;
  const latest = final ? deciding : series.at(-1);
  return { series: upTo(series, latest), latest, final, overdue: asOf > decides.end && !deciding };
}

/** @param target as judged (`comparableTarget`) */
export function targetFigures(target: TargetToJudge, decides: Period, asOf: string): TargetFigures | NoComparison {
  const { series, latest, final, overdue } = latestFigure(target, decides, asOf);
  if (!latest) return { found: noFigures(target), used: [] };
  const baseline = pointOfPeriod(series, target.baseline.periodKey);
  if (!baseline) return { found: noBaseline(target), used: [latest] };
  if (latest.period.middle <= baseline.period.middle) {
    const lastKnown = `there is no figure after the baseline, ${baseline.period.label}`;
    const found = overdue
      ? awaitingFigures(target, decides, asOf, lastKnown)
      : noFigureSince(baseline, target, decides, asOf);
    return { found, used: [baseline] };
  }
  const broken = breakBetween(target.breaks ?? [], baseline.period, latest.period);
  if (broken) return { found: acrossBreak(target, broken, baseline, latest), used: [baseline, latest] };
  return { series, baseline, latest, decides, final, overdue };
}

function upTo(series: readonly SeriesPoint[], latest: SeriesPoint | undefined): readonly SeriesPoint[] {
  return latest ? series.slice(0, series.indexOf(latest) + 1) : series;
}
