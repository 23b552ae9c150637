import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { INTERIM_REVIEW_STATES, INTERIM_REVIEW_WORKFLOW, type Recommendation, RECOMMENDATIONS } from '#domain/interim-reviews/interim-review-workflow.js';
import { LONGEST_TEXT } from '#domain/recommendations/recommendation-status.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { INTERIM_REVIEW_ANSWERED, INTERIM_REVIEW_CLOSED } from '#features/notifications/texts/interim-reviews.texts.js';
import { RecommendationsService } from '#features/recommendations/recommendations.service.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { InterimReviewNotices } from './interim-review-notices.service.js';
import { departmentOf, mayRecordEffects, takeForPeople, tellTimeline } from './interim-review-taking.js';
import { InterimReview } from './interim-review.entity.js';
import { interimReviewsPaths } from './interim-reviews.paths.js';

interface Seen {
  reference: string;
  rowVersion: number;
}

const LONGEST = 5000;

/** What people do in an interim review: the lead department says what its target has led to, the council decides. */
@Injectable()
export class InterimReviewsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: InterimReviewNotices,
    private readonly recommendations: RecommendationsService,
  ) {}

  /** The department's answer on perverse and unintended effects. Once; late answers are taken until the council has decided. */
  async answer(actor: Actor, seen: Seen, effects: string): Promise<void> {
    requirePermission(actor, 'interim-review.answer');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'INTERIM_REVIEW_ANSWERED', subject: `interim-review:${seen.reference}` }, async (tx) => {
      const review = await takeForPeople(tx, seen);
      const department = requireLead(actor, review, tx.now);
      if (review.state === 'closed') throw ApplicationError.conflict('The council has closed this review', 'not-from-here');
      if (review.effectsAt) throw ApplicationError.conflict('Your department has answered already', 'answered');
      const text = effectsOf(effects);
      const office = `${actor.name}, ${department.name}`;
      await tx.repository(InterimReview).update({ id: review.id }, { effectsText: text, effectsBy: actor.id, effectsOffice: office, effectsAt: tx.now });
      await tellTimeline(tx, review.id, 'answer', text, { actor, office });
      await this.notices.tell(tx, INTERIM_REVIEW_ANSWERED, review, { to: ['council'], more: { office: department.name, text } });
      tx.describe({ review: review.reference, late: londonDate(tx.now) > review.effectsDueOn }, `interim-review:${review.id}`);
    });
  }

  /** The council's own words on effects, where nobody is asked or the department has kept silent: without any, the review cannot be closed. */
  async recordEffects(actor: Actor, seen: Seen, effects: string): Promise<void> {
    requirePermission(actor, 'interim-review.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'INTERIM_EFFECTS_RECORDED', subject: `interim-review:${seen.reference}` }, async (tx) => {
      const review = await takeForPeople(tx, seen);
      requireDistance(actor, review, tx.now);
      if (!mayRecordEffects(review, tx.now)) throw ApplicationError.conflict('The department still has time to answer, has answered, or the review is closed', 'not-from-here');
      const text = effectsOf(effects);
      const office = `${actor.name}, for the council`;
      await tx.repository(InterimReview).update({ id: review.id }, { effectsText: text, effectsBy: actor.id, effectsOffice: office, effectsAt: tx.now });
      await tellTimeline(tx, review.id, 'council-effects', text, { actor, office });
      tx.describe({ review: review.reference }, `interim-review:${review.id}`);
    });
  }

  /** The council's recommendation, which closes the review. */
  async decide(actor: Actor, seen: Seen, { recommendation, reason }: { recommendation: string; reason: string }): Promise<void> {
    requirePermission(actor, 'interim-review.decide');
    if (actor.kind !== 'user') throw ApplicationError.forbidden('Only people of the council decide for the council');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'INTERIM_REVIEW_CLOSED', subject: `interim-review:${seen.reference}` }, async (tx) => {
      const review = await takeForPeople(tx, seen);
      requireDistance(actor, review, tx.now);
      const arrow = transitionFor(INTERIM_REVIEW_WORKFLOW, review.state, 'decide', ['council']);
      if (!arrow) throw ApplicationError.conflict(`The review stands at “${INTERIM_REVIEW_STATES[review.state]}”, so this is not possible now`, 'not-from-here');
      const why = reason.replaceAll('\r\n', '\n').trim();
      const faults = arrow.refuse?.({ recommendation, reason: why, effectsAnswered: review.effectsAt !== null, asked: departmentOf(review, tx.now) !== null, effectsDueOn: review.effectsDueOn, today: londonDate(tx.now) }) ?? [];
      if (faults.length > 0) throw ApplicationError.invalid(faults);
      const decided = recommendation as Recommendation;
      await tx.repository(InterimReview).update({ id: review.id }, { state: arrow.to, recommendation: decided, reason: why, decidedBy: actor.id, decidedByName: actor.name, closedAt: tx.now });
      await tellTimeline(tx, review.id, 'decide', `${RECOMMENDATIONS[decided]}. ${why}`, { actor, office: `${actor.name}, for the council` });
      await this.recommend(tx, actor, review, `${RECOMMENDATIONS[decided]}: ${review.targets.map(({ target }) => target.title).join('; ')}. ${why}`);
      await this.notices.tell(tx, INTERIM_REVIEW_CLOSED, review, { to: ['department', 'council'], more: { recommendation: RECOMMENDATIONS[decided].toLowerCase(), reason: why } });
      tx.describe({ review: review.reference, recommendation: decided }, `interim-review:${review.id}`);
    });
  }

  /** The department that leads the mission has to answer it like any other recommendation; in a vacancy there is nobody to. */
  private async recommend(tx: Transaction, actor: Actor, review: InterimReview, words: string): Promise<void> {
    const department = departmentOf(review, tx.now);
    if (!department) return;
    const text = words.length <= LONGEST_TEXT ? words : `${words.slice(0, LONGEST_TEXT - 1)}…`;
    const source = { sourceKind: 'interim-review' as const, sourceReference: review.reference, sourcePath: interimReviewsPaths.show(review.reference) };
    await this.recommendations.makeInTransaction(tx, actor, { ...source, missionId: review.missionId, addresseeId: department.id, text });
  }
}

function effectsOf(typed: string): string {
  const text = typed.replaceAll('\r\n', '\n').trim();
  if (text === '') throw ApplicationError.invalid([{ code: 'effects-missing', message: 'Enter which effects there are, or say that there are none and how you know', field: 'effects' }]);
  if (text.length > LONGEST) throw ApplicationError.invalid([{ code: 'too-long', message: 'Enter 5,000 characters or fewer', field: 'effects' }]);
  return text;
}

/** Only whoever leads the mission today answers. */
export function requireLead(actor: Actor, review: Pick<InterimReview, 'mission'>, at: Date): { id: string; name: string } {
  const department = departmentOf(review, at);
  if (!department || department.id !== actor.organisationId) throw ApplicationError.forbidden('This review asks the department that leads the mission, which is not yours', 'not-yours');
  return department;
}

/** A secondee does not decide on the targets of the department that he or she comes from. */
export function requireDistance(actor: Actor, review: Pick<InterimReview, 'mission'>, at: Date): void {
  const department = departmentOf(review, at);
  if (department && [actor.homeOrganisationId, actor.organisationId].includes(department.id)) {
    throw ApplicationError.forbidden('You come from the department that leads this mission, so you cannot decide on it for the council', 'own-department');
  }
}
