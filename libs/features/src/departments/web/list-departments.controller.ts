import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { DepartmentAlertsQueries } from '#features/alerts/department-alerts.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { metadataOf, numberCell, type PublicTable, sendTable, shownTable } from '#platform/pages/public-table.js';
import { departmentsPaths } from '../departments.paths.js';
import { DepartmentsQueries } from '../departments.queries.js';
import { departmentsWords } from '../departments.words.js';

const words = departmentsWords.list;

/** All departments side by side, as a page and as a file. */
@Controller()
export class ListDepartmentsController {
  constructor(
    private readonly departments: DepartmentsQueries,
    private readonly alerts: DepartmentAlertsQueries,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(departmentsPaths.list)
  @Access('public.read', 'none')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const model = async (): Promise<object> => ({ title: words.title, words, download: departmentsWords.download, table: shownTable(await this.table(), departmentsPaths.csv) });
    await this.cache.send(request, response, { view: 'departments/web/views/list.njk', model });
  }

  @Get(departmentsPaths.csv)
  @Access('public.read', 'none')
  async csv(@Res() response: Response): Promise<void> {
    await sendTable(response, await this.table(), departmentsPaths.csv);
  }

  @Get(departmentsPaths.csvMetadata)
  @Access('public.read', 'none')
  async describe(@Res() response: Response): Promise<void> {
    sendCsvw(response, metadataOf(await this.table(), departmentsPaths.csv, { modified: this.clock.today() }));
  }

  private async table(): Promise<PublicTable> {
    const today = this.clock.today();
    const counts = new Map((await this.alerts.all(today)).map((department) => [department.slug, department.counts]));
    const { name, leads, contributes, overdue, open, notAnswered } = words.columns;
    return {
      key: 'departments', heading: words.table, empty: words.empty,
      columns: [
        { name: 'department', heading: name, description: 'Name of the department' },
        { name: 'slug', description: 'Short name, as addresses have it' },
        { name: 'missions_led', heading: leads, description: 'Missions that it leads today', datatype: 'integer' },
        { name: 'missions_contributed_to', heading: contributes, description: 'Missions that it contributes to today', datatype: 'integer' },
        { name: 'overdue', heading: overdue, description: 'Returns and plans whose day has passed without a delivery', datatype: 'integer' },
        { name: 'open_alerts', heading: open, description: 'Alerts that are open', datatype: 'integer' },
        { name: 'not_answered', heading: notAnswered, description: 'Alerts whose answer did not come by its day', datatype: 'integer' },
      ],
      rows: (await this.departments.all(today)).map((department) => [
        { text: department.name, href: departmentsPaths.show(department.slug) },
        { text: department.slug },
        numberCell(department.leads),
        numberCell(department.contributes),
        numberCell(department.overdue),
        numberCell(counts.get(department.slug)?.open ?? 0),
        numberCell(counts.get(department.slug)?.notAnswered ?? 0),
      ]),
    };
  }
}
