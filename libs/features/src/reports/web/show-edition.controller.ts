import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { EDITION_COLUMNS, editionCells, editionTable } from '../edition-csv.js';
import { editionFigure } from '../edition-figure.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { ReportsQueries } from '../reports.queries.js';
import { besidePage } from './beside.presenter.js';
import { editionPage } from './edition.presenter.js';

/** A published edition and its files: what was frozen, and nothing newer. */
@Controller()
export class ShowEditionController {
  constructor(
    private readonly reports: ReportsQueries,
    private readonly cache: PageCache,
  ) {}

  @Get(paths.edition(':reference', ':number'))
  @Access('public.read', 'none')
  async show(@Param('reference') reference: string, @Param('number') number: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, {
      view: 'reports/web/views/edition.njk',
      model: async () => {
        const found = await this.reports.edition(reference, number);
        const { report, edition } = found;
        const standing = await editionFigure(found.document, paths.csv(reference, number));
        return editionPage(found, { standing, editions: await this.reports.editionsOf(report.id), pdf: await this.reports.pdf(edition.id), isOneBeside: (await this.reports.editionBeside(report)) !== null });
      },
    });
  }

  /** The two kinds of report on one period, mission by mission. */
  @Get(paths.beside(':reference', ':number'))
  @Access('public.read', 'none')
  async beside(@Param('reference') reference: string, @Param('number') number: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, {
      view: 'reports/web/views/beside.njk',
      model: async () => {
        const { report, document } = await this.reports.edition(reference, number);
        const other = await this.reports.editionBeside(report);
        if (!other) throw ApplicationError.notFound('A report of the other kind on this period');
        return besidePage(document, other.document);
      },
    });
  }

  /** The very bytes that the checksum is over. */
  @Get(paths.json(':reference', ':number'))
  @Access('public.read', 'none')
  async json(@Param('reference') reference: string, @Param('number') number: string, @Res() response: Response): Promise<void> {
    const { edition } = await this.reports.edition(reference, number);
    response.set({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, no-cache', ETag: `"${edition.checksum}"` }).send(Buffer.from(edition.body));
  }

  /** As `sha256sum -c` reads it. */
  @Get(paths.checksum(':reference', ':number'))
  @Access('public.read', 'none')
  async checksum(@Param('reference') reference: string, @Param('number') number: string, @Res() response: Response): Promise<void> {
    const { edition } = await this.reports.edition(reference, number);
    response.set({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, no-cache' }).send(`${edition.checksum}  report.json\n`);
  }

  @Get(paths.csv(':reference', ':number'))
  @Access('public.read', 'none')
  async csv(@Param('reference') reference: string, @Param('number') number: string, @Res() response: Response): Promise<void> {
    const { document } = await this.reports.edition(reference, number);
    await sendCsv(response, { name: `${reference}-edition-${number}.csv`, columns: EDITION_COLUMNS, describedBy: paths.csv(reference, number) }, oneBatch(editionCells(document)));
  }

  @Get(csvwPath(paths.csv(':reference', ':number')))
  @Access('public.read', 'none')
  async describe(@Param('reference') reference: string, @Param('number') number: string, @Res() response: Response): Promise<void> {
    const { document } = await this.reports.edition(reference, number);
    sendCsvw(response, editionTable(paths.csv(reference, number), document));
  }

  @Get(paths.pdf(':reference', ':number'))
  @Access('public.read', 'none')
  async pdf(@Param('reference') reference: string, @Param('number') number: string, @Res() response: Response): Promise<void> {
    const { edition } = await this.reports.edition(reference, number);
    const pdf = await this.reports.pdf(edition.id, true);
    if (!pdf?.bytes) throw ApplicationError.notFound('A PDF of this edition');
    response.set({ 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${reference}-edition-${edition.number}.pdf"`, 'Cache-Control': 'public, no-cache', ETag: `"${pdf.checksum ?? ''}"` }).send(pdf.bytes);
  }
}

async function* oneBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
