import { Injectable } from '@nestjs/common';
import { levelsOfTiers } from '#domain/observations/area-level.js';
import { AreasQueries } from '#features/areas/areas.queries.js';
import { type AsKnown, ObservationsQueries } from '#features/observations/observations.queries.js';
import { type JudgedTarget, type TargetFigures } from './target-to-judge.js';

/** The figures that a target is judged by, read from the newest releases. */
@Injectable()
export class TargetFiguresQueries {
  constructor(
    private readonly observations: ObservationsQueries,
    private readonly areas: AreasQueries,
  ) {}

  async of(target: Pick<JudgedTarget, 'areas'> & { metricId: number | null }, known: AsKnown = {}): Promise<TargetFigures> {
    const { areas, metricId } = target;
    const one = areas && 'one' in areas ? areas.one : undefined;
    const areaName = one === undefined ? undefined : (await this.areas.byCode(one, known.manager))?.name;
    const found: TargetFigures = { series: [], areas: [], ...(areaName === undefined ? {} : { areaName }) };
    if (metricId === null) return found;
    if (one !== undefined) return { ...found, series: await this.observations.series({ metricId, areaCode: one, ...known }) };
    if (!areas || !('every' in areas)) return found;
    const { every, country } = areas;
    return { ...found, areas: await this.observations.seriesOfAreas({ metricId, levels: levelsOfTiers(every), country, ...known }) };
  }
}
