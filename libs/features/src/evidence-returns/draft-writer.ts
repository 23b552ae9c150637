import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { draftBlockers, type DraftFrame, type WrittenAnswers } from '#domain/evidence-returns/draft-blockers.js';
import { type EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { lastStepsOf, promisedSteps } from '#domain/evidence-returns/last-steps.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { Target } from '#features/missions/target.entity.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { EvidenceReturn } from './evidence-return.entity.js';
import { evidenceReturnsWords as words } from './evidence-returns.words.js';
import { type LastReturn, LastReturns } from './last-returns.queries.js';
import { NewReleases } from './new-releases.queries.js';
import { ReturnParts } from './return-parts.js';

/** A return as its page showed it. */
export interface OpenedReturn {
  id: string;
  rowVersion: number;
}

/** What a change is made on. */
export interface DraftAtHand {
  draft: EvidenceReturn;
  submission: Submission;
  last: LastReturn | null;
}

interface DraftChange {
  answers: WrittenAnswers;
  /** What of it is held against the rules: all where absent. */
  checked?: WrittenAnswers;
}

/** What a nil return may say. */
const OF_NIL: readonly (keyof EvidenceReturnAnswers)[] = ['nil', 'narrative', 'rating', 'ratingReason', 'lastSteps'];
const LISTS = ['evidence', 'risks', 'steps'] as const;

/** The one way into a draft: page, workbook and token are held to the same rules here. */
@Injectable()
export class DraftWriter {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly lastReturns: LastReturns,
    private readonly newReleases: NewReleases,
    private readonly parts: ReturnParts,
  ) {}

  /**
   * Changes answers of the draft inside the caller's move; the others stay. What stands already changes nothing.
   * @throws ApplicationError 403 for another department's, 409 when it has changed meanwhile or is not being written, 422 with every
   * answer that may not lie in a draft.
   */
  async write(tx: Transaction, actor: Actor, { id, rowVersion }: OpenedReturn, change: (at: DraftAtHand) => DraftChange): Promise<Submission> {
    const submission = await this.submissions.take(tx, actor, { kind: 'evidence-return', id, rowVersion });
    const drafts = tx.repository(EvidenceReturn);
    const draft = await drafts.findOneByOrFail({ submissionId: id });
    const last = await this.lastReturns.before(submission, tx.manager);
    const { answers, checked = answers } = change({ draft, submission, last });
    const refusals = [
      ...draftBlockers(checked, await this.frameOf(tx, submission, last)),
      ...(await this.nilBlockers(tx, { draft, submission, last }, answers)),
    ];
    if (refusals.length > 0) throw ApplicationError.invalid(refusals);

    const written = Object.entries(completed(answers, { draft, submission, last }));
    const changed = written.filter(([field, value]) => !isDeepStrictEqual(draft[field as keyof EvidenceReturnAnswers], value));
    if (changed.length === 0) return submission;
    const saved = await this.submissions.moveInTransaction(tx, actor, submission, 'save', { fields: changed.map(([field]) => field) });
    await drafts.update({ submissionId: id }, Object.fromEntries(changed));
    tx.describe({ fields: changed.map(([field]) => field) });
    return saved;
  }

  private async frameOf(tx: Transaction, { id, dueOn, coversTo, missionId }: Submission, last: LastReturn | null): Promise<DraftFrame> {
    const targets = missionId ? await tx.repository(Target).find({ select: { slug: true }, where: { missionId, role: 'headline' } }) : [];
    const { attachments } = await this.parts.of(tx.manager, id);
    return {
      dueOn,
      coversTo,
      targets: targets.map(({ slug }) => slug),
      lastSteps: last ? promisedSteps(last.content).map(({ step }) => step) : [],
      attachments: attachments.map((file) => file.id),
    };
  }

  /** A nil return is begun only where nothing new was published, and says no more than its one screen asks. */
  private async nilBlockers(tx: Transaction, { draft, submission, last }: DraftAtHand, answers: WrittenAnswers): Promise<Refusal[]> {
    if (!(answers.nil ?? draft.nil)) return [];
    const more = Object.entries(answers).filter(([field, value]) => !OF_NIL.includes(field as keyof EvidenceReturnAnswers) && value !== '' && !(Array.isArray(value) && value.length === 0));
    if (more.length > 0) return [{ code: 'nil-with-more', message: words.nil.withMore }];
    if (draft.nil) return [];
    if (!last) return [{ code: 'nil-without-last', message: words.nil.withoutLast }];
    const releases = await this.newReleases.since(submission.missionId, last.submittedAt, tx.manager);
    return releases.map((release) => ({ code: 'figures-published', message: words.nil.published(release) }));
  }
}

/** With an id for each item, and with the last return's own words for each of its promises. */
function completed({ lastSteps, ...answers }: WrittenAnswers, { draft, submission, last }: DraftAtHand): Partial<EvidenceReturnAnswers> {
  const lists = LISTS.flatMap((list) => {
    const items = answers[list];
    return items ? [[list, withIds(items, draft[list])] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(lists), ...(lastSteps ? { lastSteps: lastStepsOf(last?.content ?? null, lastSteps, submission.dueOn) } : {}) };
}

/**
 * An item that comes without an id and says the same as one of the draft is that one, so that a system that keeps no ids changes nothing
 * by sending the same again; else it is new.
 */
function withIds(items: readonly { id: string }[], known: readonly { id: string }[]): { id: string }[] {
  const left = known.filter(({ id }) => items.every((item) => item.id !== id));
  return items.map((item) => {
    if (item.id !== '') return item;
    const place = left.findIndex((old) => isDeepStrictEqual({ ...old, id: '' }, item));
    const [same] = place === -1 ? [] : left.splice(place, 1);
    return { ...item, id: same?.id ?? newId() };
  });
}

/** Short, for it stands in addresses; it has to be the only one of its kind within a return. */
export function newId(): string {
  return randomBytes(6).toString('hex');
}
