import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type AreaSeries, type SeriesBreak, type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { Area } from '#features/areas/area.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { type AsKnown, ObservationsQueries } from '#features/observations/observations.queries.js';
import { SeriesBreaksQueries } from '#features/releases/series-breaks.queries.js';

/** Metrics that judging needs beside the targets' own, by their slugs in the catalogue. Without figures each says so where it is missed. */
const POPULATION = 'population';
const DEPRIVATION = 'imd-2019-average-score';
const DEFLATOR = 'gdp-deflator';
const UNITED_KINGDOM = 'K02000001';

/** What is known beside the figures themselves. */
export interface TargetContext {
  /** By the area's code: people, deprivation. */
  ofArea: (code: string) => Pick<AreaSeries, 'people' | 'deprivation'>;
  /** Recorded breaks by the metric's id. */
  breaks: ReadonlyMap<number, readonly SeriesBreak[]>;
  /** Price index of the whole economy. */
  deflator?: readonly SeriesPoint[];
}

/** Populations, deprivation, prices and breaks: loaded like any other figures, and missed in words where they are not. */
@Injectable()
export class TargetContextQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly observations: ObservationsQueries,
    private readonly breaks: SeriesBreaksQueries,
  ) {}

  async of({ metricIds, areas, money }: { metricIds: readonly number[]; areas: readonly Area[]; money: boolean }, known: AsKnown): Promise<TargetContext> {
    const { manager = this.dataSource.manager } = known;
    const slugs = [...(areas.length > 0 ? [POPULATION, DEPRIVATION] : []), ...(money ? [DEFLATOR] : [])];
    const metrics = slugs.length === 0 ? [] : await manager.getRepository(Metric).findBy({ slug: In(slugs) });
    const latest = async (slug: string): Promise<Map<string, number>> => {
      const metric = metrics.find((found) => found.slug === slug);
      if (!metric) return new Map();
      const figures = await this.observations.figures({ metricId: metric.id, areas, ...known });
      return new Map([...figures].flatMap(([code, points]) => (points.at(-1) ? [[code, points.at(-1)?.value ?? 0] as const] : [])));
    };
    const [people, deprivation] = [await latest(POPULATION), await latest(DEPRIVATION)];
    const deflator = metrics.find(({ slug }) => slug === DEFLATOR);
    const prices = deflator ? await this.observations.series({ metricId: deflator.id, areaCode: UNITED_KINGDOM, ...known }) : [];
    return {
      ofArea: (code) => ({
        ...(people.has(code) ? { people: people.get(code) } : {}),
        ...(deprivation.has(code) ? { deprivation: deprivation.get(code) } : {}),
      }),
      breaks: await this.breaks.of(metricIds, manager),
      ...(prices.length > 0 ? { deflator: prices } : {}),
    };
  }
}
