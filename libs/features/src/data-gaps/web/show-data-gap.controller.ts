import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { dataGapsPaths } from '../data-gaps.paths.js';
import { DataGapsQueries } from '../data-gaps.queries.js';
import { type DataGapPage, presentDataGap } from './data-gap.presenter.js';

@Controller()
export class ShowDataGapController {
  constructor(
    private readonly gaps: DataGapsQueries,
    private readonly pages: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(dataGapsPaths.show(':reference'))
  @Access('public.read', 'none')
  async show(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, { view: 'data-gaps/web/views/show.njk', model: () => this.page(reference, actor), isOwn: actor.kind !== 'visitor' });
  }

  private async page(reference: string, actor: Actor): Promise<DataGapPage> {
    const gap = await this.gaps.byReference(reference);
    const history = { events: await this.gaps.eventsOf(gap.id), alerts: await this.gaps.alertsOf(gap.id) };
    return presentDataGap(gap, history, { actor, today: this.clock.today() });
  }
}
