import { Controller, Get, Param, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { dataGapsPaths } from '../data-gaps.paths.js';
import { DataGapsQueries } from '../data-gaps.queries.js';
import { type DataGapPage, presentDataGap } from './data-gap.presenter.js';

@Controller()
export class ShowDataGapController {
  constructor(
    private readonly gaps: DataGapsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(dataGapsPaths.show(':reference'))
  @Access('public.read', 'none')
  @Render('data-gaps/web/views/show.njk')
  async show(@Param('reference') reference: string, @CurrentActor() actor: Actor): Promise<DataGapPage> {
    const gap = await this.gaps.byReference(reference);
    const history = { events: await this.gaps.eventsOf(gap.id), alerts: await this.gaps.alertsOf(gap.id) };
    return presentDataGap(gap, history, { actor, today: this.clock.today() });
  }
}
