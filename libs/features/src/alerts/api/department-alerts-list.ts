import { Injectable } from '@nestjs/common';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { Clock } from '#platform/clock/clock.js';
import { DepartmentAlertsQueries } from '../department-alerts.queries.js';
import { DepartmentAlertsResponse, departmentAlertsResponse } from './department-alerts.response.js';

@Injectable()
export class DepartmentAlertsList implements ListSource<DepartmentAlertsResponse> {
  constructor(
    private readonly departments: DepartmentAlertsQueries,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<DepartmentAlertsResponse[]> {
    return (await this.departments.all(this.clock.today())).map(departmentAlertsResponse);
  }
}

export const DEPARTMENT_ALERTS: OpenList = {
  path: 'alerts/departments', tag: 'alerts', title: 'Departments and their alerts', noun: 'Alerts of that department',
  description: 'How a department has dealt with its alerts: in time, late, or not at all.',
  item: DepartmentAlertsResponse, key: { slug: 'text' }, id: 'slug', source: DepartmentAlertsList,
};
