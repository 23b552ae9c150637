import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { levelsOfTiers } from '#domain/observations/area-level.js';
import { Access } from '#features/access/route-access.decorator.js';
import { OBSERVATION_COLUMNS, observationRows, observationsFile } from '#features/observations/observations-csv.js';
import { type ObservationFilter, PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { type Mission } from '../mission.entity.js';
import { missionsPaths } from '../missions.paths.js';
import { type Target } from '../target.entity.js';
import { MissionPageQueries } from './mission-page.queries.js';

/** The figures behind a target, as published: one area's, or every area's that its rule speaks of. */
@Controller()
export class TargetCsvController {
  constructor(
    private readonly queries: MissionPageQueries,
    private readonly observations: PublishedObservationsQueries,
    private readonly releases: ReleasesQueries,
  ) {}

  @Get(missionsPaths.targetCsv(':framework', ':mission', ':target'))
  @Access('public.read', 'none')
  async download(@Param('framework') framework: string, @Param('mission') slug: string, @Param('target') targetSlug: string, @Res() response: Response): Promise<void> {
    const { mission, target, metric, filter } = await this.subjectOf(framework, slug, targetSlug);
    const describedBy = missionsPaths.targetCsv(framework, mission.slug, target.slug);
    const file = { name: `${mission.slug}-${target.slug}.csv`, columns: OBSERVATION_COLUMNS, describedBy };
    await sendCsv(response, file, observationRows(metric, this.observations.batches(filter)));
  }

  @Get(csvwPath(missionsPaths.targetCsv(':framework', ':mission', ':target')))
  @Access('public.read', 'none')
  async describe(@Param('framework') framework: string, @Param('mission') slug: string, @Param('target') targetSlug: string, @Res() response: Response): Promise<void> {
    const { mission, target, metric } = await this.subjectOf(framework, slug, targetSlug);
    const url = missionsPaths.targetCsv(framework, mission.slug, target.slug);
    sendCsvw(response, observationsFile({ url, title: `${metric.name}: ${target.title}`, metric, releases: await this.releases.ofMetric(metric.id) }));
  }

  /** @throws ApplicationError where there is no such target, or no figures that it speaks of */
  private async subjectOf(framework: string, slug: string, targetSlug: string): Promise<{ mission: Mission; target: Target; metric: Metric; filter: ObservationFilter }> {
    const mission = await this.queries.bySlug(framework, slug);
    const target = mission?.targets.find((each) => each.slug === targetSlug);
    const filter = target && filterOf(target);
    if (!mission || !target?.metric || !filter) throw ApplicationError.notFound('A file of figures for that target');
    return { mission, target, metric: target.metric, filter };
  }
}

function filterOf({ metricId, areas }: Target): ObservationFilter | undefined {
  if (metricId === null || !areas) return undefined;
  if ('one' in areas) return { metricId, areaCodes: [areas.one] };
  if ('sum' in areas) return { metricId, areaCodes: areas.sum };
  const everywhere = areas.country === undefined || areas.country === 'UK';
  return { metricId, levels: levelsOfTiers(areas.every), ...(everywhere ? {} : { country: areas.country }) };
}
