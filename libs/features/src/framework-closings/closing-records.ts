import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { type ClosingAction, type ClosingFacts } from '#domain/framework-closings/closing-workflow.js';
import { COUNCIL_ROLES } from '#domain/access/roles.js';
import { User } from '#features/access/user.entity.js';
import { type NoticeReaders } from '#features/notifications/notices.service.js';
import { Mission } from '#features/missions/mission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { FrameworkClosingEvent } from './framework-closing-event.entity.js';
import { type FrameworkClosing } from './framework-closing.entity.js';
import { MissionEnding } from './mission-ending.entity.js';

/** What a move of a closing is judged by. */
export async function factsOfClosing(tx: Transaction, { id, frameworkId, closesOn }: FrameworkClosing, reason: string): Promise<ClosingFacts> {
  const decided = new Set((await tx.repository(MissionEnding).findBy({ closingId: id })).map(({ missionId }) => missionId));
  const missions = await tx.repository(Mission).find({ where: { frameworkId }, select: { id: true, focusArea: true, number: true }, order: { number: 'ASC' } });
  return { today: londonDate(tx.now), closesOn, reason, undecided: missions.filter((mission) => !decided.has(mission.id)).map(({ focusArea }) => focusArea) };
}

export async function recordClosing(tx: Transaction, closing: Pick<FrameworkClosing, 'id'>, line: { action: ClosingAction; actorName: string; text: string }): Promise<void> {
  await tx.repository(FrameworkClosingEvent).insert({ closingId: closing.id, ...line, at: tx.now });
}

/** The council, and officials and SROs of every department that leads or contributes today. */
export async function readersOfClosing(tx: Transaction, frameworkId: string): Promise<NoticeReaders> {
  const people = await tx
    .repository(User)
    .createQueryBuilder('person')
    .where('person.disabledAt IS NULL')
    .andWhere(
      `(person.roles && :council OR person.roles && :department AND person.organisationId IN (
         SELECT o.id FROM organisations o WHERE EXISTS (SELECT FROM missions m WHERE m.framework_id = :frameworkId
           AND (o.slug = ANY (m.contributors) OR o.slug = ANY (m.bodies) OR EXISTS (SELECT FROM mission_leads l WHERE l.mission_id = m.id AND l.organisation_id = o.id AND l.from_date <= :today AND (l.to_date IS NULL OR l.to_date > :today))))))`,
      { council: COUNCIL_ROLES, department: ['official', 'sro', 'sub-national'], frameworkId, today: londonDate(tx.now) },
    )
    .orderBy('person.email')
    .getMany();
  return { people };
}

/** The last line of the audit chain before this move's own. */
export async function auditHead(tx: Transaction): Promise<{ position: number; head: string }> {
  const [head] = await tx.repository(AuditEntry).find({ order: { position: 'DESC' }, take: 1 });
  return { position: Number(head?.position ?? 0), head: head?.hash ?? '' };
}
