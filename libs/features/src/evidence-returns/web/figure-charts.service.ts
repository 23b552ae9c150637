import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { publishedFiguresOf, publishedSeriesOf } from '#features/missions/published-figures.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { type Target } from '#features/missions/target.entity.js';
import { type NamedSeries, PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { seriesChartSvg } from '#platform/charts/series-chart.js';
import { HeadlineTargets } from '../headline-targets.queries.js';
import { figureChart } from './figure-chart.presenter.js';

/** Draws the figures of a mission's headline targets. */
@Injectable()
export class FigureCharts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly targets: HeadlineTargets,
    private readonly observations: PublishedObservationsQueries,
  ) {}

  /** One picture a headline target that has a series of one area; a rule over areas has none. Two statements, however many targets there are. */
  async ofMission(missionId: string): Promise<ChartFigure[]> {
    const targets = (await this.targets.of(missionId, this.dataSource.manager)).filter(({ areas, metric }) => metric && areas && 'one' in areas);
    const series = await this.observations.series(targets.flatMap(publishedSeriesOf));
    const drawn = await Promise.all(targets.map((target) => draw(target, series)));
    return drawn.flatMap((figure) => figure ?? []);
  }
}

async function draw(target: Target, series: ReadonlyMap<string, NamedSeries>): Promise<ChartFigure | undefined> {
  const figures = publishedFiguresOf(target, series);
  const found = figures && figureChart(targetToJudge(target, figures), target.title);
  if (!found) return undefined;
  const { chart, table } = found;
  return { id: `${target.slug}-chart`, title: chart.title, subtitle: chart.subtitle, svg: await seriesChartSvg(chart), notes: [], table };
}
