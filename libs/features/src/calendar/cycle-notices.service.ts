import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { COUNCIL_ROLES } from '#domain/access/roles.js';
import { peopleOfOrganisation, peopleWithRoles } from '#features/access/people-to-tell.js';
import { type NoticeText } from '#features/notifications/notice-text.js';
import { type NoticeReaders, Notices } from '#features/notifications/notices.service.js';
import { CYCLE_OPENED } from '#features/notifications/texts/calendar.texts.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { describeSubmission } from '#features/submissions/submission-name.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { calendarPaths } from './calendar.paths.js';

/** A submission with what its name is made of. */
export type NamedSubmission = Submission & { organisation: Organisation };

/** What every notice about one submission says of it. */
export interface DueNews {
  reference: string;
  what: string;
  dueOn: string;
}

/** Who is told of what is due, and what every such notice says. */
@Injectable()
export class CycleNotices {
  constructor(private readonly notices: Notices) {}

  /** One notice a department of everything that has opened for it. */
  async opened(tx: Transaction, cycleId: string, ids: readonly string[]): Promise<void> {
    const submissions = await named(tx, ids);
    for (const department of new Map(submissions.map(({ organisation }) => [organisation.id, organisation])).values()) {
      const news = { submissions: submissions.filter(({ organisationId }) => organisationId === department.id).map(dueNews) };
      await this.notices.tell(tx, CYCLE_OPENED, await departmentReaders(tx, department), news, { about: `cycle:${cycleId}`, path: submissionsPaths.work });
    }
  }

  /** Officials, SROs and the mailbox of its department; the notice leads to the submission. */
  async tellDepartment<News extends DueNews>(tx: Transaction, text: NoticeText<News>, submission: NamedSubmission, news: Omit<News, keyof DueNews>): Promise<void> {
    const place = { about: `submission:${submission.id}`, path: submissionsPaths.show(submission.kind, submission.id) };
    await this.notices.tell(tx, text, await departmentReaders(tx, submission.organisation), { ...dueNews(submission), ...news } as News, place);
  }

  /** The same for a department that no longer has it, and cannot open it: its notice leads to its own work. */
  async tellFormerDepartment<News extends DueNews>(tx: Transaction, text: NoticeText<News>, submission: NamedSubmission, news: Omit<News, keyof DueNews>): Promise<void> {
    const place = { about: `submission:${submission.id}`, path: submissionsPaths.work };
    await this.notices.tell(tx, text, await departmentReaders(tx, submission.organisation), { ...dueNews(submission), ...news } as News, place);
  }

  /** The council's people; @param path where they go on: the submission itself is theirs to read only once it is delivered. */
  async tellCouncil<News extends DueNews>(tx: Transaction, text: NoticeText<News>, submission: NamedSubmission, news: Omit<News, keyof DueNews>, path = calendarPaths.calendar): Promise<void> {
    const people = await peopleWithRoles(tx, COUNCIL_ROLES);
    await this.notices.tell(tx, text, { people }, { ...dueNews(submission), ...news } as News, { about: `submission:${submission.id}`, path });
  }
}

/** Submissions with mission and department, by reference. */
export async function named(tx: Transaction, ids: readonly string[]): Promise<NamedSubmission[]> {
  return tx.repository(Submission).find({ where: { id: In(ids) }, relations: { organisation: true, mission: true }, order: { reference: 'ASC' } });
}

function dueNews(submission: NamedSubmission): DueNews {
  return { reference: submission.reference, what: describeSubmission(submission), dueOn: submission.dueOn };
}

async function departmentReaders(tx: Transaction, { id, name, mailbox }: Organisation): Promise<NoticeReaders> {
  const people = await peopleOfOrganisation(tx, id, ['official', 'sro']);
  return { people, mailboxes: mailbox ? [{ name, email: mailbox }] : [] };
}
