import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { levelsOfTiers } from '#domain/observations/area-level.js';
import { Access } from '#features/access/route-access.decorator.js';
import { OBSERVATION_COLUMNS, observationRows } from '#features/observations/observations-csv.js';
import { type ObservationFilter, PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Target } from '../target.entity.js';
import { MissionPageQueries } from './mission-page.queries.js';

/** The figures behind a target, as published: one area's, or every area's that its rule speaks of. */
@Controller()
export class TargetCsvController {
  constructor(
    private readonly queries: MissionPageQueries,
    private readonly observations: PublishedObservationsQueries,
  ) {}

  @Get('/frameworks/:framework/missions/:mission/targets/:target.csv')
  @Access('public.read', 'none')
  async download(@Param('framework') framework: string, @Param('mission') slug: string, @Param('target') targetSlug: string, @Res() response: Response): Promise<void> {
    const mission = await this.queries.bySlug(framework, slug);
    const target = mission?.targets.find((each) => each.slug === targetSlug);
    const filter = target && filterOf(target);
    if (!mission || !target?.metric || !filter) throw ApplicationError.notFound('A file of figures for that target');
    const file = { name: `${mission.slug}-${target.slug}.csv`, columns: OBSERVATION_COLUMNS };
    await sendCsv(response, file, observationRows(target.metric, this.observations.batches(filter)));
  }
}

function filterOf({ metricId, areas }: Target): ObservationFilter | undefined {
  if (metricId === null || !areas) return undefined;
  if ('one' in areas) return { metricId, areaCodes: [areas.one] };
  if ('sum' in areas) return { metricId, areaCodes: areas.sum };
  const everywhere = areas.country === undefined || areas.country === 'UK';
  return { metricId, levels: levelsOfTiers(areas.every), ...(everywhere ? {} : { country: areas.country }) };
}
