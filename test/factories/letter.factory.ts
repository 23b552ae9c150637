import { type DataSource } from 'typeorm';
import { Letter } from '#features/letters/letter.entity.js';
import { User } from '#features/access/user.entity.js';
import { actingAs } from '../support/acting.js';

/** What a test says of a letter. One without a time of publication is a draft of the council; any other was received, and is public from then on. */
export type PlannedLetter = Pick<Letter, 'reference' | 'subject'> & Partial<Pick<Letter, 'body' | 'missionId' | 'organisationId' | 'createdAt'>> & { publishedAt: Date | null };

/** Somebody of the council has written or recorded it. */
export async function saveLetter(dataSource: DataSource, { publishedAt, ...planned }: PlannedLetter): Promise<void> {
  const { id } = await dataSource.getRepository(User).createQueryBuilder('person').where(`holds_office(person.id, '{council-member,council-chair}')`).limit(1).getOneOrFail();
  const received = { direction: 'in' as const, status: 'published' as const, sender: 'A minister', receivedOn: '2026-01-01', signedBy: id, signedAs: 'M', publishedAt };
  const standing = publishedAt ? received : { direction: 'out' as const, status: 'draft' as const };
  await actingAs(dataSource, `user:${id}`, (manager) =>
    manager.getRepository(Letter).save({ body: 'b', kind: 'general' as const, addressees: [], createdAt: publishedAt ?? new Date('2026-01-01T09:00:00Z'), ...planned, ...standing }),
  );
}
