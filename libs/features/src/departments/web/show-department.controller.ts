import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { metadataOf, type PublicTable, sendTable } from '#platform/pages/public-table.js';
import { departmentsPaths } from '../departments.paths.js';
import { DepartmentPageService } from './department-page.service.js';

/** One department: a page, and each of its tables as a file. */
@Controller()
export class ShowDepartmentController {
  constructor(
    private readonly pages: DepartmentPageService,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(departmentsPaths.show(':slug'))
  @Access('public.read', 'none')
  async show(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'departments/web/views/show.njk', model: () => this.pages.page(slug) });
  }

  @Get(departmentsPaths.tableCsv(':slug', ':table'))
  @Access('public.read', 'none')
  async csv(@Param('slug') slug: string, @Param('table') key: string, @Res() response: Response): Promise<void> {
    await sendTable(response, (await this.table(slug, key)).table, departmentsPaths.tableCsv(slug, key));
  }

  @Get(departmentsPaths.tableMetadata(':slug', ':table'))
  @Access('public.read', 'none')
  async describe(@Param('slug') slug: string, @Param('table') key: string, @Res() response: Response): Promise<void> {
    const { name, table } = await this.table(slug, key);
    sendCsvw(response, metadataOf(table, departmentsPaths.tableCsv(slug, key), { title: `${name}: ${table.heading}`, modified: this.clock.today() }));
  }

  private async table(slug: string, key: string): Promise<{ name: string; table: PublicTable }> {
    const { name, tables } = await this.pages.tables(slug);
    const table = tables.find((one) => one.key === key);
    if (!table) throw ApplicationError.notFound('That table');
    return { name, table };
  }
}
