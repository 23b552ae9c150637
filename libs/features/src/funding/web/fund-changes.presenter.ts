import { changeAtPlace } from '#domain/areas/change-at-place.js';
import { differenceInWords, figureInWords } from '#domain/judgements/figure-words.js';
import { pointOfPeriod } from '#domain/judgements/prepared-series.js';
import { type SeriesBreak, type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { publishedFiguresOf } from '#features/missions/published-figures.js';
import { type Target } from '#features/missions/target.entity.js';
import { type VerdictTag, verdictTag } from '#features/missions/verdict-tag.js';
import { type NamedSeries } from '#features/observations/published-observations.queries.js';
import { fundChangesWords as words } from '../fund-changes.words.js';

export interface ChangeRow {
  target: { text: string; href: string };
  mission: string;
  baseline: string;
  latest: string;
  change: string;
  verdict: VerdictTag | undefined;
}

/** What the targets are shown from. */
export interface ObservedTargets {
  /** Each with its framework, and its targets with their metrics. */
  missions: readonly Mission[];
  series: ReadonlyMap<string, NamedSeries>;
  /** Recorded breaks by the metric's id. */
  breaks: ReadonlyMap<number, readonly SeriesBreak[]>;
  /** The word that stands, by the target's id. */
  verdicts: ReadonlyMap<string, Verdict>;
}

/** A row for each target of the missions, in their order. */
export function changeRows({ missions, series, breaks, verdicts }: ObservedTargets): ChangeRow[] {
  return missions.flatMap((mission) =>
    mission.targets.toSorted((one, other) => one.position - other.position).map((target): ChangeRow => {
      const verdict = verdicts.get(target.id);
      return {
        target: { text: target.title, href: missionsPaths.targetPage(mission.framework.slug, mission.slug, target.slug) },
        mission: mission.focusArea,
        ...observed(target, series, breaks),
        verdict: verdict && verdictTag(verdict),
      };
    }),
  );
}

function observed(target: Target, series: ObservedTargets['series'], breaks: ObservedTargets['breaks']): Pick<ChangeRow, 'baseline' | 'latest' | 'change'> {
  const { metric, baseline } = target;
  if (!metric) return { baseline: words.noData, latest: words.noData, change: words.noData };
  const figures = publishedFiguresOf(target, series);
  if (!figures) return { baseline: words.manyAreas, latest: words.manyAreas, change: words.manyAreas };
  const latest = figures.series.at(-1);
  const before = baseline?.period ? pointOfPeriod(figures.series, baseline.period) : undefined;
  return {
    baseline: before ? pointInWords(before, metric) : baseline?.period ? words.noData : words.noBaseline,
    latest: latest ? pointInWords(latest, metric) : words.noData,
    change: before && latest ? changeInWords(before, latest, { metric, breaks: breaks.get(metric.id) ?? [] }) : words.noData,
  };
}

function pointInWords({ value, period }: SeriesPoint, metric: Metric): string {
  return `${figureInWords(value, metric)} (${period.label})`;
}

function changeInWords(before: SeriesPoint, latest: SeriesPoint, { metric, breaks }: { metric: Metric; breaks: readonly SeriesBreak[] }): string {
  const change = changeAtPlace(before, latest, { direction: metric.direction, roundingUnit: metric.roundingUnit, seriesBreaks: [...metric.seriesBreaks, ...breaks.map(({ periodKey }) => ({ from: periodKey }))] });
  if (!change) return words.notComparable;
  const amount = differenceInWords(change.difference, metric);
  if (change.difference === 0) return words.same;
  return `${change.difference > 0 ? words.up(amount) : words.down(amount)}: ${words.shown[change.shown]}`;
}
