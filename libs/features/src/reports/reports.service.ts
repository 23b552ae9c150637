import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Not } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { asOfBlockers, type NewReport, newReportBlockers } from '#domain/reports/new-report.js';
import { reportFindings } from '#domain/reports/report-checks.js';
import { LONGEST_REPORT_NOTE } from '#domain/reports/report-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { LateReportAlerts } from '#features/alerts/late-report-alerts.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { Mission } from '#features/missions/mission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { canonicalJson } from '#platform/audit/canonical-json.js';
import { longDate } from '#platform/pages/dates.js';
import { shortReference } from '#platform/references/short-reference.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { CouncilRecordQueries } from './council-record.queries.js';
import { ReportAcknowledgement } from './report-acknowledgement.entity.js';
import { ReportAssemblyQueries } from './report-assembly.queries.js';
import { checkedReport, dutyOf, type OpenedReport, owedReport, recordReport, sectionsOf, takeReport } from './report-records.js';
import { INTRODUCTION, ReportSection } from './report-section.entity.js';
import { Report } from './report.entity.js';

/** Dates that are recorded of a report. ISO dates, null where not yet. */
export interface RecordedDates {
  dueOn: string | null;
  deliveredOn: string | null;
  laidOn: string | null;
  paperNumber: string | null;
}

/** What the council does in a report's workspace beside writing: opens, assembles, acknowledges, records dates. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assembly: ReportAssemblyQueries,
    private readonly record: CouncilRecordQueries,
    private readonly lateReports: LateReportAlerts,
  ) {}

  /** @returns its reference */
  async open(actor: Actor, frameworkId: string, asked: NewReport): Promise<string> {
    requirePermission(actor, 'report.write');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'REPORT_OPENED', subject: 'report:new' }, async (tx) => {
      const today = londonDate(tx.now);
      const framework = isUUID(frameworkId) ? await tx.repository(Framework).findOneBy({ id: frameworkId }) : null;
      // what became of a closed framework is in its last edition
      if (framework) await requireOpenFramework(tx.manager, { frameworkId: framework.id });
      const { kind, from, to, dueOn } = asked;
      const taken = framework && kind && to ? await tx.repository(Report).findOneBy({ frameworkId: framework.id, kind, periodTo: to, state: Not('dropped') }) : null;
      const reasons: Reason[] = [
        ...(framework ? [] : [{ code: 'framework-missing', message: 'Select a framework', field: 'framework' }]),
        ...newReportBlockers(asked, today),
        ...(taken ? [{ code: 'report-taken', message: `There is a report of this kind for this period: ${taken.reference}`, field: 'to' }] : []),
      ];
      if (reasons.length > 0 || !framework || kind === null || from === null || to === null || dueOn === 'invalid') throw ApplicationError.invalid(reasons);
      const report = await tx.repository(Report).save({
        reference: shortReference('AR', today), frameworkId: framework.id, kind, periodFrom: from, periodTo: to, state: 'writing' as const, asOf: null, record: null, recommendations: [], scheduledBy: null, publishAt: null, editions: 0,
        correctionNote: null, dueOn, overdueAt: null, deliveredOn: null, laidOn: null, paperNumber: null, openedAt: tx.now, openedBy: actor.id,
      });
      await addSections(tx, report.id, framework.id);
      await recordReport(tx, actor, report.id, 'open');
      tx.describe({ reference: report.reference, kind }, `report:${report.id}`);
      return report.reference;
    });
  }

  /** Puts beside every text how its mission stood at the end of a day. Anew as often as wanted while the report is in writing. */
  async assemble(actor: Actor, opened: OpenedReport, asOf: string | null): Promise<void> {
    requirePermission(actor, 'report.write');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REPORT_ASSEMBLED', subject: `report:${opened.reference}` }, async (tx) => {
      const report = await takeReport(tx, opened);
      requireWriting(report);
      const reasons = asOfBlockers(asOf, { from: report.periodFrom, today: londonDate(tx.now) });
      if (reasons.length > 0 || asOf === null) throw ApplicationError.invalid(reasons);
      await addSections(tx, report.id, report.frameworkId);
      const facts = await this.assembly.factsOf(tx.manager, report.frameworkId, { from: report.periodFrom, to: report.periodTo, asOf });
      for (const section of await sectionsOf(tx, report.id)) {
        const found = section.missionId === null ? undefined : facts.get(section.missionId);
        // unchanged facts leave the section, and its fact-check, as they were
        if (!found || canonicalJson(found) === canonicalJson(section.facts)) continue;
        await tx.repository(ReportSection).save({ id: section.id, facts: found, checkedVersion: null });
      }
      await tx.repository(Report).save({ ...report, asOf, record: await this.record.of(tx.manager, report.frameworkId, { from: report.periodFrom, asOf }) });
      await recordReport(tx, actor, report.id, 'assemble', asOf);
      tx.describe({ asOf, missions: facts.size });
    });
  }

  /** @param key of the warning */
  async acknowledge(actor: Actor, opened: OpenedReport, key: string, reason: string): Promise<void> {
    requirePermission(actor, 'report.write');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REPORT_WARNING_ACKNOWLEDGED', subject: `report:${opened.reference}` }, async (tx) => {
      const report = await takeReport(tx, opened);
      if (report.state === 'scheduled' || report.state === 'published' || report.state === 'dropped') throw ApplicationError.conflict('The report is past its checks', 'not-from-here');
      const warning = reportFindings(checkedReport(report, await sectionsOf(tx, report.id), await dutyOf(tx, report))).find((finding) => finding.key === key && finding.level === 'warning');
      if (!warning) throw ApplicationError.conflict('This warning does not stand any more', 'warning-gone');
      if (reason.trim() === '') throw ApplicationError.invalid([{ code: 'reason-missing', message: 'Enter why the report may be published all the same', field: 'reason' }]);
      if (reason.length > LONGEST_REPORT_NOTE) throw ApplicationError.invalid([{ code: 'reason-too-long', message: `The reason must be ${LONGEST_REPORT_NOTE.toLocaleString('en-GB')} characters or less`, field: 'reason' }]);
      await tx.repository(ReportAcknowledgement).insert({ reportId: report.id, edition: report.editions + 1, key, message: warning.message, reason: reason.trim(), actorId: actor.id, actorName: actor.name, at: tx.now });
      tx.describe({ warning: key });
    });
  }

  /** Records when the report was delivered to the minister and laid, and its paper number. They are public with the first edition. */
  async recordDates(actor: Actor, opened: OpenedReport, dates: RecordedDates): Promise<void> {
    requirePermission(actor, 'report.write');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REPORT_DATES_RECORDED', subject: `report:${opened.reference}` }, async (tx) => {
      const report = await takeReport(tx, opened);
      const today = londonDate(tx.now);
      const { deliveredOn, laidOn, paperNumber } = dates;
      const future = (date: string | null, field: string): Reason[] => (date !== null && date > today ? [{ code: `${field}-future`, message: 'The day must be today or before', field }] : []);
      const reasons: Reason[] = [
        ...future(deliveredOn, 'deliveredOn'), ...future(laidOn, 'laidOn'),
        ...((deliveredOn !== null || laidOn !== null || paperNumber !== null) && report.editions === 0 ? [{ code: 'not-published', message: 'No edition is out yet', field: 'deliveredOn' }] : []),
      ];
      if (reasons.length > 0) throw ApplicationError.invalid(reasons);
      if (report.overdueAt !== null && report.laidOn === null && laidOn !== null) await this.lateReports.clear(tx, await owedReport(tx, report), `Laid on ${longDate(laidOn)}.`);
      await tx.repository(Report).save({ ...report, ...dates });
      await recordReport(tx, actor, report.id, 'record-dates', [dates.dueOn, deliveredOn, laidOn, paperNumber].map((part) => part ?? '–').join(', '));
      tx.describe({ deliveredOn, laidOn });
    });
  }
}

export function requireWriting({ state }: Report): void {
  if (state !== 'writing') throw ApplicationError.conflict('The report is not in writing: take it back to writing first, which is recorded and wants a new fact-check of what changes', 'not-in-writing');
}

/** A section for the introduction and every mission that has none yet. */
async function addSections(tx: Transaction, reportId: string, frameworkId: string): Promise<void> {
  const there = new Set((await sectionsOf(tx, reportId)).map(({ key }) => key));
  const missions = await tx.repository(Mission).find({ where: { frameworkId }, order: { number: 'ASC' } });
  const wanted = [{ key: INTRODUCTION, missionId: null }, ...missions.map(({ slug, id }) => ({ key: slug, missionId: id }))].filter(({ key }) => !there.has(key));
  for (const { key, missionId } of wanted) await tx.repository(ReportSection).save({ reportId, key, missionId, facts: null, text: '', ruralNote: '', devolvedNote: '', version: 0, checkedVersion: null });
}
