import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { directorsPaths } from '../directors.paths.js';
import { DirectorsQueries } from '../directors.queries.js';
import { type DirectorsListPage, directorsListPage } from './directors-list.presenter.js';

const VIEW = 'directors/web/views/list.njk';

@Controller()
export class ListDirectorsController {
  constructor(
    private readonly directors: DirectorsQueries,
    private readonly clock: Clock,
    private readonly pages: PageCache,
  ) {}

  @Get(directorsPaths.list)
  @Access('public.read', 'none')
  async list(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (actor.kind === 'visitor') await this.pages.send(request, response, { view: VIEW, model: () => this.page(false) });
    else response.set('Cache-Control', 'private, no-cache').render(VIEW, await this.page(may(actor, 'director.manage')));
  }

  private async page(manages: boolean): Promise<DirectorsListPage> {
    const directors = await this.directors.all();
    const names = await this.directors.placeNames(directors.flatMap(({ places }) => places));
    return directorsListPage(directors, names, { today: this.clock.today(), manages });
  }
}
