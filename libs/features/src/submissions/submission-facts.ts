import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { type SubmissionContent } from '#domain/submissions/submission-content.js';
import { type GivenReason, type SubmissionAction } from '#domain/submissions/submission-status.js';
import { type SubmissionFacts } from '#domain/submissions/submission-workflow.js';
import { type StoodInFor } from '#features/access/stand-ins.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Clearances, type ClearanceState } from './clearances.queries.js';
import { DeclinedSections, unsettled } from './declined-sections.js';
import { type RegisteredContent, SubmissionContents } from './submission-contents.js';
import { type Submission } from './submission.entity.js';
import { SubmissionEvents } from './submission-events.js';
import { SubmissionWindow } from './submission-window.js';

/** A move that somebody wants to make. */
export interface IntendedMove {
  actor: Actor;
  action: SubmissionAction;
  reasons: GivenReason[];
  /** The SRO in whose place they would. */
  signsFor: StoodInFor | undefined;
}

/** Gathers what the transition tables need to know, inside the move's own transaction. */
@Injectable()
export class SubmissionFactsReader {
  constructor(
    private readonly contents: SubmissionContents,
    private readonly events: SubmissionEvents,
    private readonly clearances: Clearances,
    private readonly declined: DeclinedSections,
    private readonly window: SubmissionWindow,
  ) {}

  async factsFor(tx: Transaction, submission: Submission, { actor, action, reasons, signsFor }: IntendedMove): Promise<SubmissionFacts> {
    const registered = this.contents.of(submission.kind);
    const content = action === 'send-for-sign-off' || action === 'submit' ? await registered.contentOf(tx.manager, submission.id) : undefined;
    const clearance = content && action === 'submit' ? await this.clearances.stateOf(tx.manager, submission, content) : undefined;
    const declined = content && action === 'send-for-sign-off' ? await this.unsettledIn(tx, submission, registered, content) : [];
    return {
      actorId: actor.id,
      authorIds: await this.events.authorsOf(tx.manager, submission.id),
      signsFor,
      signedBy: submission.signedBy,
      clearance: nameOf(clearance),
      windowClosed: action === 'submit' && (await this.window.isClosed(tx, submission)),
      standing: submission.standingVersion !== null,
      roundsSentBack: submission.roundsSentBack,
      blockers: content ? [...registered.blockers(content, submission), ...declined] : [],
      reasons,
      sections: registered.sections,
    };
  }

  private async unsettledIn(tx: Transaction, { id, kind }: Submission, { sections }: RegisteredContent, content: SubmissionContent): Promise<SubmissionFacts['blockers']> {
    return unsettled(await this.declined.resetSections(tx.manager, await this.events.of(tx.manager, id), { kind, content, sections }));
  }
}

function nameOf(state: ClearanceState | undefined): SubmissionFacts['clearance'] {
  if (!state?.wanted) return 'not-wanted';
  return state.given ? 'given' : 'missing';
}
