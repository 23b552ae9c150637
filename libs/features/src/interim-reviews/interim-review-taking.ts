import { randomInt } from 'node:crypto';
import { type Actor } from '#domain/access/permissions.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { leadOn } from '#features/missions/lead-on.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { InterimReviewEvent, type InterimReviewEventAction } from './interim-review-event.entity.js';
import { InterimReview } from './interim-review.entity.js';

/** Who writes what the clock does. */
export const OFFICE = 'Waymark';

/** No letter or digit that can be taken for another, and no vowels, so no words. */
const ALPHABET = '34679CDFGHJKMNPQRTWXY';

/** `IR-2026-7K3D`. One that is taken makes the insert fail, and the next round tries again. @param today ISO date */
export function newInterimReference(today: string): string {
  const letters = Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `IR-${today.slice(0, 4)}-${letters.join('')}`;
}

/** A review, locked until the commit, with its mission, leads and targets. @returns null where there is none */
export async function takeReview(tx: Transaction, where: { id: string } | { reference: string }): Promise<InterimReview | null> {
  const reviews = tx.repository(InterimReview);
  const locked = await reviews.findOne({ where, lock: { mode: 'pessimistic_write' } });
  if (!locked) return null;
  return reviews.findOneOrFail({ where: { id: locked.id }, relations: { targets: { target: { metric: true } }, mission: { framework: true, leads: { organisation: true } } } });
}

/** The same for people, who must have seen what stands. */
export async function takeForPeople(tx: Transaction, { reference, rowVersion }: { reference: string; rowVersion: number }): Promise<InterimReview> {
  const review = await takeReview(tx, { reference });
  if (!review) throw ApplicationError.notFound('That interim review');
  await requireOpenFramework(tx.manager, review);
  if (review.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody else has changed this review since you opened the page');
  return review;
}

/** The department that answers: whoever leads the mission today. */
export function departmentOf({ mission }: Pick<InterimReview, 'mission'>, at: Date): Organisation | null {
  return leadOn(mission, londonDate(at))?.organisation ?? null;
}

/** Where nobody is asked, or the department's day has passed in silence, the council says what it has seen. */
export function mayRecordEffects(review: Pick<InterimReview, 'mission' | 'state' | 'effectsAt' | 'effectsDueOn'>, at: Date): boolean {
  return review.state !== 'closed' && !review.effectsAt && (departmentOf(review, at) === null || londonDate(at) > review.effectsDueOn);
}

export async function tellTimeline(tx: Transaction, reviewId: string, action: InterimReviewEventAction, text: string, by?: { actor: Actor; office: string }): Promise<void> {
  await tx.repository(InterimReviewEvent).insert({ reviewId, action, text, actorId: by?.actor.kind === 'user' ? by.actor.id : null, actorOffice: by?.office ?? OFFICE, at: tx.now });
}
