import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { recommendationRefusals } from '#domain/recommendations/new-recommendation.js';
import { DAYS_TO_ANSWER, type RecommendationSourceKind } from '#domain/recommendations/recommendation-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { RECOMMENDATION_MADE } from '#features/notifications/texts/recommendations.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { shortReference } from '#platform/references/short-reference.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { peopleOfAddressee, placeOfRecommendation, recommendationNews, recordRecommendation } from './recommendation-records.js';
import { Recommendation } from './recommendation.entity.js';

export interface NewRecommendation {
  sourceKind: RecommendationSourceKind;
  /** Of what it comes from, and where that stands on this site. */
  sourceReference: string;
  sourcePath: string;
  missionId: string | null;
  /** A department or a sub-national body. */
  addresseeId: string;
  text: string;
  /** Working days; 40 where nobody says otherwise. */
  answerDays?: number;
}

/** The council's recommendations as they are made. */
@Injectable()
export class RecommendationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** Makes one by itself, in a unit of work of its own. @returns its reference */
  async make(actor: Actor, made: NewRecommendation): Promise<string> {
    requirePermission(actor, 'recommendation.make');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'RECOMMENDATION_MADE', subject: 'recommendation:new' }, async (tx) => {
      const { id, reference, addressee } = await this.makeInTransaction(tx, actor, made);
      tx.describe({ reference, addressee: addressee.slug }, `recommendation:${id}`);
      return reference;
    });
  }

  /**
   * Makes one in the unit of work of a room that publishes: an inquiry, a report, an interim review. It is public with the commit.
   * @throws ApplicationError 403 for anybody but the council's members, 422 naming each field
   */
  async makeInTransaction(tx: Transaction, actor: Actor, made: NewRecommendation): Promise<Recommendation> {
    requirePermission(actor, 'recommendation.make');
    if (actor.kind !== 'user') throw ApplicationError.forbidden('The council’s members alone make recommendations');
    const { sourceKind, sourceReference, sourcePath, missionId, answerDays = DAYS_TO_ANSWER } = made;
    const text = made.text.trim();
    const addressee = await addresseeOf(tx, made.addresseeId);
    const mission = missionId === null || (isUUID(missionId) && (await tx.repository(Mission).existsBy({ id: missionId })));
    const reasons: Reason[] = [
      ...recommendationRefusals({ text, answerDays }),
      ...(addressee ? [] : [ADDRESSEE_MISSING]),
      ...(mission ? [] : [{ code: 'mission-missing', message: 'Select a mission, or none', field: 'missionId' }]),
    ];
    if (reasons.length > 0 || !addressee) throw ApplicationError.invalid(reasons);
    const today = londonDate(tx.now);
    const answerDueOn = (await this.calendars.of('england', tx.manager)).after(today, answerDays);
    const { id } = await tx.repository(Recommendation).save({
      reference: shortReference('RC', today), sourceKind, sourceReference, sourcePath, missionId, addresseeId: addressee.id, text, answerDays, answerDueOn, state: 'awaiting-answer' as const,
      madeBy: actor.id, madeAt: tx.now, answer: null, promise: null, promisedOn: null, answeredBy: null, answeredAt: null, endReason: null, shown: null, endedAt: null,
      remindedBefore: null, overdueAt: null, promiseOverdueAt: null,
    });
    const recommendation = await recommendationWhole(tx, id);
    await recordRecommendation(tx, actor, recommendation, 'make');
    await this.notices.tell(tx, RECOMMENDATION_MADE, await peopleOfAddressee(tx, addressee), recommendationNews(recommendation), placeOfRecommendation(recommendation));
    return recommendation;
  }
}

export const ADDRESSEE_MISSING: Reason = { code: 'addressee-missing', message: 'Select the department or body that is to answer', field: 'addresseeId' };

/** Who can be recommended something: a department or a sub-national body. Null for anything else. */
export async function addresseeOf(tx: Transaction, id: string): Promise<Organisation | null> {
  const organisation = isUUID(id) ? await tx.repository(Organisation).findOneBy({ id }) : null;
  return organisation && (organisation.kind === 'department' || organisation.kind === 'sub-national') ? organisation : null;
}

export async function recommendationWhole(tx: Transaction, id: string): Promise<Recommendation> {
  return tx.repository(Recommendation).findOneOrFail({ where: { id }, relations: { addressee: true } });
}
