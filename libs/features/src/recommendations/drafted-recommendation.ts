import { isUUID } from 'class-validator';
import { recommendationRefusals } from '#domain/recommendations/new-recommendation.js';
import { Mission } from '#features/missions/mission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { ADDRESSEE_MISSING, addresseeOf } from './recommendations.service.js';

/** A recommendation that is to be made when what it belongs to is published. */
export interface DraftedRecommendation {
  text: string;
  addresseeId: string;
  /** Null: about no mission. */
  missionId: string | null;
  /** Working days; NaN where no number was typed. */
  answerDays: number;
}

/** @throws ApplicationError 422 naming each field */
export async function checkedRecommendation(tx: Transaction, { text, addresseeId, missionId, answerDays }: DraftedRecommendation): Promise<DraftedRecommendation> {
  const mission = missionId === null || (isUUID(missionId) && (await tx.repository(Mission).existsBy({ id: missionId })));
  const reasons = [
    ...recommendationRefusals({ text, answerDays }),
    ...((await addresseeOf(tx, addresseeId)) ? [] : [ADDRESSEE_MISSING]),
    ...(mission ? [] : [{ code: 'mission-missing', message: 'Select a mission, or none', field: 'missionId' }]),
  ];
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
  return { text: text.trim(), addresseeId, missionId, answerDays };
}
