import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { type CsvCell, sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { ALERT_COLUMNS, alertCells, alertsTable } from './alerts-csv.js';
import { filterOf, matches } from './alerts-filter.js';
import { presentAlerts } from './alerts-list.presenter.js';

const VIEW = 'alerts/web/views/list.njk';

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
    const rows = [...open, ...closed].filter((alert) => matches(alert, filter, today)).map((alert) => alertCells(alert, today));
    await sendCsv(response, { name: 'alerts.csv', columns: ALERT_COLUMNS, describedBy: alertsPaths.listCsv }, batch(rows));
  }

  @Get(csvwPath(alertsPaths.listCsv))
  @Access('public.read', 'none')
  describe(@Res() response: Response): void {
    sendCsvw(response, alertsTable(this.clock.today()));
  }
}

async function* batch(rows: CsvCell[][]): AsyncGenerator<CsvCell[][]> {
  yield await Promise.resolve(rows);
}
