import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { councilReaders, departmentReaders } from '#features/alerts/alert-recipients.js';
import { countUnlessDone, DoneElsewhere } from '#features/calendar/done-elsewhere.js';
import { Notices } from '#features/notifications/notices.service.js';
import { LETTER_OVERDUE } from '#features/notifications/texts/letters.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { Letter } from './letter.entity.js';
import { LetterReminder } from './letter-reminder.entity.js';
import { newsOf } from './letter-names.js';
import { lettersPaths } from './letters.paths.js';

/** Tells the council and the department, once, that the answer to a letter is overdue; the public page says so by its date alone. */
@Injectable()
export class OverdueAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** @returns how many letters were told of */
  async tellDue(now: Date): Promise<number> {
    const due = await this.dataSource
      .getRepository(Letter)
      .createQueryBuilder('letter')
      .where(`letter.direction = 'out' AND letter.status = 'published' AND letter.answerDueOn < :today`, { today: londonDate(now) })
      .andWhere('NOT EXISTS (SELECT FROM letters answer WHERE answer.answers_id = letter.id)')
      .andWhere('NOT mission_is_closed(letter.missionId) AND NOT EXISTS (SELECT FROM alerts about WHERE about.id = letter.alertId AND framework_is_closed(about.framework_id))')
      .andWhere('NOT EXISTS (SELECT FROM letter_reminders told WHERE told.letter_id = letter.id)')
      .orderBy('letter.reference')
      .getMany();
    const turns = new EachInTurn();
    await turns.run(due, ({ reference }) => `letter:${reference}`, (letter) => this.tell(letter));
    return turns.finish();
  }

  private tell(letter: Letter): Promise<number> {
    const actor = auditName(systemActor('job', 'overdue-letters'));
    return countUnlessDone(
      this.unitOfWork.run({ actor, event: 'LETTER_UNANSWERED', subject: `letter:${letter.id}`, facts: { letter: letter.reference } }, async (tx) => {
        const told = await tx.repository(LetterReminder).createQueryBuilder().insert().values({ letterId: letter.id, toldAt: tx.now }).orIgnore().returning('letter_id').execute();
        if ((told.raw as unknown[]).length === 0) throw new DoneElsewhere();
        const [council, department] = [await councilReaders(tx), await departmentReaders(tx, letter.organisationId)];
        const readers = { people: [...council.people, ...department.people], ...(department.mailboxes ? { mailboxes: department.mailboxes } : {}) };
        await this.notices.tell(tx, LETTER_OVERDUE, readers, newsOf(letter), { about: `letter:${letter.id}`, path: lettersPaths.show(letter.reference) });
      }),
    );
  }
}
