import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { verdictOf } from '#features/judgements/stored-judgement.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { Mission } from '#features/missions/mission.entity.js';
import { publishedSeriesOf } from '#features/missions/published-figures.js';
import { PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { SeriesBreaksQueries } from '#features/releases/series-breaks.queries.js';
import { type ShownFund } from '../funding.queries.js';
import { type ChangeRow, changeRows } from './fund-changes.presenter.js';

/** Reads what has changed in the targets that a fund is meant to serve, in three statements beside that for the missions. */
@Injectable()
export class FundChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly judgements: JudgementsQueries,
    private readonly observations: PublishedObservationsQueries,
    private readonly breaks: SeriesBreaksQueries,
  ) {}

  /** Those that a fund is tied to, each with its framework, and its targets with their metrics. */
  async missions({ missions: tied }: Pick<ShownFund, 'missions'>): Promise<Mission[]> {
    if (tied.length === 0) return [];
    return this.dataSource
      .getRepository(Mission)
      .createQueryBuilder('mission')
      .innerJoinAndSelect('mission.framework', 'framework')
      .leftJoinAndSelect('mission.targets', 'target')
      .leftJoinAndSelect('target.metric', 'metric')
      .where(`framework.slug || '/' || mission.slug IN (:...tied)`, { tied: tied.map(({ framework, slug }) => `${framework}/${slug}`) })
      .orderBy('framework.slug')
      .addOrderBy('mission.number')
      .getMany();
  }

  async of(missions: readonly Mission[]): Promise<ChangeRow[]> {
    const targets = missions.flatMap((mission) => mission.targets);
    const [series, breaks, latest] = await Promise.all([
      this.observations.series(targets.flatMap(publishedSeriesOf)),
      this.breaks.of(targets.flatMap(({ metricId }) => metricId ?? [])),
      this.judgements.latestComputed(this.dataSource.manager, missions.map(({ id }) => id)),
    ]);
    return changeRows({ missions, series, breaks, verdicts: new Map([...latest].map(([id, row]) => [id, verdictOf(row)])) });
  }
}
