import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, VISITOR } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { ReleaseAccess } from '../release-access.service.js';
import { releasesPaths } from '../releases.paths.js';
import { ReleasesQueries } from '../releases.queries.js';
import { releasesListPage } from './releases-list.presenter.js';
import { ReleasePageService } from './release-page.service.js';

const LIST = 'releases/web/views/list.njk';
const SHOW = 'releases/web/views/show.njk';

/** Public pages, kept like others; a statistician’s are made for each asking, for they show what is under embargo. */
@Controller()
export class ReleasesController {
  constructor(
    private readonly cache: PageCache,
    private readonly access: ReleaseAccess,
    private readonly releases: ReleasesQueries,
    private readonly pages: ReleasePageService,
  ) {}

  @Get(releasesPaths.list)
  @Access('public.read', 'none')
  async list(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const published = (): ReturnType<ReleasesQueries['list']> => this.releases.list({ embargoed: false });
    if (this.access.isStatistician(actor)) {
      response.set('Cache-Control', 'private, no-store').render(LIST, { ...releasesListPage(await published(), await this.releases.list({ embargoed: true })) });
      return;
    }
    await this.cache.send(request, response, { view: LIST, model: async () => releasesListPage(await published(), []) });
  }

  @Get(releasesPaths.show(':id'))
  @Access('public.read', 'none')
  async show(@Param('id') id: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (this.access.isStatistician(actor)) {
      const page = await this.pages.page(await this.access.find(actor, id), { statistician: true });
      response.set('Cache-Control', 'private, no-store').render(SHOW, { ...page });
      return;
    }
    const model = async (): Promise<object> => this.pages.page(await this.access.find(VISITOR, id), { statistician: false });
    await this.cache.send(request, response, { view: SHOW, model });
  }
}
