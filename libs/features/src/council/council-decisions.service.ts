import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { decisionFaults, type DecisionDraft, type DecisionSubject, FIRST_QUORUM_RULE, minuteFaults, outcomeOf, type Part, partFaults, type QuorumRule } from '#domain/council/council-decision.js';
import { DECISION_WORKFLOW, type DecisionAction, type DecisionPosition } from '#domain/council/decision-workflow.js';
import { type Refusal, transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleWithRoles } from '#features/access/people-to-tell.js';
import { User } from '#features/access/user.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { COUNCIL_DECISION_PROPOSED, COUNCIL_VOTE_OPEN } from '#features/notifications/texts/council.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { shortReference } from '#platform/references/short-reference.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { CouncilDecisionPart } from './council-decision-part.entity.js';
import { CouncilDecision } from './council-decision.entity.js';
import { CouncilQuorumRule } from './council-quorum-rule.entity.js';
import { councilPaths } from './council.paths.js';
import { councilWords as words } from './council.words.js';
import { recusalOf } from './decision-recusals.js';

/** A decision as somebody has it on the screen. */
export interface OpenedDecision {
  reference: string;
  rowVersion: number;
}

/** A vote or a recusal. */
export interface GivenPart {
  part: string;
  words: string;
  /** Of one's own part as the page showed it; may be absent where nothing was given yet. */
  rowVersion?: number | undefined;
}

/** What the council decides together: proposed by a member, opened and closed by a chair, public and unchanged from the close on. */
@Injectable()
export class CouncilDecisionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** @throws ApplicationError 422 with every fault by field */
  async propose(actor: Actor, draft: DecisionDraft): Promise<CouncilDecision> {
    requirePerson(actor);
    requirePermission(actor, 'council.decide');
    refuse(decisionFaults(draft));
    return this.unitOfWork.run({ actor: auditName(actor), event: 'COUNCIL_DECISION_PROPOSED', subject: 'council-decision:new' }, async (tx) => {
      if (draft.missionId !== null && !(await tx.repository(Mission).existsBy({ id: draft.missionId }))) refuse([{ code: 'mission-unknown', message: words.propose.aMission, field: 'mission' }]);
      const decision = await tx.repository(CouncilDecision).save({
        reference: shortReference('CD', londonDate(tx.now)), subject: draft.subject as DecisionSubject, about: draft.about.trim(), missionId: draft.missionId,
        title: draft.title.trim(), text: draft.text.trim(), state: 'proposed', proposedBy: actor.id, proposedByName: actor.name, proposedAt: tx.now,
        openedBy: null, openedAt: null, leastNumber: null, leastShare: null, lastPartAt: null, closedBy: null, closedByName: null, closedAt: null, adopted: null, outcomeReason: null, minute: null,
      });
      const chairs = (await peopleWithRoles(tx, ['council-chair'])).filter(({ id }) => id !== actor.id);
      await this.notices.tell(tx, COUNCIL_DECISION_PROPOSED, { people: chairs }, newsOf(decision, actor), { about: `council-decision:${decision.id}`, path: councilPaths.follow(decision.reference) });
      tx.describe({ reference: decision.reference, subject: decision.subject, mission: decision.missionId }, `council-decision:${decision.id}`);
      return decision;
    });
  }

  /** Every member in office has a part in it; those who are barred are recused at once. */
  async open(actor: Actor, opened: OpenedDecision): Promise<CouncilDecision> {
    requirePermission(actor, 'council.chair');
    return this.move(actor, opened, 'open', async (tx, decision) => {
      const { leastNumber, leastShare } = await quorumRule(tx);
      const saved = await tx.repository(CouncilDecision).save(Object.assign(decision, { openedBy: actor.id, openedAt: tx.now, leastNumber, leastShare }));
      const people = await peopleWithRoles(tx, ['council-member', 'council-chair']);
      const barred = new Set<string>();
      for (const { id, name } of people) {
        const why = await recusalOf(tx.manager, id, { missionId: decision.missionId, day: londonDate(tx.now) });
        if (why) barred.add(id);
        await tx.repository(CouncilDecisionPart).save({ decisionId: decision.id, personId: id, personName: name, part: why ? 'recused' : null, words: why ?? '', byItself: why !== undefined, givenAt: why ? tx.now : null });
      }
      const voters = people.filter(({ id }) => id !== actor.id && !barred.has(id));
      await this.notices.tell(tx, COUNCIL_VOTE_OPEN, { people: voters }, newsOf(decision, actor), { about: `council-decision:${decision.id}`, path: councilPaths.vote(decision.reference) });
      return saved;
    });
  }

  /** A vote, or a recusal in one's own words; both may be changed until the close. @throws ApplicationError 403 for whoever has none, 409 where one's other window was faster */
  async vote(actor: Actor, reference: string, { part, words: said, rowVersion }: GivenPart): Promise<void> {
    requirePerson(actor);
    requirePermission(actor, 'council.decide');
    refuse(partFaults(part, said));
    await this.unitOfWork.run({ actor: auditName(actor), event: 'COUNCIL_VOTE_GIVEN', subject: 'council-decision:unknown' }, async (tx) => {
      const decision = await locked(tx, reference);
      if (decision.state !== 'open') throw ApplicationError.conflict(words.notNow, 'not-open');
      const parts = tx.repository(CouncilDecisionPart);
      const own = await parts.findOneBy({ decisionId: decision.id, personId: actor.id });
      if (!own) throw ApplicationError.forbidden(words.vote.notMember, 'not-in-office-then');
      if (own.rowVersion !== rowVersion && (own.part !== null || rowVersion !== undefined)) throw ApplicationError.conflict(words.vote.changed);
      await lockPeople(tx, [actor.id]);
      const bar = own.byItself ? own.words : await recusalOf(tx.manager, actor.id, { missionId: decision.missionId, day: londonDate(tx.now) });
      if (bar) throw ApplicationError.forbidden(words.vote.recusedByItself(bar), 'recused');
      await parts.save(Object.assign(own, { part: part as Part, words: said.trim(), givenAt: tx.now }));
      await tx.repository(CouncilDecision).update({ id: decision.id }, { lastPartAt: tx.now });
      tx.describe({ reference, part }, `council-decision:${decision.id}`);
    });
  }

  /** Counts, publishes and freezes. @throws ApplicationError 409 where somebody has voted since the page was opened */
  async close(actor: Actor, opened: OpenedDecision, minute: string): Promise<CouncilDecision> {
    requirePermission(actor, 'council.chair');
    refuse(minuteFaults(minute));
    return this.move(actor, opened, 'close', async (tx, decision) => {
      const parts = await recuseBarred(tx, decision);
      const { adopted, reason, votes } = outcomeOf(ruleOf(decision), parts.map(({ part }) => part));
      Object.assign(decision, { closedBy: actor.id, closedByName: actor.name, closedAt: tx.now, adopted, outcomeReason: reason, minute: minute.trim() });
      tx.describe({ adopted, reason, votes });
      return tx.repository(CouncilDecision).save(decision);
    });
  }

  /** By whoever proposed it, before the vote is open. */
  async withdraw(actor: Actor, opened: OpenedDecision): Promise<CouncilDecision> {
    requirePermission(actor, 'council.decide');
    return this.move(actor, opened, 'withdraw', (tx, decision) => tx.repository(CouncilDecision).save(Object.assign(decision, { closedBy: actor.id, closedByName: actor.name, closedAt: tx.now })));
  }

  private async move(actor: Actor, { reference, rowVersion }: OpenedDecision, action: DecisionAction, work: (tx: Transaction, decision: CouncilDecision) => Promise<CouncilDecision>): Promise<CouncilDecision> {
    requirePerson(actor);
    const event = { open: 'COUNCIL_VOTE_OPENED', close: 'COUNCIL_DECISION_CLOSED', withdraw: 'COUNCIL_DECISION_WITHDRAWN' }[action];
    return this.unitOfWork.run({ actor: auditName(actor), event, subject: 'council-decision:unknown' }, async (tx) => {
      const decision = await locked(tx, reference);
      if (decision.rowVersion !== rowVersion) throw ApplicationError.conflict(words.changed);
      const arrow = transitionFor(DECISION_WORKFLOW, decision.state, action, positionsOf(actor, decision));
      if (!arrow) throw ApplicationError.conflict(words.notNow, 'not-now');
      tx.describe({ reference, from: decision.state, to: arrow.to }, `council-decision:${decision.id}`);
      return work(tx, Object.assign(decision, { state: arrow.to }));
    });
  }
}

function newsOf({ reference, title }: CouncilDecision, { name }: Actor): { reference: string; title: string; by: string } {
  return { reference, title, by: name };
}

/** Who somebody is to a decision. */
export function positionsOf(actor: Actor, { proposedBy }: Pick<CouncilDecision, 'proposedBy'>): DecisionPosition[] {
  return [...(actor.roles.includes('council-chair') ? (['chair'] as const) : []), ...(actor.id === proposedBy ? (['proposer'] as const) : [])];
}

export function ruleOf({ leastNumber, leastShare }: Pick<CouncilDecision, 'leastNumber' | 'leastShare'>): QuorumRule {
  return { leastNumber: leastNumber ?? FIRST_QUORUM_RULE.leastNumber, leastShare: leastShare ?? FIRST_QUORUM_RULE.leastShare };
}

/** An interest that was declared after the vote takes the vote back. */
async function recuseBarred(tx: Transaction, decision: CouncilDecision): Promise<CouncilDecisionPart[]> {
  const repository = tx.repository(CouncilDecisionPart);
  const parts = await repository.findBy({ decisionId: decision.id });
  await lockPeople(tx, parts.map(({ personId }) => personId));
  for (const part of parts.filter(({ byItself }) => !byItself)) {
    const why = await recusalOf(tx.manager, part.personId, { missionId: decision.missionId, day: londonDate(tx.now) });
    if (why) await repository.save(Object.assign(part, { part: 'recused', words: why, byItself: true, givenAt: tx.now }));
  }
  return parts;
}

/** An interest that is being declared is waited for: it names its person, whose row it holds until its commit. Always in one order. */
async function lockPeople(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.repository(User).find({ select: { id: true }, where: { id: In([...ids]) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
}

async function locked(tx: Transaction, reference: string): Promise<CouncilDecision> {
  const decision = await tx.repository(CouncilDecision).findOne({ where: { reference }, lock: { mode: 'pessimistic_write' } });
  if (!decision) throw ApplicationError.notFound(words.aDecision);
  return decision;
}

async function quorumRule(tx: Transaction): Promise<QuorumRule> {
  const [rule] = await tx.repository(CouncilQuorumRule).find({ order: { id: 'DESC' }, take: 1 });
  return rule ?? FIRST_QUORUM_RULE;
}

function requirePerson(actor: Actor): void {
  if (actor.kind !== 'user') throw ApplicationError.forbidden(words.peopleOnly);
}

function refuse(reasons: Refusal[]): void {
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
}
