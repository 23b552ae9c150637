import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { EnteredRecordsQueries } from '#features/past-days/entered-records.queries.js';
import { pastBanner } from '#features/past-days/past-banner.presenter.js';
import { pastDayOf } from '#features/past-days/past-day.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { Clock, londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { type PastAlertPage, pastAlertPage } from './past-alert.presenter.js';

/** An alert as everybody could read of it at the end of a day. */
@Controller()
export class PastAlertController {
  constructor(
    private readonly alerts: AlertsQueries,
    private readonly records: EnteredRecordsQueries,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(pastDaysPaths.page(alertsPaths.show(':reference'), ':day'))
  @Access('public.read', 'none')
  async show(@Param('reference') reference: string, @Param('day') day: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'alerts/web/views/past.njk', model: () => this.page(reference, day) });
  }

  /** @throws ApplicationError 404 also where it had not been raised by then */
  private async page(reference: string, text: string): Promise<PastAlertPage> {
    const day = pastDayOf(text, this.clock);
    const alert = await this.alerts.byReference(reference);
    if (alert.raisedAt > day.until) throw ApplicationError.notFound('That alert on that day');
    const events = (await this.alerts.eventsOf(alert.id)).filter(({ at }) => at <= day.until);
    const entered = await this.records.framework(alert.framework.slug, day, alert.mission?.slug);
    const banner = pastBanner(day, { page: alertsPaths.show(reference), since: londonDate(alert.raisedAt), today: this.clock.today() });
    return pastAlertPage(alert, events, { day: day.on, banner, framework: entered.framework, mission: alert.mission ? entered.missions[0]?.mission : undefined });
  }
}
