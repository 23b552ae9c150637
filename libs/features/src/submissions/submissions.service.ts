import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { positionsTowards } from '#domain/submissions/submission-positions.js';
import { REFERENCES_A_YEAR, submissionReference } from '#domain/submissions/submission-reference.js';
import { type GivenReason, type SubmissionAction, type SubmissionKind } from '#domain/submissions/submission-status.js';
import { sectionsOfFields } from '#domain/submissions/section-parts.js';
import { type SubmissionTransition } from '#domain/submissions/submission-workflow.js';
import { workflowOf } from '#domain/submissions/workflow-of.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { type StoodInFor } from '#features/access/stand-ins.js';
import { StandingDelegations } from '#features/delegations/standing-delegations.queries.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { CLOSE_REVIEW } from '#features/reviews/close-review.job.js';
import { OPEN_REVIEW } from '#features/reviews/open-review.job.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { requireOwnDepartment } from './submission-access.js';
import { auditEventOf, type DepartmentAction, PERMISSION_OF } from './submission-audit.js';
import { DeclinedSections } from './declined-sections.js';
import { SubmissionContents } from './submission-contents.js';
import { Submission } from './submission.entity.js';
import { SubmissionEvents } from './submission-events.js';
import { SubmissionFactsReader } from './submission-facts.js';
import { SubmissionNotices } from './submission-notices.js';
import { SubmissionVersions } from './submission-versions.js';
import { submissionsWords } from './submissions.words.js';

/** What to open: what a department owes, for which time, by when. Dates are ISO dates. */
export interface NewSubmission {
  kind: SubmissionKind;
  frameworkId: string;
  organisationId: string;
  /** The mission of a return; null for a plan. */
  missionId: string | null;
  coversLabel: string;
  coversFrom: string;
  coversTo: string;
  dueOn: string;
  /** The last day on which anything is taken; null or absent where the window stays open. */
  closesOn?: string | null;
}

/** Which submission a person has in front of them, and as of which change. */
export interface OpenedSubmission {
  kind: SubmissionKind;
  id: string;
  /** `rowVersion` as the page showed it. */
  rowVersion: number;
}

export interface GivenWithMove {
  reasons?: readonly GivenReason[];
  /** The delivery that the mover has in front of them: another one by now is a conflict. */
  versionNumber?: number;
  /** The content's fields that a save changes: the history says in which sections they stand. */
  fields?: readonly string[];
}

/** What a move changes beside the status. */
type MoveEffect = Partial<Pick<Submission, 'draftedBy' | 'signedBy' | 'deliveredVersions' | 'standingVersion' | 'acceptedVersion' | 'roundsSentBack'>>;

/** The one machine that moves evidence returns and plans, each by its own table. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: SubmissionContents,
    private readonly versions: SubmissionVersions,
    private readonly events: SubmissionEvents,
    private readonly facts: SubmissionFactsReader,
    private readonly declined: DeclinedSections,
    private readonly delegations: StandingDelegations,
    private readonly notices: SubmissionNotices,
  ) {}

  /**
   * Opens a submission inside the caller's move, once: the same mission and time (for a plan: department and time) gives nothing,
   * unless it was owed no longer: then it is owed again, as it was written, with the days asked.
   * @returns null where it is open already.
   */
  async open(tx: Transaction, asked: NewSubmission): Promise<Submission | null> {
    const submissions = tx.repository(Submission);
    const { kind, frameworkId, missionId, organisationId, coversFrom, coversTo } = asked;
    const owner = missionId === null ? { organisationId } : { missionId };
    const known = await submissions.findOne({ where: { kind, frameworkId, coversFrom, coversTo, ...owner }, lock: { mode: 'pessimistic_write' } });
    if (known) return known.status === 'not-owed' ? this.oweAgain(tx, known, asked) : null;
    const submission = await submissions.save({
      ...asked,
      firstDueOn: asked.dueOn,
      closesOn: asked.closesOn ?? null,
      overdueAt: null,
      reference: await this.freeReference(tx, kind, Number(asked.dueOn.slice(0, 4))),
      status: workflowOf(kind).initial,
      deliveredVersions: 0,
      standingVersion: null,
      acceptedVersion: null,
      draftedBy: null,
      signedBy: null,
      createdAt: tx.now,
    });
    await this.events.record(tx, submission, { action: 'open', from: null, actor: null, versionNumber: null, reasons: [] });
    return submission as Submission;
  }

  /**
   * One move of the department in a transaction of its own.
   * @throws ApplicationError 403 for another department's, 409 when it has changed or moved on meanwhile, 422 with every reason.
   */
  async move(actor: Actor, opened: OpenedSubmission, action: DepartmentAction, reasons: readonly GivenReason[] = []): Promise<Submission> {
    requirePermission(actor, PERMISSION_OF[action]);
    return this.unitOfWork.run(
      { actor: auditName(actor), event: auditEventOf(opened.kind, action), subject: `submission:${opened.id}` },
      async (tx) => {
        const submission = await this.take(tx, actor, opened);
        return this.moveInTransaction(tx, actor, submission, action, { reasons });
      },
    );
  }

  /** Locks what a person of the department has in front of them. @throws ApplicationError 409 when it is no longer what they saw. */
  async take(tx: Transaction, actor: Actor, { kind, id, rowVersion }: OpenedSubmission): Promise<Submission> {
    const submission = await this.locked(tx, id);
    if (submission.kind !== kind) throw ApplicationError.notFound(submissionsWords.aSubmission[kind]);
    requireOwnDepartment(actor, submission);
    if (submission.rowVersion !== rowVersion) throw ApplicationError.conflict(submissionsWords.changedMeanwhile(submission));
    return submission;
  }

  /**
   * Makes a move of the table inside the caller's transaction: status, event, and for a delivery its version, the review's job
   * and the letters. Locks the submission first, so that of two at once one is made.
   * @throws ApplicationError 403 for whoever has no such move, 409 when the state has moved on, 422 with every reason against it.
   */
  async moveInTransaction(
    tx: Transaction,
    actor: Actor,
    { id }: { id: string },
    action: SubmissionAction,
    given: GivenWithMove = {},
  ): Promise<Submission> {
    const submission = await this.locked(tx, id);
    const arrow = this.arrow(actor, submission, action);
    if (given.versionNumber !== undefined && given.versionNumber !== submission.deliveredVersions) {
      throw ApplicationError.conflict(submissionsWords.overtaken(submission));
    }
    const reasons = (given.reasons ?? []).map(({ section, text }) => ({ section, text: text.trim() }));
    const signsFor = arrow.who === 'stand-in' ? await this.standingFor(tx, actor, submission) : undefined;
    const refusals = arrow.refuse?.(await this.facts.factsFor(tx, submission, { actor, action, reasons, signsFor })) ?? [];
    if (refusals.length > 0) throw ApplicationError.invalid(refusals);

    const effect = await this.effectOf(tx, actor, submission, { action, signsFor });
    await tx.repository(Submission).update({ id }, { status: arrow.to, ...effect });
    const moved = await tx.repository(Submission).findOneByOrFail({ id });
    const versionNumber = action === 'save' ? moved.deliveredVersions + 1 : moved.deliveredVersions || null;
    const sections = sectionsOfFields(submission.kind, given.fields ?? []);
    const eventId = await this.events.record(tx, moved, { action, from: submission.status, actor, versionNumber, reasons, sections, inPlaceOf: signsFor });
    if (action === 'decline') await this.keepDeclined(tx, submission, eventId, reasons);
    await this.notices.tell(tx, id, action, { name: actor.name, inPlaceOf: signsFor, reasons });
    tx.describe({ submission: { reference: moved.reference, action, from: submission.status, to: moved.status, version: versionNumber, ...(signsFor ? { inPlaceOf: signsFor.id } : {}) } });
    return moved;
  }

  private async oweAgain(tx: Transaction, known: Submission, { dueOn, closesOn = null }: NewSubmission): Promise<Submission> {
    const again = { dueOn: dueOn > known.firstDueOn ? dueOn : known.firstDueOn, closesOn, status: 'draft' as const, signedBy: null };
    await tx.repository(Submission).update({ id: known.id }, again);
    const submission = Object.assign(known, again);
    await this.events.record(tx, submission, { action: 'owe-again', from: 'not-owed', actor: null, versionNumber: null, reasons: [] });
    return submission;
  }

  /** @throws ApplicationError 404 for an unknown id. */
  private async locked(tx: Transaction, id: string): Promise<Submission> {
    const submission = await tx.repository(Submission).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!submission) throw ApplicationError.notFound('That submission');
    await requireOpenFramework(tx.manager, submission);
    return submission;
  }

  private arrow(actor: Actor, submission: Submission, action: SubmissionAction): SubmissionTransition {
    const table = workflowOf(submission.kind);
    const positions = positionsTowards(actor, submission.organisationId);
    const arrow = transitionFor(table, submission.status, action, positions);
    if (arrow) return arrow;
    const mayElsewhere = table.transitions.some((other) => other.action === action && positions.includes(other.who));
    if (mayElsewhere) throw ApplicationError.conflict(submissionsWords.movedOn(submission), `submission-${submission.status}`);
    throw ApplicationError.forbidden(submissionsWords.notYours);
  }

  /** @throws ApplicationError 403 where the delegation has ended since the page was opened. */
  private async standingFor(tx: Transaction, actor: Actor, { organisationId }: Submission): Promise<StoodInFor> {
    const sro = await this.delegations.lockedFor(tx.manager, actor.id, organisationId, tx.now);
    if (!sro) throw ApplicationError.forbidden(submissionsWords.delegationEnded, 'delegation-ended');
    return sro;
  }

  private async keepDeclined(tx: Transaction, { id, kind }: Submission, eventId: string, reasons: readonly GivenReason[]): Promise<void> {
    if (reasons.every(({ section }) => section === null)) return;
    await this.declined.keep(tx, id, eventId, reasons, { kind, content: await this.contents.of(kind).contentOf(tx.manager, id) });
  }

  /** Does what follows from a move: a delivery's version, the review's job. */
  private async effectOf(tx: Transaction, actor: Actor, submission: Submission, { action, signsFor }: { action: SubmissionAction; signsFor: StoodInFor | undefined }): Promise<MoveEffect> {
    switch (action) {
      case 'save':
        return { draftedBy: actor.id, signedBy: null };
      case 'submit': {
        const number = await this.versions.deliver(tx, submission, actor, signsFor);
        await tx.enqueue(OPEN_REVIEW, { submissionId: submission.id, versionNumber: number });
        return { signedBy: actor.id, deliveredVersions: number, standingVersion: number };
      }
      case 'withdraw':
        await tx.enqueue(CLOSE_REVIEW, { submissionId: submission.id });
        return { standingVersion: null };
      case 'request-changes':
        return { roundsSentBack: submission.roundsSentBack + 1 };
      case 'accept':
        await this.versions.recordRating(tx, submission);
        return { acceptedVersion: submission.deliveredVersions };
      case 'publish-unresolved':
      case 'close-unresolved':
        await this.versions.recordRating(tx, submission);
        return {};
      default:
        return {};
    }
  }

  private async freeReference(tx: Transaction, kind: SubmissionKind, year: number): Promise<string> {
    for (;;) {
      const reference = submissionReference(kind, year, randomInt(REFERENCES_A_YEAR));
      if (!(await tx.repository(Submission).existsBy({ reference }))) return reference;
    }
  }
}
