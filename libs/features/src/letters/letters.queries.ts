import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Actor, may } from '#domain/access/permissions.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { authorOf } from './letter-keeping.js';
import { Letter } from './letter.entity.js';
import { LetterFile } from './letter-file.entity.js';
import { LetterVersion } from './letter-version.entity.js';
import { lettersWords } from './letters.words.js';

const RELATIONS = { alert: { framework: true, mission: true }, mission: { framework: true }, organisation: true, answers: true, signer: true, dropper: true } as const;

/** A letter, and when its answer came. */
export interface ListedLetter {
  letter: Letter;
  /** ISO date of the first answer; null while there is none. */
  answeredOn: string | null;
}

/** Reads of letters. Drafts are for the council's members alone: to others they are not there. */
@Injectable()
export class LettersQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Published ones, newest first. Two statements. */
  async published(where: { alertId?: string } = {}): Promise<ListedLetter[]> {
    const letters = await this.dataSource.getRepository(Letter).find({ where: { ...where, status: 'published' }, relations: RELATIONS, order: { publishedAt: 'DESC', reference: 'ASC' } });
    const answered = await this.answered(letters);
    return letters.map((letter) => ({ letter, answeredOn: answered.get(letter.id) ?? null }));
  }

  /** Those that wait, then those that were dropped; each the newest first. */
  async drafts(): Promise<Letter[]> {
    return this.dataSource.getRepository(Letter).find({ where: { status: In(['draft', 'dropped']) }, relations: RELATIONS, order: { status: 'ASC', createdAt: 'DESC' } });
  }

  /** Letters of the council that no answer has come to. */
  async unanswered(): Promise<Letter[]> {
    return (await this.published()).filter(({ letter, answeredOn }) => letter.answerDueOn !== null && answeredOn === null).map(({ letter }) => letter);
  }

  /** @throws ApplicationError where there is none, or a draft that is not for this reader */
  async byReference(actor: Actor, reference: string): Promise<Letter> {
    const letter = await this.dataSource.getRepository(Letter).findOne({ where: { reference }, relations: RELATIONS });
    if (!letter || (letter.status !== 'published' && !may(actor, 'letter.write'))) throw ApplicationError.notFound(lettersWords.theLetter);
    return letter;
  }

  /** Published letters that answer one, the first first. */
  async answersTo(letterId: string): Promise<Letter[]> {
    return this.dataSource.getRepository(Letter).find({ where: { answersId: letterId, status: 'published' }, order: { receivedOn: 'ASC', publishedAt: 'ASC' } });
  }

  /** The newest first. */
  async versions(letterId: string): Promise<LetterVersion[]> {
    return this.dataSource.getRepository(LetterVersion).find({ where: { letterId }, relations: { saver: true }, order: { number: 'DESC' } });
  }

  /** Who wrote a letter first: whoever saved it first; null of one that only the service has drafted. */
  async authorOf(letterId: string): Promise<string | null> {
    return authorOf(this.dataSource.manager, letterId);
  }

  /** The draft of an alert's escalation; null where there is none. */
  async draftOfAlert(alertId: string): Promise<Letter | null> {
    return this.dataSource.getRepository(Letter).findOneBy({ alertId, kind: 'escalation', status: 'draft' });
  }

  /** @param withBytes for a download */
  async fileOf(letterId: string, withBytes = false): Promise<LetterFile | null> {
    const files = this.dataSource.getRepository(LetterFile);
    return withBytes ? files.createQueryBuilder('file').addSelect('file.bytes').where('file.letterId = :letterId', { letterId }).getOne() : files.findOneBy({ letterId });
  }

  private async answered(letters: readonly Letter[]): Promise<Map<string, string>> {
    const answers = await this.dataSource.getRepository(Letter).find({
      select: { id: true, answersId: true, receivedOn: true },
      where: { answersId: In(letters.map(({ id }) => id)), status: 'published' },
      order: { receivedOn: 'DESC' },
    });
    return new Map(answers.flatMap(({ answersId, receivedOn }) => (answersId && receivedOn ? [[answersId, receivedOn] as const] : [])));
  }
}
