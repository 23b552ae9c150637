import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { readEdition } from '#domain/reports/edition-document.js';
import { PdfPrinter } from '#platform/pdf/pdf-printer.js';
import { HandlesJob, type JobHandler, type JobOutcome, type JobRun } from '#platform/queue/job-handler.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { editionHtml } from '../edition-html.js';
import { MAKE_REPORT_PDF } from '../make-report-pdf.job.js';
import { ReportEdition } from '../report-edition.entity.js';
import { ReportPdf } from '../report-pdf.entity.js';

@HandlesJob(MAKE_REPORT_PDF)
export class MakeReportPdfHandler implements JobHandler<{ editionId: string }> {
  readonly auditEvent = 'REPORT_PDF_MADE';

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly printer: PdfPrinter,
  ) {}

  /** With no transaction open: a browser takes its time. The file is stored by a unit of work of its own. */
  async outside({ editionId }: { editionId: string }, { attempt }: JobRun): Promise<JobOutcome> {
    const edition = await this.dataSource.getRepository(ReportEdition).findOneBy({ id: editionId });
    const known = await this.dataSource.getRepository(ReportPdf).findOneBy({ editionId });
    if (!edition || known) return 'skipped';
    const browser = await this.printer.browser();
    const bytes = browser === null ? null : await this.printed(browser, edition, attempt >= MAKE_REPORT_PDF.attempts);
    const outcome = browser === null ? 'no-browser' : bytes === null ? 'failed' : 'made';
    await this.unitOfWork.run({ actor: `job:${MAKE_REPORT_PDF.name}`, event: this.auditEvent, subject: `report-edition:${editionId}`, facts: { outcome } }, async (tx) => {
      const checksum = bytes && createHash('sha256').update(bytes).digest('hex');
      await tx.repository(ReportPdf).createQueryBuilder().insert().values({ editionId, outcome, bytes, checksum, madeAt: tx.now }).orIgnore().execute();
    });
    return 'skipped';
  }

  /** @param last is nobody going to try again? Then a failure is an outcome. */
  private async printed(browser: string, { body, checksum }: ReportEdition, last: boolean): Promise<Buffer | null> {
    try {
      return await this.printer.print(browser, await editionHtml(readEdition(body), checksum));
    } catch (error) {
      if (last) return null;
      throw error;
    }
  }
}
