import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type AreaSeries, type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { type AreaLevel } from '#domain/observations/area-level.js';
import { Area } from '#features/areas/area.entity.js';
import { Clock } from '#platform/clock/clock.js';
import { rowArrays } from '#platform/database/row-arrays.js';
import { Release } from '#features/releases/release.entity.js';
import { areasOfCountry, seriesOnce } from './area-series.js';
import { PastRevisions, type RevisionRow, REVISIONS } from './past-revisions.js';
import { type CellRow, CELLS, seriesOf } from './series-cells.js';

/** What was known of the figures. */
export interface AsKnown {
  /** Releases published by this instant; now, where none is given. */
  at?: Date;
  /**
   * For judging a day of the past again: a release whose hour of publication nobody has said, loaded later, counts for a metric of
   * which no dated release was there by then.
   */
  undated?: boolean;
  /** Reads inside a transaction, so that a release that it has just written counts. */
  manager?: EntityManager;
}

/** Series of figures: of each cell the newest release, and blanks absent. */
@Injectable()
export class ObservationsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One area's series, oldest first. */
  async series({ metricId, areaCode, ...known }: { metricId: number; areaCode: string } & AsKnown): Promise<SeriesPoint[]> {
    const { manager = this.dataSource.manager } = known;
    const area = await manager.getRepository(Area).findOneBy({ code: areaCode });
    if (!area) return [];
    return (await this.figures({ metricId, areas: [area], ...known })).get(areaCode) ?? [];
  }

  /**
   * The series of every area of some levels. An area whose successor has figures of its own is left out: an authority is
   * not counted under its old and its new code.
   * @param country as in the register: `England`; `UK`, or nothing, for all
   */
  async seriesOfAreas({
    metricId,
    levels,
    country,
    ...known
  }: { metricId: number; levels: readonly AreaLevel[]; country?: string } & AsKnown): Promise<AreaSeries[]> {
    const { manager = this.dataSource.manager } = known;
    const areas = await manager.getRepository(Area).findBy({ level: In([...levels]) });
    return seriesOnce(areasOfCountry(areas, country), await this.figures({ metricId, areas, ...known }));
  }

  /**
   * The series of some areas by their codes, oldest first and without blanks; areas without figures are absent. One
   * statement, whatever the number of areas.
   */
  async figures({
    metricId,
    areas,
    at = this.clock.now(),
    undated = false,
    manager = this.dataSource.manager,
  }: { metricId: number; areas: readonly Pick<Area, 'id' | 'code'>[] } & AsKnown): Promise<Map<string, SeriesPoint[]>> {
    const codes = new Map(areas.map(({ id, code }) => [id, code]));
    const rows = await rowArrays<CellRow>(manager, CELLS, [metricId, this.notAhead(at), undated, [...codes.keys()]]);
    return seriesOf(rows, metricId, codes);
  }

  /** How far figures without a published interval were moved from their first release to the newest. One statement. */
  async revisions({ metricIds, at = this.clock.now(), manager = this.dataSource.manager }: { metricIds: readonly number[] } & AsKnown): Promise<PastRevisions> {
    return new PastRevisions(await rowArrays<RevisionRow>(manager, REVISIONS, [metricIds, this.notAhead(at)]));
  }

  /** The releases that cells came from, by the cells' keys (`metric/area/period/release`), in the order of their import. */
  async releasesOf(keys: readonly string[]): Promise<Release[]> {
    const ids = new Set(keys.map((key) => Number(key.slice(key.lastIndexOf('/') + 1))).filter(Number.isInteger));
    return this.dataSource.getRepository(Release).find({ where: { id: In([...ids]) }, order: { id: 'ASC' } });
  }

  /** A day of the future is judged by what is published now: releases under embargo have no hour that could be asked for early. */
  private notAhead(at: Date): Date {
    const now = this.clock.now();
    return at > now ? now : at;
  }
}
