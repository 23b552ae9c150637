import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { councilPaths } from '../council.paths.js';
import { CouncilDecisionsQueries } from '../council-decisions.queries.js';
import { decisionPage, decisionsPage } from './decisions.presenter.js';

/** Closed decisions, for everybody. */
@Controller()
export class DecisionsController {
  constructor(
    private readonly queries: CouncilDecisionsQueries,
    private readonly pages: PageCache,
  ) {}

  @Get(councilPaths.decisions)
  @Access('public.read', 'none')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, { view: 'council/web/views/decisions.njk', model: async () => decisionsPage(await this.queries.closed()) });
  }

  @Get(councilPaths.decision(':reference'))
  @Access('public.read', 'none')
  async show(@Param('reference') reference: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, { view: 'council/web/views/decision.njk', model: async () => decisionPage(await this.queries.closedOne(reference)) });
  }
}
