import { Controller, Get, Param, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { type AlertPage, presentAlert } from './alert.presenter.js';

@Controller()
export class ShowAlertController {
  constructor(
    private readonly alerts: AlertsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.show(':reference'))
  @Access('public.read', 'none')
  @Render('alerts/web/views/show.njk')
  async show(@Param('reference') reference: string, @CurrentActor() actor: Actor): Promise<AlertPage> {
    const alert = await this.alerts.byReference(reference);
    return presentAlert(alert, await this.alerts.eventsOf(alert.id), { actor, today: this.clock.today() });
  }
}
