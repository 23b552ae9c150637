import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { type CsvCell, sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { RATING_COLUMNS, ratingCells, ratingsTable } from '../calibration-csv.js';
import { calibrationPaths } from '../calibration.paths.js';
import { calibrationWords as words } from '../calibration.words.js';
import { RatingsGivenQueries } from '../ratings-given.queries.js';
import { allRatingsPage, departmentRatingsPage } from './calibration.presenter.js';

/** Each department's past ratings against what then happened: all side by side, one department's, and as a file. */
@Controller()
export class ShowCalibrationController {
  constructor(
    private readonly ratings: RatingsGivenQueries,
    private readonly clock: Clock,
    private readonly cache: PageCache,
  ) {}

  @Get(calibrationPaths.list)
  @Access('public.read', 'none')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, {
      view: 'calibration/web/views/list.njk',
      model: async () => allRatingsPage(await this.ratings.all(this.clock.today()), this.clock.today()),
    });
  }

  @Get(calibrationPaths.csv)
  @Access('public.read', 'none')
  async download(@Res() response: Response): Promise<void> {
    const today = this.clock.today();
    const cells = (await this.ratings.all(today)).flatMap((given) => ratingCells(given, today));
    await sendCsv(response, { name: 'calibration.csv', columns: RATING_COLUMNS, describedBy: calibrationPaths.csv }, oneBatch(cells));
  }

  @Get(csvwPath(calibrationPaths.csv))
  @Access('public.read', 'none')
  describe(@Res() response: Response): void {
    sendCsvw(response, ratingsTable(this.clock.today()));
  }

  @Get(calibrationPaths.department(':slug'))
  @Access('public.read', 'none')
  async show(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'calibration/web/views/department.njk', model: () => this.department(slug) });
  }

  private async department(slug: string): Promise<object> {
    const name = await this.ratings.nameOf(slug);
    if (name === null) throw ApplicationError.notFound(words.unknown);
    const today = this.clock.today();
    return departmentRatingsPage({ slug, name }, await this.ratings.all(today, slug), today);
  }
}

async function* oneBatch(rows: readonly CsvCell[][]): AsyncGenerator<readonly CsvCell[][]> {
  yield rows;
}
