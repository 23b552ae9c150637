import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { cyclesThatOpen } from '#domain/calendar/reporting-cycles.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ReportingCalendar } from '#features/calendar/reporting-calendar.entity.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { ReturnOpening } from '#features/evidence-returns/return-opening.service.js';
import { Mission } from '#features/missions/mission.entity.js';
import { leadOn } from '#features/missions/lead-on.js';
import { auditEventOf, PERMISSION_OF } from '#features/submissions/submission-audit.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { draftWords as words } from './drafts.words.js';

/** Which return a department's system asks for. Dates are ISO dates. */
export interface WantedReturn {
  framework: string;
  mission: string;
  coversFrom: string;
  coversTo: string;
}

/** The moves that a department's own system may make. Signing is a person's. */
export type SystemMove = 'send-for-sign-off' | 'take-up';

/** Keeps the answer of a request in the transaction that did it. */
type Keep = (tx: Transaction, moved: Submission) => Promise<void>;

/** How far ahead a department may begin: the period that runs and the next. */
const DAYS_AHEAD = 400;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What a department's own system does to its returns and plans: the same moves as on the pages, held to the same tables. */
@Injectable()
export class DraftMoves {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
    private readonly opening: ReturnOpening,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** @throws ApplicationError 403 for another department's, 409 when it has changed or moved on meanwhile, 422 with every reason. */
  async move(actor: Actor, { id, kind }: Pick<Submission, 'id' | 'kind'>, { action, rowVersion }: { action: SystemMove; rowVersion: number }, keep: Keep): Promise<Submission> {
    requirePermission(actor, PERMISSION_OF[action]);
    return this.unitOfWork.run({ actor: auditName(actor), event: auditEventOf(kind, action), subject: `submission:${id}` }, async (tx) => {
      const submission = await this.submissions.take(tx, actor, { kind, id, rowVersion });
      const moved = await this.submissions.moveInTransaction(tx, actor, submission, action);
      await keep(tx, moved);
      return moved;
    });
  }

  /**
   * Opens the return of a mission that the actor's department leads, ahead of the day on which the calendar would: for the periods of the
   * framework's reporting calendar alone. One that is open already is given back as it is.
   * @throws ApplicationError 404 for an unknown framework or mission, 403 for a mission that another department leads, 422 for a period
   * that the calendar does not have
   */
  async begin(actor: Actor, wanted: WantedReturn, keep: (tx: Transaction, begun: { submission: Submission; isNew: boolean }) => Promise<void>): Promise<{ submission: Submission; isNew: boolean }> {
    requirePermission(actor, 'submission.edit');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'EVIDENCE_RETURN_BEGUN', subject: `framework:${wanted.framework}` }, async (tx) => {
      const { mission, cycle } = await this.periodOf(tx, wanted);
      if (leadOn(mission, cycle.dueOn)?.organisationId !== actor.organisationId) throw ApplicationError.forbidden(words.notYourMission, 'not-your-mission');
      const work = await this.opening.openInTransaction(tx, { ...cycle, frameworkSlug: wanted.framework, missions: [wanted.mission] });
      const { coversFrom, coversTo } = cycle;
      const submission = await tx.repository(Submission).findOneByOrFail({ kind: 'evidence-return', missionId: mission.id, coversFrom, coversTo });
      const begun = { submission, isNew: work.opened > 0 };
      tx.describe({ reference: submission.reference }, `submission:${submission.id}`);
      await keep(tx, begun);
      return begun;
    });
  }

  private async periodOf(tx: Transaction, { framework: slug, mission: missionSlug, coversFrom, coversTo }: WantedReturn) {
    const mission = await tx.repository(Mission).findOne({ where: { slug: missionSlug, framework: { slug } }, relations: { leads: true, framework: true } });
    if (!mission) throw ApplicationError.notFound(`The mission ${missionSlug} of ${slug}`);
    const rules = await tx.repository(ReportingCalendar).findOne({ where: { frameworkId: mission.frameworkId } });
    if (!rules?.returns) throw ApplicationError.invalid([{ code: 'no-calendar', message: words.noCalendar, field: 'framework' }]);
    const to = new Date(Date.parse(`${londonDate(tx.now)}T00:00:00Z`) + DAYS_AHEAD * DAY_MS).toISOString().slice(0, 10);
    const cycles = cyclesThatOpen('evidence-return', rules.returns, await this.calendars.forCycles(rules, tx.manager), { from: rules.startsOn, to });
    const cycle = cycles.find((one) => one.coversFrom === coversFrom && one.coversTo === coversTo);
    if (!cycle) throw ApplicationError.invalid([{ code: 'no-such-period', message: words.noSuchPeriod(cycles.slice(-3).map((one) => `${one.coversFrom} to ${one.coversTo}`)), field: 'coversFrom' }]);
    return { mission, cycle };
  }
}
