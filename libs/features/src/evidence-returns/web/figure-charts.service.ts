import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TargetFiguresQueries } from '#features/missions/target-figures.queries.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { Target } from '#features/missions/target.entity.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { seriesChartSvg } from '#platform/charts/series-chart.js';
import { figureChart } from './figure-chart.presenter.js';

/** Draws the figures of a mission's headline targets. */
@Injectable()
export class FigureCharts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly figures: TargetFiguresQueries,
  ) {}

  /** One picture a headline target that has a series of one area; a rule over areas has none. */
  async ofMission(missionId: string): Promise<ChartFigure[]> {
    const targets = await this.dataSource
      .getRepository(Target)
      .find({ where: { missionId, role: 'headline' }, relations: { metric: true }, order: { position: 'ASC' } });
    const drawn = await Promise.all(targets.map((target) => this.draw(target)));
    return drawn.flatMap((figure) => figure ?? []);
  }

  private async draw(target: Target): Promise<ChartFigure | undefined> {
    if (!target.areas || !('one' in target.areas) || !target.metric) return undefined;
    const found = figureChart(targetToJudge(target, await this.figures.of(target)), target.title);
    if (!found) return undefined;
    const { chart, table } = found;
    return { id: `${target.slug}-chart`, title: chart.title, subtitle: chart.subtitle, svg: await seriesChartSvg(chart), notes: [], table };
  }
}
