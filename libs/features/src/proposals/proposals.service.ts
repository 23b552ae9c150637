import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Actor, auditName, type Permission } from '#domain/access/permissions.js';
import { proposalBlockers, type ProposalTexts } from '#domain/proposals/new-proposal.js';
import { DAYS_TO_ANSWER, PROPOSAL_OUTCOMES, PROPOSAL_STATES, type ProposalAction, type ProposalOutcome } from '#domain/proposals/proposal-status.js';
import { positionsTowardsProposal, PROPOSAL_WORKFLOW } from '#domain/proposals/proposal-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { AreasQueries } from '#features/areas/areas.queries.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { PROPOSAL_ANSWERED, PROPOSAL_MOVED, PROPOSAL_RECEIVED, PROPOSAL_WITHDRAWN } from '#features/notifications/texts/proposals.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { shortReference } from '#platform/references/short-reference.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { answerersOf, placeOfProposal, proposalNews, proposersOf, recordProposal } from './proposal-records.js';
import { Proposal } from './proposal.entity.js';

export interface NewProposal extends ProposalTexts {
  areaCode: string;
  missionId: string;
  departmentId: string;
}

/** A proposal as its page showed it. */
export interface OpenedProposal {
  reference: string;
  rowVersion: number;
}

/** What goes with a move. */
interface GivenWithMove {
  outcome: ProposalOutcome | null;
  words: string;
}

const EVENTS: Record<ProposalAction, string> = { acknowledge: 'PROPOSAL_ACKNOWLEDGED', 'take-up': 'PROPOSAL_TAKEN_UP', answer: 'PROPOSAL_ANSWERED', withdraw: 'PROPOSAL_WITHDRAWN' };
const PERMISSIONS: Record<ProposalAction, Permission> = { acknowledge: 'proposal.answer', 'take-up': 'proposal.answer', answer: 'proposal.answer', withdraw: 'proposal.submit' };
const NOTHING: GivenWithMove = { outcome: null, words: '' };

/** Intake of local proposals, and what departments make of them. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly areas: AreasQueries,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** Receives a proposal; its answer is due 20 working days later. @returns its reference */
  async submit(actor: Actor, proposed: NewProposal): Promise<string> {
    requirePermission(actor, 'proposal.submit');
    const area = await this.areas.shown(proposed.areaCode.trim().toUpperCase());
    return this.unitOfWork.run({ actor: auditName(actor), event: 'PROPOSAL_RECEIVED', subject: 'proposal:new' }, async (tx) => {
      const organisation = actor.organisationId === null ? null : await tx.repository(Organisation).findOneBy({ id: actor.organisationId, kind: 'sub-national' });
      if (!organisation) throw ApplicationError.forbidden('Only sub-national bodies and their directors make local proposals', 'no-body');
      const mission = isUUID(proposed.missionId) ? await tx.repository(Mission).findOneBy({ id: proposed.missionId }) : null;
      const department = isUUID(proposed.departmentId) ? await tx.repository(Organisation).findOneBy({ id: proposed.departmentId, kind: 'department' }) : null;
      const reasons: Reason[] = [
        ...proposalBlockers(proposed),
        ...(area ? [] : [{ code: 'area-unknown', message: 'Enter the code of a place in the register, like E08000003', field: 'areaCode' }]),
        ...(mission ? [] : [{ code: 'mission-missing', message: 'Select a mission', field: 'missionId' }]),
        ...(department ? [] : [{ code: 'department-missing', message: 'Select the department that you ask', field: 'departmentId' }]),
      ];
      if (reasons.length > 0 || !area || !mission || !department) throw ApplicationError.invalid(reasons);
      const today = londonDate(tx.now);
      const answerDueOn = (await this.calendars.of('england', tx.manager)).after(today, DAYS_TO_ANSWER);
      const { title, ask, cost, evidence } = proposed;
      const { id } = await tx.repository(Proposal).save({
        reference: shortReference('LP', today), organisationId: organisation.id, departmentId: department.id, missionId: mission.id, areaCode: area.code, areaName: area.name,
        title: title.trim(), ask: ask.trim(), cost: cost.trim(), evidence: evidence.trim(), state: 'received' as const, outcome: null, words: null,
        submittedBy: actor.id, receivedAt: tx.now, answerDueOn, endedAt: null, remindedBefore: null, overdueAt: null,
      });
      const proposal = await proposalWhole(tx, id);
      await recordProposal(tx, actor, proposal, 'receive');
      await this.notices.tell(tx, PROPOSAL_RECEIVED, await answerersOf(tx, proposal), proposalNews(proposal), placeOfProposal(proposal));
      tx.describe({ reference: proposal.reference, department: department.slug, area: area.code }, `proposal:${id}`);
      return proposal.reference;
    });
  }

  async acknowledge(actor: Actor, opened: OpenedProposal): Promise<void> {
    await this.move(actor, opened, 'acknowledge', NOTHING);
  }

  async takeUp(actor: Actor, opened: OpenedProposal): Promise<void> {
    await this.move(actor, opened, 'take-up', NOTHING);
  }

  async answer(actor: Actor, opened: OpenedProposal, given: GivenWithMove): Promise<void> {
    await this.move(actor, opened, 'answer', given);
  }

  async withdraw(actor: Actor, opened: OpenedProposal, words: string): Promise<void> {
    await this.move(actor, opened, 'withdraw', { outcome: null, words });
  }

  private async move(actor: Actor, { reference, rowVersion }: OpenedProposal, action: ProposalAction, given: GivenWithMove): Promise<void> {
    requirePermission(actor, PERMISSIONS[action]);
    await this.unitOfWork.run({ actor: auditName(actor), event: EVENTS[action], subject: `proposal:${reference}` }, async (tx) => {
      const locked = await tx.repository(Proposal).findOne({ where: { reference }, lock: { mode: 'pessimistic_write' } });
      if (!locked) throw ApplicationError.notFound('That proposal');
      const proposal = await proposalWhole(tx, locked.id);
      const positions = positionsTowardsProposal(actor, { proposer: proposal.organisationId, department: proposal.departmentId });
      if (positions.length === 0) throw ApplicationError.forbidden('This proposal is another organisation’s', 'not-yours');
      if (locked.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this proposal since you opened it');
      const arrow = transitionFor(PROPOSAL_WORKFLOW, proposal.state, action, positions);
      if (!arrow) throw ApplicationError.conflict(`The proposal stands at “${PROPOSAL_STATES[proposal.state]}”, so this is not possible now`, 'not-from-here');
      const words = given.words.trim();
      const refusals = arrow.refuse?.({ outcome: given.outcome, words }) ?? [];
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      const ends = arrow.to === 'answered' || arrow.to === 'withdrawn';
      const saved = await tx.repository(Proposal).save({ ...proposal, state: arrow.to, ...(ends ? { outcome: given.outcome, words, endedAt: tx.now } : {}) });
      await recordProposal(tx, actor, saved, action, words);
      await this.tell(tx, saved, action);
      tx.describe({ from: proposal.state, to: saved.state, outcome: given.outcome }, `proposal:${proposal.id}`);
    });
  }

  private async tell(tx: Transaction, proposal: Proposal, action: ProposalAction): Promise<void> {
    const news = proposalNews(proposal);
    const place = placeOfProposal(proposal);
    if (action === 'withdraw') await this.notices.tell(tx, PROPOSAL_WITHDRAWN, await answerersOf(tx, proposal), news, place);
    else if (action === 'answer' && proposal.outcome) await this.notices.tell(tx, PROPOSAL_ANSWERED, await proposersOf(tx, proposal), { ...news, outcome: PROPOSAL_OUTCOMES[proposal.outcome] }, place);
    else await this.notices.tell(tx, PROPOSAL_MOVED, await proposersOf(tx, proposal), { ...news, state: PROPOSAL_STATES[proposal.state] }, place);
  }
}

export async function proposalWhole(tx: Transaction, id: string): Promise<Proposal> {
  return tx.repository(Proposal).findOneOrFail({ where: { id }, relations: { organisation: true, department: true } });
}
