import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { daysOfMonth, monthOf } from '#domain/public-changes/change-month.js';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock, londonInstant } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { type CsvCell, sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { type ChangesAsked, PublicChanges } from '../public-changes.queries.js';
import { publicChangesPaths as paths } from '../public-changes.paths.js';
import { changeCells, CHANGES_COLUMNS, changesTable } from './changes-csv.js';
import { changesPage } from './changes-page.presenter.js';

const VIEW = 'public-changes/web/views/changes.njk';

@Controller()
export class ListChangesController {
  constructor(
    private readonly changes: PublicChanges,
    private readonly cache: PageCache,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  @Get(paths.list)
  @Access('public.read', 'none')
  async thisMonth(@Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, query, { month: this.month(), isPlain: true });
  }

  @Get(paths.csv)
  @Access('public.read', 'none')
  async csv(@Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    const month = monthOf(textOf(query['month']) ?? '') ?? this.month();
    const { changes, registers } = await this.changes.asked(spanOf(month), askedOf(query));
    const rows = changes.map((change) => changeCells(change, registers, this.settings.baseUrl));
    await sendCsv(response, { name: `changes-${month}.csv`, columns: CHANGES_COLUMNS, describedBy: paths.csv }, batch(rows));
  }

  @Get(csvwPath(paths.csv))
  @Access('public.read', 'none')
  describe(@Res() response: Response): void {
    sendCsvw(response, changesTable(this.clock.today()));
  }

  @Get(paths.month(':month'))
  @Access('public.read', 'none')
  async ofMonth(@Param('month') month: string, @Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    const known = monthOf(month);
    if (known === null || known > this.month()) throw ApplicationError.notFound('That month');
    await this.send(request, response, query, { month: known, isPlain: false });
  }

  private async send(request: Request, response: Response, query: Record<string, unknown>, { month, isPlain }: { month: string; isPlain: boolean }): Promise<void> {
    const asked = askedOf(query);
    const model = async (): Promise<object> => changesPage(await this.changes.asked(spanOf(month), asked), { month, thisMonth: this.month(), isPlain, asked });
    // the cache knows pages by their path alone
    if (Object.values(asked).some((value) => value !== undefined)) response.render(VIEW, await model());
    else await this.cache.send(request, response, { view: VIEW, model });
  }

  private month(): string {
    return this.clock.today().slice(0, 7);
  }
}

/** From the first moment of the month in London to its last. */
function spanOf(month: string): { from: Date; to: Date } {
  const { from, until } = daysOfMonth(month);
  const before = (day: string): Date => new Date(londonInstant(day, '00:00').getTime() - 1);
  return { from: before(from), to: before(until) };
}

function askedOf(query: Record<string, unknown>): ChangesAsked {
  return { mission: textOf(query['mission']), department: textOf(query['department']), place: textOf(query['place'])?.toUpperCase() };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;
}

async function* batch(rows: CsvCell[][]): AsyncGenerator<CsvCell[][]> {
  yield await Promise.resolve(rows);
}
