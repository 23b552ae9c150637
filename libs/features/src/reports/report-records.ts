import { type Actor } from '#domain/access/permissions.js';
import { type CheckedReport } from '#domain/reports/report-checks.js';
import { isOwed, REPORT_KINDS } from '#domain/reports/report-status.js';
import { type OwedReport } from '#features/alerts/late-report-alerts.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { nameWithOffice } from '#features/organisations/office-name.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { ReportAcknowledgement } from './report-acknowledgement.entity.js';
import { ReportEvent } from './report-event.entity.js';
import { INTRODUCTION, ReportSection } from './report-section.entity.js';
import { Report } from './report.entity.js';

/** A row as its page showed it. */
export interface OpenedReport {
  reference: string;
  rowVersion: number;
}

/** "Annual report of the council, 1 April 2025 to 31 March 2026" */
export function reportTitle({ kind, periodFrom, periodTo }: Pick<Report, 'kind' | 'periodFrom' | 'periodTo'>): string {
  return `${REPORT_KINDS[kind]}, ${longDate(periodFrom)} to ${longDate(periodTo)}`;
}

/** The statutory report as an alert names it; who owes it is the framework's field. */
export async function owedReport(tx: Transaction, report: Report): Promise<OwedReport> {
  const duty = await dutyOf(tx, report);
  const reportDuty = isOwed(report.kind, duty?.owedBy ?? null) ? duty : null;
  const owedBy = reportDuty?.owedBy ?? 'council';
  return {
    frameworkId: report.frameworkId, report: `${report.kind}-${report.periodTo}`, title: reportTitle(report), owedBy: owedBy === 'minister' || owedBy === 'council' ? `The ${owedBy}` : owedBy,
    dueOn: report.dueOn ?? '', basis: reportDuty?.basis, organisationId: null,
  };
}

/** Writes a line of a report's history. @param actor null for Waymark itself */
export async function recordReport(tx: Transaction, actor: Actor | null, reportId: string, action: ReportEvent['action'], text = ''): Promise<void> {
  const actorName = actor === null ? 'Waymark' : await nameWithOffice(tx, actor);
  await tx.repository(ReportEvent).insert({ reportId, action, actorName, text, at: tx.now });
}

/** @throws ApplicationError 404 unknown, 409 changed since the page was opened */
export async function takeReport(tx: Transaction, { reference, rowVersion }: OpenedReport): Promise<Report> {
  const report = await tx.repository(Report).findOne({ where: { reference }, lock: { mode: 'pessimistic_write' } });
  if (!report) throw ApplicationError.notFound('That report');
  if (report.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this report since you opened it');
  return report;
}

/** The introduction first, then the missions by number. */
export async function sectionsOf(tx: Transaction, reportId: string): Promise<ReportSection[]> {
  return tx.repository(ReportSection).find({ where: { reportId }, relations: { mission: true }, order: { mission: { number: 'ASC' } } });
}

export async function acknowledgementsOf(tx: Transaction, { id, editions }: Report): Promise<ReportAcknowledgement[]> {
  return tx.repository(ReportAcknowledgement).find({ where: { reportId: id, edition: editions + 1 }, order: { at: 'ASC' } });
}

/** Who owes the statutory report; null where the framework does not say. */
export async function dutyOf(tx: Transaction, { frameworkId }: Pick<Report, 'frameworkId'>): Promise<Framework['reportDuty']> {
  return (await tx.repository(Framework).findOneByOrFail({ id: frameworkId })).reportDuty;
}

/** A report as its checks see it. @param duty of its framework */
export function checkedReport({ kind, dueOn, publishAt, asOf, record }: Report, sections: readonly ReportSection[], duty: Framework['reportDuty']): CheckedReport {
  return {
    owed: isOwed(kind, duty?.owedBy ?? null), dueOn, publishAt, asOf, record,
    introduction: sections.find(({ key }) => key === INTRODUCTION)?.text ?? '',
    missions: sections.flatMap(({ mission, facts, text, ruralNote, devolvedNote, version, checkedVersion }) =>
      mission ? [{ slug: mission.slug, focusArea: mission.focusArea, facts, text, ruralNote, devolvedNote, version, checkedVersion }] : [],
    ),
  };
}
