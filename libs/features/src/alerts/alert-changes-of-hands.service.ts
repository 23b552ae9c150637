import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { type AlertKind } from '#domain/alerts/alert-status.js';
import { MOVES_WITH_LEAD } from '#domain/alerts/alert-clearing.js';
import { changeOfHandsText } from '#domain/alerts/change-of-hands.js';
import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { countUnlessDone, DoneElsewhere } from '#features/calendar/done-elsewhere.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { leadOn } from '#features/missions/lead-on.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { ALERT_CHANGED_HANDS } from '#features/notifications/texts/alerts.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { Alert } from './alert.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { newsOf, placeOf } from './alert-news.js';
import { OFFICE } from './alert-raising.service.js';
import { councilReaders, departmentReaders } from './alert-recipients.js';

const MOVING = (Object.keys(MOVES_WITH_LEAD) as AlertKind[]).filter((kind) => MOVES_WITH_LEAD[kind]);

/** Open alerts, with their promises and the answers due, go with the mission on the day its lead changes. No date moves. */
@Injectable()
export class AlertChangesOfHands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** @returns how many moved */
  async moveDue(now: Date): Promise<number> {
    const due: { id: string; reference: string }[] = await this.dataSource.query(
      `SELECT a.id, a.reference FROM alerts a
         LEFT JOIN submissions s ON s.id = a.submission_id
         LEFT JOIN mission_leads l ON l.mission_id = a.mission_id AND l.from_date <= $1 AND (l.to_date IS NULL OR l.to_date > $1)
        WHERE NOT framework_is_closed(a.framework_id) AND a.status <> 'closed' AND a.mission_id IS NOT NULL AND a.kind = ANY($2) AND a.organisation_id IS DISTINCT FROM CASE WHEN s.id IS NULL THEN l.organisation_id ELSE s.organisation_id END
        ORDER BY a.reference`,
      [londonDate(now), MOVING],
    );
    const turns = new EachInTurn();
    await turns.run(due, ({ reference }) => `alert:${reference}`, ({ id }) => countUnlessDone(this.move(id)));
    return turns.finish();
  }

  private async move(id: string): Promise<void> {
    const move = { actor: auditName(systemActor('job', 'move-alerts')), event: 'ALERT_CHANGED_HANDS', subject: `alert:${id}` };
    await this.unitOfWork.run(move, async (tx) => {
      const alerts = tx.repository(Alert);
      const row = await alerts.findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
      const today = londonDate(tx.now);
      const to = await ownerOn(tx, row, today);
      if (row.status === 'closed' || row.organisationId === to) throw new DoneElsewhere();
      const from = row.organisationId;
      await alerts.save({ ...row, organisationId: to });
      const text = await this.text(tx, row, { from, to, today });
      await tx.repository(AlertEvent).save({ alertId: id, action: 'move-lead', toStatus: row.status, actorId: null, actorOffice: OFFICE, text, at: tx.now });
      const alert = await alerts.findOneOrFail({ where: { id }, relations: { framework: true, mission: true, target: true, organisation: true } });
      const readers = [await departmentReaders(tx, to), await departmentReaders(tx, from), await councilReaders(tx)];
      const everybody = { people: readers.flatMap(({ people }) => people), mailboxes: readers.flatMap(({ mailboxes = [] }) => mailboxes) };
      await this.notices.tell(tx, ALERT_CHANGED_HANDS, everybody, { ...newsOf(alert), text }, placeOf(alert));
      tx.describe({ alert: row.reference, from, to }, `alert:${id}`);
    });
  }

  private async text(tx: Transaction, alert: Alert, { from, to, today }: { from: string | null; to: string | null; today: string }): Promise<string> {
    const name = async (id: string | null): Promise<string | undefined> => (id ? (await tx.repository(Organisation).findOneByOrFail({ id })).name : undefined);
    const [before, after, atRaising] = [await name(from), await name(to), await name(alert.raisedWithId)];
    const working = await this.calendars.of('england', tx.manager);
    const waits = alert.answeredAt === null || alert.answerAgainDueOn !== null;
    return changeOfHandsText({ before, after, atRaising, dueOn: waits ? owedBy(alert) : undefined, promises: alert.planActions.length }, today, working);
  }
}

/** The lead of the mission; of a late return whoever owes that now, since it goes with its mission by itself. */
async function ownerOn(tx: Transaction, { missionId, submissionId }: Alert, today: string): Promise<string | null> {
  if (submissionId) return (await tx.repository(Submission).findOneByOrFail({ id: submissionId })).organisationId;
  const leads = await tx.repository(MissionLead).findBy({ missionId: missionId ?? '' });
  return leadOn({ leads }, today)?.organisationId ?? null;
}
