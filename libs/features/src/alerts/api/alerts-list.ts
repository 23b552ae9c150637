import { Injectable } from '@nestjs/common';
import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { Clock } from '#platform/clock/clock.js';
import { AlertsQueries } from '../alerts.queries.js';
import { alertWithHistoryResponse, AlertWithHistoryResponse } from './alert-with-history.response.js';
import { AlertResponse, alertResponse } from './alert.response.js';

@Injectable()
export class AlertsList implements ListSource<AlertResponse> {
  constructor(
    private readonly alerts: AlertsQueries,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<AlertResponse[]> {
    const [{ open, closed }, today] = [await this.alerts.all(), this.clock.today()];
    return [...open, ...closed].map((alert) => alertResponse(alert, today));
  }

  async one(reference: string): Promise<AlertWithHistoryResponse> {
    const alert = await this.alerts.byReference(reference);
    return alertWithHistoryResponse(alert, await this.alerts.eventsOf(alert.id), await this.alerts.effectsOf(alert.id), this.clock.today());
  }
}

export const ALERTS: OpenList = {
  path: 'alerts', tag: 'alerts', title: 'Alerts', noun: 'That alert',
  description: 'Off track has a cost: what happened, who must answer by when, and what came of it. Open ones and closed ones.',
  item: AlertResponse, whole: AlertWithHistoryResponse, key: { reference: 'text' }, id: 'reference', source: AlertsList,
  filters: [
    { name: 'kind', kind: Object.keys(ALERT_KINDS), description: 'What it was raised on' },
    { name: 'status', kind: Object.keys(ALERT_STATUS), description: 'Where it stands' },
    { name: 'framework', kind: 'text', description: 'Slug of the framework' },
    { name: 'mission', kind: 'text', description: 'Slug of the mission' },
    { name: 'noResponse', kind: 'flag', description: 'The day for the answer has passed without one' },
  ],
};
