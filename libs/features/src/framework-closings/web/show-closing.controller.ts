import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { closingsPaths as paths } from '../framework-closings.paths.js';
import { FrameworkClosingsQueries } from '../framework-closings.queries.js';
import { LAST_EDITION_COLUMNS, lastEditionCells, lastEditionTable } from '../last-edition-csv.js';
import { type ClosingPage, lastEditionPage, previewPage } from './closing.presenter.js';

/** The last edition of a framework and its files; before the closing, what would be unanswered. */
@Controller()
export class ShowClosingController {
  constructor(
    private readonly closings: FrameworkClosingsQueries,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(paths.show(':framework'))
  @Access('public.read', 'none')
  async show(@Param('framework') slug: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'framework-closings/web/views/closing.njk', model: () => this.model(actor, slug), isOwn: actor.kind !== 'visitor' });
  }

  /** The very bytes that the checksum is over. */
  @Get(paths.json(':framework'))
  @Access('public.read', 'none')
  async json(@Param('framework') slug: string, @Res() response: Response): Promise<void> {
    const { edition } = await this.closings.editionOf(slug);
    response.set({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, no-cache', ETag: `"${edition.checksum}"` }).send(Buffer.from(edition.body));
  }

  /** As `sha256sum -c` reads it. */
  @Get(paths.checksum(':framework'))
  @Access('public.read', 'none')
  async checksum(@Param('framework') slug: string, @Res() response: Response): Promise<void> {
    const { edition } = await this.closings.editionOf(slug);
    response.set({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, no-cache' }).send(`${edition.checksum}  last-edition.json\n`);
  }

  @Get(paths.csv(':framework'))
  @Access('public.read', 'none')
  async csv(@Param('framework') slug: string, @Res() response: Response): Promise<void> {
    const { document } = await this.closings.editionOf(slug);
    await sendCsv(response, { name: `${slug}-last-edition.csv`, columns: LAST_EDITION_COLUMNS, describedBy: paths.csv(slug) }, oneBatch(lastEditionCells(document)));
  }

  @Get(csvwPath(paths.csv(':framework')))
  @Access('public.read', 'none')
  async describe(@Param('framework') slug: string, @Res() response: Response): Promise<void> {
    const { document } = await this.closings.editionOf(slug);
    sendCsvw(response, lastEditionTable(paths.csv(slug), document));
  }

  private async model(actor: Actor, slug: string): Promise<ClosingPage> {
    const found = await this.closings.toClose(slug);
    const { framework, closing } = found;
    const events = closing ? await this.closings.eventsOf(closing.id) : [];
    const edition = framework.closedAt && (await this.closings.edition(framework.id));
    return edition ? lastEditionPage(edition, events) : previewPage(found, await this.closings.unansweredOf(framework.id, this.clock.today()), events, may(actor, 'council.decide'));
  }
}

async function* oneBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
