import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { standingAgainst } from '#domain/reports/report-checks.js';
import { REPORT_STATES, type ReportAction, SHORTEST_FACT_CHECK } from '#domain/reports/report-status.js';
import { positionsTowardsReport, REPORT_WORKFLOW, type ReportMoveFacts } from '#domain/reports/report-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { FactCheckOpening } from './fact-check-opening.service.js';
import { FactCheckWindow } from './fact-check-window.entity.js';
import { acknowledgementsOf, checkedReport, dutyOf, type OpenedReport, recordReport, sectionsOf, takeReport } from './report-records.js';
import { INTRODUCTION } from './report-section.entity.js';
import { Report } from './report.entity.js';

type Move = Exclude<ReportAction, 'close-window' | 'publish'>;

const EVENTS: Record<Move, string> = {
  'open-window': 'REPORT_FACT_CHECK_OPENED', revise: 'REPORT_TAKEN_BACK', schedule: 'REPORT_PUBLICATION_SET', recall: 'REPORT_PUBLICATION_CALLED_OFF', correct: 'REPORT_CORRECTION_BEGUN',
  drop: 'REPORT_DROPPED', 'drop-correction': 'REPORT_CORRECTION_DROPPED',
};

/** What people move a report by. The clock does the rest. */
@Injectable()
export class ReportMovesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly opening: FactCheckOpening,
  ) {}

  /** @param closesOn ISO date; null where none was typed */
  async openWindow(actor: Actor, opened: OpenedReport, closesOn: string | null): Promise<void> {
    requirePermission(actor, 'report.write');
    await this.move(actor, opened, 'open-window', { closesOn }, async (tx, report) => {
      if (closesOn !== null) await this.opening.open(tx, report, closesOn);
      return {};
    });
  }

  /** Back to writing. A fact-check that is open is given up: what changes wants a new one. */
  async revise(actor: Actor, opened: OpenedReport, words: string): Promise<void> {
    requirePermission(actor, 'report.write');
    await this.move(actor, opened, 'revise', { words }, async (tx, { id }) => {
      await tx.repository(FactCheckWindow).update({ reportId: id, state: 'open' }, { state: 'given-up' });
      return {};
    });
  }

  async schedule(actor: Actor, opened: OpenedReport, publishAt: Date | null): Promise<void> {
    requirePermission(actor, 'report.publish');
    await this.move(actor, opened, 'schedule', { publishAt }, async () => ({ publishAt, scheduledBy: actor.id }));
  }

  async recall(actor: Actor, opened: OpenedReport, words: string): Promise<void> {
    requirePermission(actor, 'report.publish');
    await this.move(actor, opened, 'recall', { words }, async () => ({ publishAt: null }));
  }

  /** Begins the next edition. The one that is out stays as it is. @param words what is corrected and why, public with the new edition */
  async correct(actor: Actor, opened: OpenedReport, words: string): Promise<void> {
    requirePermission(actor, 'report.publish');
    await this.move(actor, opened, 'correct', { words }, async () => ({ correctionNote: words.trim(), publishAt: null }));
  }

  /** By its author or a chair: the report, or of one that is out the correction in the making. An open fact-check is given up. */
  async drop(actor: Actor, opened: OpenedReport, words: string, which: 'drop' | 'drop-correction'): Promise<void> {
    requirePermission(actor, 'report.write');
    await this.move(actor, opened, which, { words }, async (tx, { id }) => {
      await tx.repository(FactCheckWindow).update({ reportId: id, state: 'open' }, { state: 'given-up' });
      return { correctionNote: null, publishAt: null };
    });
  }

  private async move(
    actor: Actor,
    opened: OpenedReport,
    action: Move,
    asked: Partial<Pick<ReportMoveFacts, 'closesOn' | 'publishAt' | 'words'>>,
    effect: (tx: Transaction, report: Report) => Promise<Partial<Report>>,
  ): Promise<void> {
    await this.unitOfWork.run({ actor: auditName(actor), event: EVENTS[action], subject: `report:${opened.reference}` }, async (tx) => {
      const report = await takeReport(tx, opened);
      const arrow = transitionFor(REPORT_WORKFLOW, report.state, action, positionsTowardsReport(actor, report));
      if (!arrow) throw ApplicationError.conflict(`The report stands at “${REPORT_STATES[report.state]}”, so this is not possible now`, 'not-from-here');
      const refusals = arrow.refuse?.({ ...(await this.factsOf(tx, report)), ...asked }) ?? [];
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      await tx.repository(Report).save({ ...report, ...(await effect(tx, report)), state: arrow.to });
      await recordReport(tx, actor, report.id, action, asked.words?.trim() ?? asked.closesOn ?? asked.publishAt?.toISOString() ?? '');
      tx.describe({ from: report.state, to: arrow.to });
    });
  }

  private async factsOf(tx: Transaction, report: Report): Promise<ReportMoveFacts> {
    const sections = await sectionsOf(tx, report.id);
    const today = londonDate(tx.now);
    const calendar = await this.calendars.ofFramework(report.frameworkId, tx.manager);
    return {
      now: tx.now, today, words: '', closesOn: null, publishAt: null, editions: report.editions,
      earliestClose: calendar.after(today, SHORTEST_FACT_CHECK),
      unchecked: sections.filter(({ key, version, checkedVersion }) => key !== INTRODUCTION && version !== checkedVersion).length,
      findings: standingAgainst(checkedReport(report, sections, await dutyOf(tx, report)), await acknowledgementsOf(tx, report)),
    };
  }
}
