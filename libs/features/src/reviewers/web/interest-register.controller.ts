import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { InterestsQueries } from '../interests.queries.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { registerPage } from './interests.presenter.js';

/** The public register. */
@Controller()
export class InterestRegisterController {
  constructor(
    private readonly queries: InterestsQueries,
    private readonly pages: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(reviewersPaths.interests)
  @Access('public.read', 'none')
  async register(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, {
      view: 'reviewers/web/views/interest-register.njk',
      model: async () => registerPage(await this.queries.register(), this.clock.today()),
    });
  }
}
