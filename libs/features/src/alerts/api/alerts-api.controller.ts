import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { Clock } from '#platform/clock/clock.js';
import { AlertsQueries } from '../alerts.queries.js';
import { alertResponse, AlertsResponse } from './alert.response.js';

@ApiTags('alerts')
@Controller('api/v1/alerts')
export class AlertsApiController {
  constructor(
    private readonly alerts: AlertsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Alerts by reference, open and closed' })
  @ApiOkResponse({ type: AlertsResponse })
  @ApiErrors(422)
  async list(@Query() query: PageQuery): Promise<AlertsResponse> {
    const [after] = keyOfCursor(query.cursor, ['text']) ?? [];
    const { open, closed } = await this.alerts.all();
    const sorted = [...open, ...closed].sort((a, b) => (a.reference < b.reference ? -1 : 1));
    const rest = sorted.filter(({ reference }) => after === undefined || reference > after);
    const { items, nextCursor } = pageOf(rest, query.limit, ({ reference }) => [reference]);
    const today = this.clock.today();
    return Object.assign(new AlertsResponse(), { nextCursor, items: items.map((alert) => alertResponse(alert, today)) });
  }
}
