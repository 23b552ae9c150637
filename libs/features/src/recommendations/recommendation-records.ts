import { type Actor } from '#domain/access/permissions.js';
import { type RecommendationState } from '#domain/recommendations/recommendation-status.js';
import { peopleOfOrganisation, peopleWithRoles } from '#features/access/people-to-tell.js';
import { type NoticeReaders } from '#features/notifications/notices.service.js';
import { type RecommendationNews } from '#features/notifications/texts/recommendations.texts.js';
import { nameWithOffice } from '#features/organisations/office-name.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type Recommendation } from './recommendation.entity.js';
import { RecommendationEvent, type RecommendationEventAction } from './recommendation-event.entity.js';
import { recommendationsPaths } from './recommendations.paths.js';

/** Characters of a recommendation that stand for it in a list or letter. */
const SHORT = 120;

/** Writes a line of a recommendation's timeline. @param actor null for Waymark itself */
export async function recordRecommendation(
  tx: Transaction,
  actor: Actor | null,
  { id, state, addresseeId }: { id: string; state: RecommendationState; addresseeId: string },
  action: RecommendationEventAction,
  text = '',
): Promise<void> {
  const actorName = actor === null ? 'Waymark' : await nameWithOffice(tx, actor);
  await tx.repository(RecommendationEvent).insert({ recommendationId: id, action, toState: state, addresseeId, actorId: actor?.id ?? null, actorName, text, at: tx.now });
}

/** Its first line, cut at a word. */
export function shortText(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length <= SHORT ? line : `${line.slice(0, SHORT).replace(/\s+\S*$/, '')}…`;
}

/** Of a recommendation with its addressee. */
export function recommendationNews({ reference, text, addressee, answerDueOn, promisedOn }: Recommendation): RecommendationNews {
  return { reference, about: shortText(text), addressee: addressee.name, dueOn: promisedOn ?? answerDueOn };
}

export function placeOfRecommendation({ id, reference }: Recommendation): { about: string; path: string } {
  return { about: `recommendation:${id}`, path: recommendationsPaths.show(reference) };
}

/** The addressee's people and its office. */
export async function peopleOfAddressee(tx: Transaction, { id, name, mailbox }: Organisation): Promise<NoticeReaders> {
  return { people: await peopleOfOrganisation(tx, id, ['official', 'sro', 'place-official', 'director']), mailboxes: mailbox === null ? [] : [{ name, email: mailbox }] };
}

export async function councilMembers(tx: Transaction): Promise<NoticeReaders> {
  return { people: await peopleWithRoles(tx, ['council-member', 'council-chair']) };
}

/** Both at once, for what is told to everybody concerned. */
export async function everybodyConcerned(tx: Transaction, addressee: Organisation): Promise<NoticeReaders> {
  const [theirs, ours] = [await peopleOfAddressee(tx, addressee), await councilMembers(tx)];
  return { people: [...theirs.people, ...ours.people], mailboxes: theirs.mailboxes ?? [] };
}
