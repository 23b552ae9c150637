import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { Clock } from '#platform/clock/clock.js';
import { AlertsQueries } from '../alerts.queries.js';
import { DepartmentAlertsQueries } from '../department-alerts.queries.js';
import { alertWithHistoryResponse, AlertWithHistoryResponse } from './alert-with-history.response.js';
import { departmentsAlertsResponse, DepartmentsAlertsResponse } from './department-alerts.response.js';
import { alertResponse, AlertsResponse } from './alert.response.js';

@ApiTags('alerts')
@Controller('api/v1/alerts')
export class AlertsApiController {
  constructor(
    private readonly alerts: AlertsQueries,
    private readonly departments: DepartmentAlertsQueries,
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

  @Get('departments')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'How each department has dealt with its alerts' })
  @ApiOkResponse({ type: DepartmentsAlertsResponse })
  async ofDepartments(): Promise<DepartmentsAlertsResponse> {
    return departmentsAlertsResponse(await this.departments.all(this.clock.today()));
  }

  @Get(':reference')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'One alert with its history and what releases have shown of its plan' })
  @ApiOkResponse({ type: AlertWithHistoryResponse })
  @ApiErrors(404)
  async show(@Param('reference') reference: string): Promise<AlertWithHistoryResponse> {
    const alert = await this.alerts.byReference(reference);
    return alertWithHistoryResponse(alert, await this.alerts.eventsOf(alert.id), await this.alerts.effectsOf(alert.id), this.clock.today());
  }
}
