import { parsePeriod, type Period } from '#domain/observations/period.js';
import { type AreaCoverage, judgeAreaCoverage } from './area-coverage.js';
import { areaFigures, pointAt } from './area-figures.js';
import { areasAtBothEnds } from './area-pairs.js';
import { reportAreas, reportGroup } from './area-report.js';
import { withSuccessors } from './area-succession.js';
import type { AreasToJudge } from './areas-to-judge.js';
import type { ComputedJudgement } from './computed-judgement.js';
import { judgeEveryArea } from './every-area.js';
import { dateInWords, seriesInWords } from './figure-words.js';
import { judgeGap } from './gap-verdict.js';
import { judgeGroup, type JudgeSeries } from './group-rule.js';
import { reportUnjudged } from './judgement-report.js';
import { levellingDown, type LevellingDownGuard } from './levelling-down.js';
import { isSamePeriod } from './prepared-series.js';
import { breakBetween } from './series-breaks.js';
import type { AreaSeries, TargetToJudge } from './target-to-judge.js';
import { acrossBreak, firstFigureDue, type UnjudgedTarget } from './unjudged-target.js';

/**
 * Rules over areas: enough of them must have a figure at the baseline and at one and the same latest period.
 * @param judge judges one series, for the mean of a group is a target like any other
 */
export function judgeAreas(target: TargetToJudge, decides: Period, asOf: string, judge: JudgeSeries): ComputedJudgement {
  const areas = preparedAreas(target, asOf);
  const { expected } = target.areas ?? { expected: 0 };
  const baseline = parsePeriod(target.baseline.periodKey);
  const ends = baseline ? areasAtBothEnds(areas, expected, baseline, decides) : undefined;
  const coverage = judgeAreaCoverage(ends?.areas.length ?? 0, expected);
  const components = { areas: { usable: coverage.usable, expected } };
  const [first] = ends?.areas ?? [];
  const [start, latest] = [baseline, ends?.period].map((period) => first && period && pointAt(first.series, period));
  if (!coverage.enough || !ends || !start || !latest) {
    const early = baseline && !latest ? tooEarly(target, areas, baseline, decides, asOf) : undefined;
    const used = start && latest ? [start, latest] : [];
    return reportUnjudged(target, asOf, early ?? tooFewAreas(target, coverage), used, components);
  }
  const broken = breakBetween(target.breaks ?? [], start.period, latest.period);
  if (broken) return reportUnjudged(target, asOf, acrossBreak(target, broken, start, latest), [start, latest], components);
  const judged: AreasToJudge = {
    target,
    asOf,
    areas,
    usable: ends.areas,
    baseline: start.period,
    period: latest.period,
    decides,
    atEnd: isSamePeriod(latest.period, decides),
  };
  const guard = levellingDown(areas, target, judged.period, judged.baseline);
  const { rule } = target;
  if (rule.kind === 'worst-areas' || rule.kind === 'top-areas') return reportGroup(judged, rule, judgeGroup(rule, judged, judge), guard);
  return reportAreas(judged, rule.kind === 'gap' ? judgeGap(rule, judged) : judgeEveryArea(judged), guard);
}

/** The guard against levelling down for a metric with areas, whatever its rule; over the last five years and those before. */
export function levellingDownOf(target: TargetToJudge, asOf: string): LevellingDownGuard {
  return levellingDown(preparedAreas(target, asOf), target);
}

/** The areas of a target with the figures that may be used as of a day, oldest first. */
function preparedAreas(target: TargetToJudge, asOf: string): readonly AreaSeries[] {
  return withSuccessors(areaFigures(target.areas?.list ?? [], asOf), target);
}

/** Enough areas have a baseline and none has a later figure, which is not due yet. */
function tooEarly(
  target: TargetToJudge,
  areas: readonly AreaSeries[],
  baseline: Period,
  decides: Period,
  asOf: string,
): UnjudgedTarget | undefined {
  const started = areas.filter(({ series }) => pointAt(series, baseline)).length;
  const due = firstFigureDue(baseline, target, decides);
  if (!judgeAreaCoverage(started, target.areas?.expected ?? 0).enough || asOf > due) return undefined;
  const sentence = `It is too early to judge ${seriesInWords(target)}: the first figures after the baseline, ${baseline.label}, are due on ${dateInWords(due)}.`;
  return { verdict: 'too-early', sentence };
}

function tooFewAreas(target: TargetToJudge, { usable, expected }: AreaCoverage): UnjudgedTarget {
  const both = 'a figure for the baseline and a later one';
  const sentence =
    expected > 0
      ? `No data (${usable} of ${expected}): ${usable} of the ${expected} areas have ${both} for ${seriesInWords(target)}, and at least 95% must.`
      : `No data: it is not known how many areas there should be for ${seriesInWords(target)}.`;
  return { verdict: 'no-data', sentence, missing: true };
}
