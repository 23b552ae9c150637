import { peopleWithRoles } from '#features/access/people-to-tell.js';
import { type Notices } from '#features/notifications/notices.service.js';
import { LETTER_DRAFTED } from '#features/notifications/texts/letters.texts.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type Letter } from './letter.entity.js';
import { newsOf } from './letter-names.js';
import { lettersPaths } from './letters.paths.js';

/** Tells the chairs that a draft waits for a signature: not whoever has just made it, nor a chair who comes from the department that it is about. */
export async function tellOfDraft(tx: Transaction, notices: Notices, letter: Letter, { id, name }: { id: string; name: string }): Promise<void> {
  const chairs = (await peopleWithRoles(tx, ['council-chair'])).filter((person) => person.id !== id && (letter.organisationId === null || person.homeOrganisationId !== letter.organisationId));
  await notices.tell(tx, LETTER_DRAFTED, { people: chairs }, { ...newsOf(letter), by: name }, { about: `letter:${letter.id}`, path: lettersPaths.show(letter.reference) });
}
