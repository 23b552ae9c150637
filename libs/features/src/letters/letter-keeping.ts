import { type EntityManager, IsNull, Not } from 'typeorm';
import { type LetterContent } from '#domain/letters/letter-blockers.js';
import { type Actor } from '#domain/access/permissions.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { shortReference } from '#platform/references/short-reference.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Letter } from './letter.entity.js';
import { LetterVersion } from './letter-version.entity.js';
import { lettersWords as words } from './letters.words.js';

/** What a new letter is about. */
export type LetterAbout = Pick<Letter, 'kind' | 'alertId' | 'missionId' | 'organisationId'>;

/** Makes a draft and its first version. @param savedBy null: the service, from the facts */
export async function keepDraft(tx: Transaction, about: LetterAbout, content: LetterContent, savedBy: string | null): Promise<Letter> {
  const letters = tx.repository(Letter);
  const letter = await letters.save(
    letters.create({ ...about, ...contentOf(content), reference: shortReference('LT', londonDate(tx.now)), direction: 'out', status: 'draft', createdAt: tx.now }),
  );
  await keepVersion(tx, letter, savedBy);
  return letter;
}

export async function keepVersion(tx: Transaction, letter: Letter, savedBy: string | null): Promise<void> {
  const { id: letterId, subject, addressees, body, answerWorkingDays } = letter;
  const number = (await tx.repository(LetterVersion).countBy({ letterId })) + 1;
  await tx.repository(LetterVersion).insert({ letterId, number, subject, addressees, body, answerWorkingDays, savedBy, savedAt: tx.now });
}

export function contentOf({ subject, addressees, body, answerWorkingDays }: LetterContent): Pick<Letter, 'subject' | 'addressees' | 'body' | 'answerWorkingDays'> {
  return {
    subject: subject.trim(),
    addressees: addressees.map(({ kind, name }) => ({ kind, name: name.trim() })).filter(({ name }) => name !== ''),
    body: body.trim(),
    answerWorkingDays,
  };
}

/** @throws ApplicationError 409 where it is published or dropped */
export function requireDraft(letter: Letter): Letter {
  if (letter.status === 'published') throw ApplicationError.conflict(words.isPublished, 'is-published');
  if (letter.status === 'dropped') throw ApplicationError.conflict(words.isDropped, 'is-dropped');
  return letter;
}

/** Whoever saved a letter first; null where nobody has changed what the service drafted. */
export async function authorOf(manager: EntityManager, letterId: string): Promise<string | null> {
  const first = await manager.getRepository(LetterVersion).findOne({ where: { letterId, savedBy: Not(IsNull()) }, order: { number: 'ASC' } });
  return first?.savedBy ?? null;
}

/** @param author who wrote it first; null of one that the service drafted */
export function mayDrop(actor: Actor, author: string | null): boolean {
  return actor.roles.includes('council-chair') || actor.id === author;
}

/** How an office is called; '' for somebody without one. */
export async function officeOf(tx: Transaction, organisationId: string | null): Promise<string> {
  return organisationId === null ? '' : ((await tx.repository(Organisation).findOneBy({ id: organisationId }))?.name ?? '');
}
