import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SeriesBreak } from '#domain/judgements/target-to-judge.js';
import { type ComputedStanding, computedStanding } from '#features/judgements/mission-standing.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { targetFigure } from '#features/missions/target-figure.js';
import { publishedFiguresOf, publishedSeriesOf } from '#features/missions/published-figures.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { type Target } from '#features/missions/target.entity.js';
import { type NamedSeries, PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { type ReleaseOfMetric } from '#features/releases/releases.queries.js';
import { type Metric } from '../metric.entity.js';
import { metricsPaths } from '../metrics.paths.js';
import { AreaCellsQueries, type UsedCell } from './area-cells.queries.js';
import { idOf, type MetricTarget, metricTarget } from './metric-target.presenter.js';
import { targetPathTable } from './target-path.presenter.js';
import { MOST_INPUTS_SHOWN, verdictInputs } from './verdict-inputs.presenter.js';

/** What the targets of a metric are shown with. */
export interface MetricContext {
  metric: Metric;
  catalogue: readonly Metric[];
  releases: readonly ReleaseOfMetric[];
  breaks: readonly SeriesBreak[];
}

/** Reads how the targets of a metric stand, in three statements, and draws them. */
@Injectable()
export class MetricTargetsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly judgements: JudgementsQueries,
    private readonly observations: PublishedObservationsQueries,
    private readonly cells: AreaCellsQueries,
  ) {}

  async sections(targets: readonly Target[], context: MetricContext): Promise<MetricTarget[]> {
    if (targets.length === 0) return [];
    const [rows, series] = await Promise.all([
      this.judgements.latestComputed(this.dataSource.manager, [...new Set(targets.map(({ missionId }) => missionId))]),
      this.observations.series(targets.flatMap(publishedSeriesOf)),
    ]);
    const standings = new Map(targets.map(({ id }) => [id, computedStanding(rows.get(id))] as const));
    const shown = [...standings.values()].flatMap((standing) => (standing && standing.inputs.length <= MOST_INPUTS_SHOWN ? standing.inputs : []));
    const used = await this.cells.byKeys([...new Set(shown)]);
    return Promise.all(targets.map((target) => this.section(target, standings.get(target.id) ?? null, { series, used, context })));
  }

  private async section(
    target: Target,
    computed: ComputedStanding | null,
    { series, used, context }: { series: ReadonlyMap<string, NamedSeries>; used: readonly UsedCell[]; context: MetricContext },
  ): Promise<MetricTarget> {
    const { metric, catalogue, releases, breaks } = context;
    const figures = publishedFiguresOf(target, series);
    const toJudge = figures && targetToJudge(target, { ...figures, breaks: breaks.slice(metric.seriesBreaks.length) });
    return metricTarget({
      target,
      computed,
      figure: computed && toJudge ? await targetFigure({ id: `${idOf(target)}-chart`, target, metric, computed, toJudge }) : undefined,
      path: toJudge ? targetPathTable(toJudge, target.title) : undefined,
      inputs: computed
        ? verdictInputs({ title: target.title, computed, cells: used, metrics: catalogue, releases, csvHref: metricsPaths.inputsCsv(metric.slug, computed.id) })
        : undefined,
    });
  }
}
