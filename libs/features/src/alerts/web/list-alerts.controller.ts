import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock, londonDate } from '#platform/clock/clock.js';
import { type CsvCell, sendCsv } from '#platform/csv/csv-answer.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { type Alert } from '../alert.entity.js';
import { isUnanswered } from '../alert-standing.js';
import { subjectOfAlert } from '../alert-subject.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { filterOf, matches } from './alerts-filter.js';
import { presentAlerts } from './alerts-list.presenter.js';

const VIEW = 'alerts/web/views/list.njk';
const COLUMNS = [
  'reference', 'kind', 'status', 'no_response', 'framework', 'subject', 'target', 'department', 'raised_on', 'acknowledge_due_on', 'acknowledged_on', 'response_due_on', 'answer_due_on',
  'first_answered_on', 'plans_published', 'owner', 'sentence',
] as const;

@Controller()
export class ListAlertsController {
  constructor(
    private readonly alerts: AlertsQueries,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.list)
  @Access('public.read', 'none')
  async list(@Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    const filter = filterOf(query);
    const model = async (): Promise<object> => presentAlerts(await this.alerts.all(), this.clock.today(), filter);
    // the cache knows pages by their path alone
    if (filter.isSet) response.render(VIEW, await model());
    else await this.cache.send(request, response, { view: VIEW, model });
  }

  @Get(alertsPaths.listCsv)
  @Access('public.read', 'none')
  async csv(@Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    const [filter, today] = [filterOf(query), this.clock.today()];
    const { open, closed } = await this.alerts.all();
    const rows = [...open, ...closed].filter((alert) => matches(alert, filter, today)).map((alert) => row(alert, today));
    await sendCsv(response, { name: 'alerts.csv', columns: COLUMNS }, batch(rows));
  }
}

function row(alert: Alert, today: string): CsvCell[] {
  const day = (at: Date | null): string | null => at && londonDate(at);
  return [
    alert.reference, alert.kind, alert.status, isUnanswered(alert, today) ? 'yes' : 'no', alert.framework.slug, subjectOfAlert(alert).text, alert.target?.title ?? null, alert.organisation?.name ?? null,
    day(alert.raisedAt), alert.acknowledgeDueOn, day(alert.acknowledgedAt), alert.responseDueOn, owedBy(alert), day(alert.firstAnsweredAt), alert.plansPublished,
    alert.ownerName && `${alert.ownerName}, ${alert.ownerJob ?? ''}`, alert.sentence,
  ];
}

async function* batch(rows: CsvCell[][]): AsyncGenerator<CsvCell[][]> {
  yield await Promise.resolve(rows);
}
