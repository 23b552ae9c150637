import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { councilPaths } from '../council.paths.js';
import { CouncilRegisterQueries } from '../council-register.queries.js';
import { councilPage } from './council-page.presenter.js';

/** The council in public: members, terms, interests, money, rules, changes. */
@Controller()
export class CouncilPageController {
  constructor(
    private readonly queries: CouncilRegisterQueries,
    private readonly pages: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(councilPaths.council)
  @Access('public.read', 'none')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, {
      view: 'council/web/views/council.njk',
      model: async () => {
        const today = this.clock.today();
        return councilPage(await this.queries.register(today), today);
      },
    });
  }
}
