import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, VISITOR } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { keyIn, pageOf } from '#platform/api/page-query.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { CHANGE_COLUMNS, changedCellsTable, changeRows } from '../changed-cells-csv.js';
import { ReleaseAccess } from '../release-access.service.js';
import { releasesPaths } from '../releases.paths.js';
import { type ChangeKey, changeKeyOf, RevisionsQueries } from '../revisions.queries.js';
import { releasesWords } from '../releases.words.js';
import { type CellLine, cellLine } from './changed-cells.presenter.js';

/** Rows of a page. */
const PAGE = 100;

interface ChangesPage {
  title: string;
  words: typeof releasesWords.changes;
  backLink: { text: string; href: string };
  rows: CellLine[];
  next: string | undefined;
}

/** Every figure that a release changed, in pages and as a file. */
@Controller()
export class ReleaseChangesController {
  constructor(
    private readonly access: ReleaseAccess,
    private readonly revisions: RevisionsQueries,
    private readonly pages: PageCache,
  ) {}

  @Get(releasesPaths.changesCsv(':id'))
  @Access('public.read', 'none')
  async download(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    const release = await this.access.find(actor, id);
    const metrics = await this.metricsOf(release.id);
    // what a statistician may see is for nobody's store
    const isPrivate = this.access.isStatistician(actor);
    const file = { name: `release-${release.id}-changes.csv`, columns: CHANGE_COLUMNS, ...(isPrivate ? { isPrivate } : { describedBy: releasesPaths.changesCsv(id) }) };
    await sendCsv(response, file, changeRows(this.revisions, release.id, metrics));
  }

  /** Anybody's store may keep it, so it is for nobody before the release's hour. */
  @Get(csvwPath(releasesPaths.changesCsv(':id')))
  @Access('public.read', 'none')
  async describe(@Param('id') id: string, @Res() response: Response): Promise<void> {
    const release = await this.access.find(VISITOR, id);
    sendCsvw(response, changedCellsTable(release, await this.metricsOf(release.id)));
  }

  @Get(releasesPaths.changes(':id', ':metric'))
  @Access('public.read', 'none')
  async list(@Param('id') id: string, @Param('metric') slug: string, @Query('after') cursor: unknown, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    // the first page is kept; the address has more than one, and a statistician may see what nobody else does
    const isOwn = cursor !== undefined || this.access.isStatistician(actor);
    await this.pages.send(request, response, { view: 'releases/web/views/changes.njk', model: () => this.page({ id, slug, cursor }, actor), isOwn });
  }

  private async page({ id, slug, cursor }: { id: string; slug: string; cursor: unknown }, actor: Actor): Promise<ChangesPage> {
    const release = await this.access.find(actor, id);
    const metric = (await this.metricsOf(release.id)).find((found) => found.slug === slug);
    if (!metric) throw ApplicationError.notFound('That metric in this release');
    const asked = typeof cursor === 'string' && cursor !== '';
    const after = asked ? (keyIn(cursor, ['id', 'date', 'months']) as ChangeKey | undefined) : undefined;
    if (asked && !after) throw ApplicationError.invalid([{ code: 'unknown-cursor', message: releasesWords.changes.unknownPage, field: 'after' }]);
    const found = await this.revisions.changedCells({ metricId: metric.id, releaseId: release.id }, after, PAGE + 1);
    const { items, nextCursor } = pageOf(found, PAGE, changeKeyOf);
    return {
      title: releasesWords.changes.listTitle(metric.name, release.id),
      words: releasesWords.changes,
      backLink: { text: releasesWords.back(release.id), href: releasesPaths.show(release.id) },
      rows: items.map((cell) => cellLine(cell, metric)),
      next: nextCursor === null ? undefined : `${releasesPaths.changes(release.id, slug)}?after=${nextCursor}`,
    };
  }

  private async metricsOf(releaseId: number): Promise<Metric[]> {
    return (await this.revisions.of(releaseId)).map(({ metric }) => metric);
  }
}
