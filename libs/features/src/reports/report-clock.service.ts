import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { peopleOfOrganisation, peopleWithRoles } from '#features/access/people-to-tell.js';
import { LateReportAlerts } from '#features/alerts/late-report-alerts.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { Notices } from '#features/notifications/notices.service.js';
import { FACT_CHECK_CLOSED, REPORT_OVERDUE, REPORT_PUBLISHED } from '#features/notifications/texts/reports.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { freezeEdition } from './edition-freezing.js';
import { FactCheckReply } from './fact-check-reply.entity.js';
import { FactCheckWindow } from './fact-check-window.entity.js';
import { MAKE_REPORT_PDF } from './make-report-pdf.job.js';
import { owedReport, recordReport, reportTitle } from './report-records.js';
import { ReportRecommendationsService } from './report-recommendations.service.js';
import { ReportSection } from './report-section.entity.js';
import { Report } from './report.entity.js';
import { reportsPaths } from './reports.paths.js';

const ACTOR = 'job:watch-reports';

/** What the clock does to reports: closes fact-checks, publishes at the set time, marks what was not laid in time. Each once. */
@Injectable()
export class ReportClockService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
    private readonly lateReports: LateReportAlerts,
    private readonly recommendations: ReportRecommendationsService,
  ) {}

  /** @returns how many things it did. */
  async run(now: Date): Promise<number> {
    const today = londonDate(now);
    const turns = new EachInTurn();
    const windows = await this.unitOfWork.reader.find(FactCheckWindow, { where: { state: 'open', closesOn: LessThan(today) }, order: { closesOn: 'ASC' } });
    await turns.run(windows, ({ reportId }) => `report:${reportId}`, ({ id, reportId }) => this.at(reportId, 'REPORT_FACT_CHECK_CLOSED', { state: 'fact-check' }, (tx, report) => this.closeWindow(tx, report, id)));
    const due = { state: 'scheduled' as const, publishAt: LessThanOrEqual(now) };
    await turns.run(await this.unitOfWork.reader.findBy(Report, due), ({ id }) => `report:${id}`, ({ id }) => this.at(id, 'REPORT_PUBLISHED', due, (tx, report) => this.publish(tx, report)));
    const late = { dueOn: LessThan(today), laidOn: IsNull(), overdueAt: IsNull(), frameworkId: ofOpenFramework() };
    await turns.run(await this.unitOfWork.reader.findBy(Report, late), ({ id }) => `report:${id}`, ({ id }) => this.at(id, 'REPORT_OVERDUE', late, (tx, report) => this.markOverdue(tx, report)));
    return turns.finish();
  }

  private async closeWindow(tx: Transaction, report: Report, windowId: string): Promise<void> {
    await tx.repository(FactCheckWindow).update({ id: windowId }, { state: 'closed' });
    const replies = await tx.repository(FactCheckReply).find({ where: { windowId }, lock: { mode: 'pessimistic_write' } });
    for (const { id, state, sectionId, textVersion } of replies) {
      if (state !== 'sent') await tx.repository(FactCheckReply).update({ id }, { state: 'no-reply' });
      await tx.repository(ReportSection).save({ id: sectionId, checkedVersion: textVersion });
    }
    await tx.repository(Report).save({ ...report, state: 'checked' as const });
    const sent = replies.filter(({ state }) => state === 'sent').length;
    await recordReport(tx, null, report.id, 'close-window', `${sent} of ${replies.length}`);
    tx.describe({ replies: sent, missions: replies.length });
    const people = await peopleWithRoles(tx, ['council-member', 'council-chair']);
    await this.notices.tell(tx, FACT_CHECK_CLOSED, { people }, { title: reportTitle(report), replies: sent, missions: replies.length }, placeOf(report, reportsPaths.show(report.reference)));
  }

  private async publish(tx: Transaction, report: Report): Promise<void> {
    const edition = await freezeEdition(tx, report, await this.recommendations.makeAll(tx, report));
    const { number, id, checksum } = edition;
    await tx.repository(Report).save({ ...report, state: 'published' as const, editions: number, correctionNote: null, publishAt: null });
    await recordReport(tx, null, report.id, 'publish', `${number}`);
    await tx.enqueue(MAKE_REPORT_PDF, { editionId: id });
    tx.describe({ edition: number, checksum });
    const people = await peopleWithRoles(tx, ['council-member', 'council-chair']);
    for (const organisationId of edition.leads) people.push(...(await peopleOfOrganisation(tx, organisationId, ['official', 'sro'])));
    await this.notices.tell(tx, REPORT_PUBLISHED, { people }, { title: reportTitle(report), edition: number }, placeOf(report, reportsPaths.edition(report.reference, number)));
  }

  private async markOverdue(tx: Transaction, report: Report): Promise<void> {
    await tx.repository(Report).save({ ...report, overdueAt: tx.now });
    await recordReport(tx, null, report.id, 'mark-overdue', report.dueOn ?? '');
    await this.lateReports.raise(tx, await owedReport(tx, report));
    const people = await peopleWithRoles(tx, ['council-member', 'council-chair']);
    await this.notices.tell(tx, REPORT_OVERDUE, { people }, { title: reportTitle(report), dueOn: report.dueOn ?? '' }, placeOf(report, reportsPaths.show(report.reference)));
  }

  /** Under the report's lock, in a unit of work of its own; one that has moved on meanwhile is left. */
  private async at(id: string, event: string, where: object, act: (tx: Transaction, report: Report) => Promise<void>): Promise<number> {
    return this.unitOfWork.run({ actor: ACTOR, event, subject: `report:${id}` }, async (tx) => {
      const report = await tx.repository(Report).findOne({ where: { id, ...where }, lock: { mode: 'pessimistic_write' } });
      if (!report) return 0;
      await act(tx, report);
      return 1;
    });
  }
}

function placeOf({ id }: Report, path: string): { about: string; path: string } {
  return { about: `report:${id}`, path };
}
