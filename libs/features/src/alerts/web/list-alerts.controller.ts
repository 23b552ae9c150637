import { Controller, Get, Render } from '@nestjs/common';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { type AlertsListPage, presentAlerts } from './alerts-list.presenter.js';

@Controller()
export class ListAlertsController {
  constructor(
    private readonly alerts: AlertsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.list)
  @Access('public.read', 'none')
  @Render('alerts/web/views/list.njk')
  async list(): Promise<AlertsListPage> {
    return presentAlerts(await this.alerts.all(), this.clock.today());
  }
}
