import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { departmentsPaths } from '#features/departments/departments.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { type CsvCell, sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { alertLifeWords } from '../alert-life.words.js';
import { alertsPaths } from '../alerts.paths.js';
import { alertsWords } from '../alerts.words.js';
import { type DepartmentAlerts, DepartmentAlertsQueries } from '../department-alerts.queries.js';
import { COUNTS, DEPARTMENT_COLUMNS, departmentCells, departmentsTable } from './department-alerts-csv.js';

const words = alertLifeWords.departments;

export interface DepartmentAlertsPage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  columns: string[];
  rows: { name: string; href: string; alerts: string; counts: number[] }[];
  csvHref: string;
}

/** How each department has dealt with its alerts, as a page and as a file. */
@Controller()
export class DepartmentAlertsController {
  constructor(
    private readonly departments: DepartmentAlertsQueries,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.departments)
  @Access('public.read', 'none')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const model = async (): Promise<DepartmentAlertsPage> => presentDepartments(await this.departments.all(this.clock.today()));
    await this.cache.send(request, response, { view: 'alerts/web/views/departments.njk', model });
  }

  @Get(alertsPaths.departmentsCsv)
  @Access('public.read', 'none')
  async csv(@Res() response: Response): Promise<void> {
    const rows = (await this.departments.all(this.clock.today())).map(departmentCells);
    await sendCsv(response, { name: 'alerts-by-department.csv', columns: DEPARTMENT_COLUMNS, describedBy: alertsPaths.departmentsCsv }, batch(rows));
  }

  @Get(csvwPath(alertsPaths.departmentsCsv))
  @Access('public.read', 'none')
  describe(@Res() response: Response): void {
    sendCsvw(response, departmentsTable(this.clock.today()));
  }
}

function presentDepartments(departments: readonly DepartmentAlerts[]): DepartmentAlertsPage {
  return {
    title: words.title,
    breadcrumbs: [{ text: alertsWords.list.title, href: alertsPaths.list }, { text: words.title }],
    words,
    columns: COUNTS.map((count) => words.columns[count]),
    rows: departments.map(({ slug, name, counts }) => ({ name, href: departmentsPaths.show(slug), alerts: `${alertsPaths.list}?department=${slug}`, counts: COUNTS.map((count) => counts[count]) })),
    csvHref: alertsPaths.departmentsCsv,
  };
}

async function* batch(rows: CsvCell[][]): AsyncGenerator<CsvCell[][]> {
  yield await Promise.resolve(rows);
}
