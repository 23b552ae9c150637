import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { positionsTowardsContribution } from '#domain/contributions/contribution-position.js';
import { CONTRIBUTION_STATES, type ContributionAction, type ContributionPosition } from '#domain/contributions/contribution-status.js';
import { answerBlockers, CONTRIBUTION_WORKFLOW, takesContributions } from '#domain/contributions/contribution-workflow.js';
import { type ContributedEvidence } from '#domain/evidence-returns/evidence-return-content.js';
import { type Refusal, transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { Notices } from '#features/notifications/notices.service.js';
import { CONTRIBUTION_DECLINED, CONTRIBUTION_GIVEN, CONTRIBUTION_TAKEN_BACK, CONTRIBUTION_WITHDRAWN } from '#features/notifications/texts/contributions.texts.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Contribution } from './contribution.entity.js';
import { answerersOf, askersOf, contributionNews, contributionWhole, recordContribution } from './contribution-records.js';
import { contributionsPaths } from './contributions.paths.js';

/** A contribution as its page showed it. */
export interface OpenedContribution {
  id: string;
  rowVersion: number;
}

/** What is typed of an item of evidence; its id is Waymark's. */
export type EvidenceDraft = Omit<ContributedEvidence, 'id'>;

const EVENTS: Record<Exclude<ContributionAction, 'close' | 'withdraw'>, string> = {
  save: 'CONTRIBUTION_SAVED', give: 'CONTRIBUTION_GIVEN', decline: 'CONTRIBUTION_DECLINED', 'take-back': 'CONTRIBUTION_TAKEN_BACK',
};

/** More than anybody reads. */
export const MOST_EVIDENCE = 20;

/** What those who are asked do with a request, and what the asker does with the answer. */
@Injectable()
export class ContributionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** @throws ApplicationError 422 for words that are none or too many */
  async save(actor: Actor, opened: OpenedContribution, answer: string): Promise<void> {
    requirePermission(actor, 'contribution.answer');
    const reasons = answerBlockers({ answer });
    if (reasons.length > 0) throw ApplicationError.invalid(reasons);
    await this.move(actor, opened, 'save', { answer });
  }

  /** Adds an item of evidence, or changes the one with the id. */
  async keepEvidence(actor: Actor, opened: OpenedContribution, item: string | null, draft: EvidenceDraft): Promise<void> {
    requirePermission(actor, 'contribution.answer');
    await this.move(actor, opened, 'save', (contribution) => {
      if (item === null && contribution.evidence.length >= MOST_EVIDENCE) throw ApplicationError.invalid([{ code: 'too-many', message: `A contribution has at most ${MOST_EVIDENCE} items of evidence` }]);
      if (item === null) return { evidence: [...contribution.evidence, { id: randomBytes(4).toString('hex'), ...draft }] };
      requireItem(contribution, item);
      return { evidence: contribution.evidence.map((known) => (known.id === item ? { id: item, ...draft } : known)) };
    });
  }

  async removeEvidence(actor: Actor, opened: OpenedContribution, item: string): Promise<void> {
    requirePermission(actor, 'contribution.answer');
    await this.move(actor, opened, 'save', (contribution) => {
      requireItem(contribution, item);
      return { evidence: contribution.evidence.filter(({ id }) => id !== item) };
    });
  }

  async give(actor: Actor, opened: OpenedContribution): Promise<void> {
    requirePermission(actor, 'contribution.answer');
    await this.move(actor, opened, 'give', { declineReason: null });
  }

  async decline(actor: Actor, opened: OpenedContribution, reason: string): Promise<void> {
    requirePermission(actor, 'contribution.answer');
    await this.move(actor, opened, 'decline', { declineReason: reason.trim() });
  }

  async takeBack(actor: Actor, opened: OpenedContribution): Promise<void> {
    requirePermission(actor, 'contribution.answer');
    await this.move(actor, opened, 'take-back', { quoted: false, givenAt: null });
  }

  /** Takes a given contribution into the return's public words, whole, or leaves it out. */
  async quote(actor: Actor, submissionId: string, opened: OpenedContribution, quoted: boolean): Promise<void> {
    requirePermission(actor, 'contribution.ask');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'CONTRIBUTION_QUOTED', subject: `contribution:${opened.id}`, facts: { quoted } }, async (tx) => {
      const contribution = await take(tx, actor, opened, 'asker');
      if (contribution.submissionId !== submissionId) throw ApplicationError.notFound('That contribution');
      if (!takesContributions(contribution.submission.status)) throw ApplicationError.conflict('The return is not being written now', 'return-closed');
      if (contribution.state !== 'given') throw notFromHere(contribution);
      if (contribution.quoted === quoted) return;
      const saved = await tx.repository(Contribution).save({ ...contribution, quoted });
      await recordContribution(tx, actor, saved, { action: quoted ? 'quote' : 'unquote' });
    });
  }

  /**
   * Takes a question back while nobody has answered it; whoever was asked is told why.
   * @throws ApplicationError 409 where it was answered or the return is not being written, 422 without a reason
   */
  async withdraw(actor: Actor, submissionId: string, opened: OpenedContribution, reason: string): Promise<void> {
    requirePermission(actor, 'contribution.ask');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'CONTRIBUTION_WITHDRAWN', subject: `contribution:${opened.id}` }, async (tx) => {
      const contribution = await take(tx, actor, opened, 'asker');
      if (contribution.submissionId !== submissionId) throw ApplicationError.notFound('That contribution');
      const arrow = transitionFor(CONTRIBUTION_WORKFLOW, contribution.state, 'withdraw', ['asker']);
      if (!arrow) throw notFromHere(contribution);
      refuse(arrow.refuse?.({ answer: '', reason, returnStatus: contribution.submission.status }) ?? []);
      const withdrawReason = reason.trim();
      const saved = await tx.repository(Contribution).save({ ...contribution, state: arrow.to, withdrawReason });
      await recordContribution(tx, actor, saved, { action: 'withdraw', text: withdrawReason });
      const whole = await contributionWhole(tx, saved.id);
      const news = { ...contributionNews(whole), reason: withdrawReason };
      await this.notices.tell(tx, CONTRIBUTION_WITHDRAWN, await answerersOf(tx, whole.organisation), news, { about: `contribution:${saved.id}`, path: contributionsPaths.show(saved.id) });
    });
  }

  private async move(
    actor: Actor,
    opened: OpenedContribution,
    action: Exclude<ContributionAction, 'close' | 'withdraw'>,
    change: Partial<Contribution> | ((contribution: Contribution) => Partial<Contribution>),
  ): Promise<void> {
    await this.unitOfWork.run({ actor: auditName(actor), event: EVENTS[action], subject: `contribution:${opened.id}` }, async (tx) => {
      const contribution = await take(tx, actor, opened, 'answerer');
      const arrow = transitionFor(CONTRIBUTION_WORKFLOW, contribution.state, action, ['answerer']);
      if (!arrow) throw notFromHere(contribution);
      const next = { ...contribution, ...(typeof change === 'function' ? change(contribution) : change) };
      const refusals = arrow.refuse?.({ answer: next.answer, reason: next.declineReason ?? '', returnStatus: contribution.submission.status }) ?? [];
      refuse(refusals);
      const saved = await tx.repository(Contribution).save({ ...next, state: arrow.to, givenAt: action === 'give' ? tx.now : next.givenAt });
      await recordContribution(tx, actor, saved, {
        action, ...(action === 'give' ? { text: saved.answer, evidence: saved.evidence } : action === 'decline' ? { text: saved.declineReason ?? '' } : {}),
      });
      await this.tell(tx, saved, action);
      tx.describe({ action, from: contribution.state, to: saved.state });
    });
  }

  private async tell(tx: Transaction, { id }: Contribution, action: ContributionAction): Promise<void> {
    const text = action === 'give' ? CONTRIBUTION_GIVEN : action === 'take-back' ? CONTRIBUTION_TAKEN_BACK : action === 'decline' ? CONTRIBUTION_DECLINED : undefined;
    if (!text) return;
    const whole = await contributionWhole(tx, id);
    const news = { ...contributionNews(whole), reason: whole.declineReason ?? '' };
    await this.notices.tell(tx, text, await askersOf(tx, whole.submission), news, { about: `contribution:${id}`, path: contributionsPaths.ofReturn(whole.submissionId) });
  }
}

/**
 * Locks the return, so that it is not sent for sign-off meanwhile, and then the request.
 * @throws ApplicationError 404 unknown, 403 somebody else's, 409 changed since the page was opened
 */
async function take(tx: Transaction, actor: Actor, { id, rowVersion }: OpenedContribution, as: ContributionPosition): Promise<Contribution> {
  const contributions = tx.repository(Contribution);
  const known = await contributions.findOneBy({ id });
  if (!known) throw ApplicationError.notFound('That contribution');
  const submission = await tx.repository(Submission).findOneOrFail({ where: { id: known.submissionId }, lock: { mode: 'pessimistic_read' } });
  await requireOpenFramework(tx.manager, submission);
  const contribution = await contributions.findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!positionsTowardsContribution(actor, { asking: submission.organisationId, asked: contribution.organisationId }).includes(as)) {
    throw ApplicationError.forbidden('This contribution is another organisation’s', 'not-yours');
  }
  if (contribution.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this contribution since you opened it');
  contribution.submission = submission;
  return contribution;
}

/** @throws ApplicationError 409 where the return is not being written, else 422 with every reason */
function refuse(refusals: readonly Refusal[]): void {
  const closed = refusals.find(({ code }) => code === 'return-closed');
  if (closed) throw ApplicationError.conflict(closed.message, 'return-closed');
  if (refusals.length > 0) throw ApplicationError.invalid([...refusals]);
}

function requireItem({ evidence }: Contribution, item: string): void {
  if (!evidence.some(({ id }) => id === item)) throw ApplicationError.notFound('That item of evidence');
}

function notFromHere({ state }: Contribution): ApplicationError {
  return ApplicationError.conflict(`The contribution stands at “${CONTRIBUTION_STATES[state]}”, so this is not possible now`, 'not-from-here');
}
