import { capitalised, duringPeriod, figureInWords } from '#domain/judgements/figure-words.js';
import { comparableTarget } from '#domain/judgements/comparable-target.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { whatItDoesNotMean } from '#features/metrics/what-it-does-not-mean.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { seriesChartSvg } from '#platform/charts/series-chart.js';
import { targetChart } from './target-chart.js';
import { type Target } from './target.entity.js';

export interface TargetFigureParts {
  /** Unique on the page. */
  id: string;
  target: Pick<Target, 'title'>;
  metric: Metric;
  computed: ComputedStanding;
  toJudge: TargetToJudge;
}

/**
 * Draws a target's series with its path, milestones and target.
 * @returns undefined where there is no figure, and for a ratio, which is no series of the metric
 */
export async function targetFigure({ id, target, metric, computed, toJudge }: TargetFigureParts): Promise<ChartFigure | undefined> {
  const comparable = comparableTarget(toJudge);
  const judged = toJudge.rule.kind === 'ratio' || 'refusal' in comparable ? undefined : comparable.target;
  const drawn = judged && targetChart(judged, headlineOf(computed, metric));
  if (!drawn) return undefined;
  const { chart, notes, table } = drawn;
  return { id, title: chart.title, subtitle: chart.subtitle, purpose: target.title, svg: await seriesChartSvg(chart), notes: [...notes, whatItDoesNotMean(metric)], table };
}

/** The news of a target's picture: the word, the latest figure, and what it is held against. */
export function headlineOf(computed: ComputedStanding, metric: Metric): string {
  const { latest, pathValue, baseline } = computed.components;
  const word = capitalised(VERDICTS[computed.verdict]);
  if (!latest) return word;
  const period = parsePeriod(latest.periodKey);
  const now = `${word}: ${figureInWords(latest.value, metric)} ${period ? duringPeriod(period) : `in ${latest.periodLabel}`}`;
  if (computed.method === 'direction-only' && baseline) return `${now}, ${figureInWords(baseline.value, metric)} at the baseline`;
  return pathValue === undefined ? now : `${now}, against ${figureInWords(pathValue, metric, 1)} on the path`;
}
