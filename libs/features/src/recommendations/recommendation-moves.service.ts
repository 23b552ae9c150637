import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type AnswerAction, ANSWERS, LONGEST_TEXT, RECOMMENDATION_STATES, type RecommendationAction } from '#domain/recommendations/recommendation-status.js';
import { canBeReaddressed, positionsTowardsRecommendation, RECOMMENDATION_WORKFLOW, type RecommendationFacts, takesProgress } from '#domain/recommendations/recommendation-workflow.js';
import { textRefusals } from '#domain/workflow/text-refusals.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { Notices } from '#features/notifications/notices.service.js';
import { RECOMMENDATION_ANSWERED, RECOMMENDATION_ENDED, RECOMMENDATION_MADE, RECOMMENDATION_MOVED_AWAY, RECOMMENDATION_PROGRESS } from '#features/notifications/texts/recommendations.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { councilMembers, peopleOfAddressee, placeOfRecommendation, recommendationNews, recordRecommendation } from './recommendation-records.js';
import { Recommendation } from './recommendation.entity.js';
import { ADDRESSEE_MISSING, addresseeOf, recommendationWhole } from './recommendations.service.js';

/** A recommendation as its page showed it. */
export interface OpenedRecommendation {
  reference: string;
  rowVersion: number;
}

export type GivenAnswer = Pick<RecommendationFacts, 'words' | 'promise' | 'promisedOn'> & { how: AnswerAction | null };

type Given = Partial<Omit<RecommendationFacts, 'today'>>;

/** What becomes of a recommendation: the addressee answers and reports, the council ends it or gives it to another. */
@Injectable()
export class RecommendationMovesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  async answer(actor: Actor, opened: OpenedRecommendation, { how, ...given }: GivenAnswer): Promise<void> {
    requirePermission(actor, 'recommendation.answer');
    if (how === null) throw ApplicationError.invalid([{ code: 'how-missing', message: 'Select how you answer', field: 'how' }]);
    await this.withLocked(actor, opened, 'RECOMMENDATION_ANSWERED', 'addressee', async (tx, recommendation) => {
      const to = judged(actor, recommendation, how, given, tx);
      const words = given.words.trim();
      const promised = how === 'not-accept' ? { promise: null, promisedOn: null } : { promise: given.promise.trim(), promisedOn: given.promisedOn };
      const ended = how === 'not-accept' ? { endedAt: tx.now } : {};
      const saved = await tx.repository(Recommendation).save({ ...recommendation, state: to, answer: words, ...promised, ...ended, answeredBy: actor.id, answeredAt: tx.now, remindedBefore: null });
      await recordRecommendation(tx, actor, saved, how, words);
      await this.notices.tell(tx, RECOMMENDATION_ANSWERED, await councilMembers(tx), { ...recommendationNews(saved), answer: ANSWERS[how] }, placeOfRecommendation(saved));
      tx.describe({ from: recommendation.state, to });
    });
  }

  /** A note of the addressee's progress, public at once. */
  async report(actor: Actor, opened: OpenedRecommendation, text: string): Promise<void> {
    requirePermission(actor, 'recommendation.progress');
    await this.withLocked(actor, opened, 'RECOMMENDATION_PROGRESS_REPORTED', 'reporter', async (tx, recommendation) => {
      if (!takesProgress(recommendation.state)) throw notFromHere(recommendation);
      refuse(textRefusals(text, 'words', 'Enter what has been done', LONGEST_TEXT));
      await recordRecommendation(tx, actor, recommendation, 'progress', text.trim());
      await this.notices.tell(tx, RECOMMENDATION_PROGRESS, await councilMembers(tx), recommendationNews(recommendation), placeOfRecommendation(recommendation));
    });
  }

  /** Says that what was promised was done, or not. */
  async settle(actor: Actor, opened: OpenedRecommendation, given: { outcome: 'mark-done' | 'mark-not-done' | null; words: string; shown: string }): Promise<void> {
    requirePermission(actor, 'recommendation.make');
    const { outcome } = given;
    if (outcome === null) throw ApplicationError.invalid([{ code: 'outcome-missing', message: 'Select whether it was done', field: 'outcome' }]);
    await this.end(actor, opened, { action: outcome, event: 'RECOMMENDATION_SETTLED', words: given.words, shown: given.shown });
  }

  async withdraw(actor: Actor, opened: OpenedRecommendation, words: string): Promise<void> {
    requirePermission(actor, 'recommendation.make');
    await this.end(actor, opened, { action: 'withdraw', event: 'RECOMMENDATION_WITHDRAWN', words, shown: '' });
  }

  /** Gives it to another. Where nobody has answered, the days for the answer are counted anew. */
  async readdress(actor: Actor, opened: OpenedRecommendation, { addresseeId, reason }: { addresseeId: string; reason: string }): Promise<void> {
    requirePermission(actor, 'recommendation.make');
    await this.withLocked(actor, opened, 'RECOMMENDATION_READDRESSED', 'council', async (tx, recommendation) => {
      if (!canBeReaddressed(recommendation.state)) throw notFromHere(recommendation);
      const addressee = await addresseeOf(tx, addresseeId);
      const same: Reason[] = addressee?.id === recommendation.addresseeId ? [{ code: 'addressee-same', message: 'Select another addressee than the present one', field: 'addresseeId' }] : [];
      refuse([...(addressee ? same : [ADDRESSEE_MISSING]), ...textRefusals(reason, 'words', 'Enter why another is to answer', LONGEST_TEXT)]);
      if (!addressee) return;
      if (actor.homeOrganisationId === addressee.id) throw ApplicationError.forbidden('You come from this organisation, so another member addresses it', 'not-yours');
      const calendar = await this.calendars.of('england', tx.manager);
      const anew = recommendation.answeredAt === null ? { answerDueOn: calendar.after(londonDate(tx.now), recommendation.answerDays), overdueAt: null } : {};
      const former = recommendation.addressee;
      await tx.repository(Recommendation).save({ ...recommendation, addresseeId: addressee.id, addressee, ...anew, remindedBefore: null });
      const moved = await recommendationWhole(tx, recommendation.id);
      await recordRecommendation(tx, actor, moved, 'readdress', reason.trim());
      await this.notices.tell(tx, RECOMMENDATION_MADE, await peopleOfAddressee(tx, addressee), recommendationNews(moved), placeOfRecommendation(moved));
      await this.notices.tell(tx, RECOMMENDATION_MOVED_AWAY, await peopleOfAddressee(tx, former), recommendationNews(moved), placeOfRecommendation(moved));
      tx.describe({ from: former.slug, to: addressee.slug });
    });
  }

  private async end(actor: Actor, opened: OpenedRecommendation, { action, event, words, shown }: { action: RecommendationAction; event: string; words: string; shown: string }): Promise<void> {
    await this.withLocked(actor, opened, event, 'council', async (tx, recommendation) => {
      const to = judged(actor, recommendation, action, { words, shown }, tx);
      const saved = await tx.repository(Recommendation).save({ ...recommendation, state: to, endReason: words.trim(), shown: shown.trim() || null, endedAt: tx.now });
      await recordRecommendation(tx, actor, saved, action, words.trim());
      await this.notices.tell(tx, RECOMMENDATION_ENDED, await peopleOfAddressee(tx, saved.addressee), { ...recommendationNews(saved), state: RECOMMENDATION_STATES[to] }, placeOfRecommendation(saved));
      tx.describe({ from: recommendation.state, to });
    });
  }

  private async withLocked(
    actor: Actor,
    { reference, rowVersion }: OpenedRecommendation,
    event: string,
    who: 'addressee' | 'reporter' | 'council',
    act: (tx: Transaction, recommendation: Recommendation) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run({ actor: auditName(actor), event, subject: `recommendation:${reference}` }, async (tx) => {
      const locked = await tx.repository(Recommendation).findOne({ where: { reference }, lock: { mode: 'pessimistic_write' } });
      if (!locked) throw ApplicationError.notFound('That recommendation');
      requireTheirs(actor, locked, who);
      if (locked.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this recommendation since you opened it');
      await act(tx, await recommendationWhole(tx, locked.id));
      tx.describe({ reference }, `recommendation:${locked.id}`);
    });
  }
}

/** @throws ApplicationError 403 where it is not theirs. Progress is reported by officials too, who do not answer. */
export function requireTheirs(actor: Actor, { addresseeId }: Recommendation, who: 'addressee' | 'reporter' | 'council'): void {
  const theirs = who === 'reporter' ? actor.kind === 'user' && actor.organisationId === addresseeId : positionsTowardsRecommendation(actor, addresseeId).includes(who);
  if (theirs) return;
  throw ApplicationError.forbidden(who === 'council' ? 'You come from the addressee, so another member of the council decides' : 'This recommendation is addressed to another organisation', 'not-yours');
}

function judged(actor: Actor, recommendation: Recommendation, action: RecommendationAction, given: Given, tx: Transaction): Recommendation['state'] {
  const arrow = transitionFor(RECOMMENDATION_WORKFLOW, recommendation.state, action, positionsTowardsRecommendation(actor, recommendation.addresseeId));
  if (!arrow) throw notFromHere(recommendation);
  refuse(arrow.refuse?.({ words: '', promise: '', promisedOn: null, shown: '', ...given, today: londonDate(tx.now) }) ?? []);
  return arrow.to;
}

function refuse(reasons: Reason[]): void {
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
}

export function notFromHere({ state }: Recommendation): ApplicationError {
  return ApplicationError.conflict(`The recommendation stands at “${RECOMMENDATION_STATES[state]}”, so this is not possible now`, 'not-from-here');
}
