import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, auditName, PERMISSIONS } from '#domain/access/permissions.js';
import { type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { dueDateBlockers, standingDue } from '#domain/contributions/contribution-due.js';
import { LONGEST_QUESTION, STANDING_QUESTION } from '#domain/contributions/contribution-status.js';
import { takesContributions } from '#domain/contributions/contribution-workflow.js';
import { CONTRIBUTION_REMINDERS, reminderDue } from '#domain/contributions/reminder-due.js';
import { requirePermission } from '#features/access/access.guard.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { CONTRIBUTION_ASKED } from '#features/notifications/texts/contributions.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Contribution } from './contribution.entity.js';
import { answerersOf, contributionNews, contributionWhole, recordContribution } from './contribution-records.js';
import { contributionsPaths } from './contributions.paths.js';
import { ContributionsQueries } from './contributions.queries.js';

/** What a drafter asks. */
export interface AskedContribution {
  organisationId: string;
  /** `whole`, a section's key, or `target:<slug>`. */
  about: string;
  question: string;
  /** ISO date; null where what was typed is none. */
  dueOn: string | null;
}

type NewContribution = Pick<Contribution, 'organisationId' | 'about' | 'aboutLabel' | 'question' | 'dueOn' | 'askedBy'>;

/** Asks others to contribute to a return: by its drafter's hand, and of those whom the mission names as soon as it is opened. */
@Injectable()
export class ContributionAskingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ContributionsQueries,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** @throws ApplicationError 403 for another department's return, 409 where it is not being written, 422 naming each field. */
  async ask(actor: Actor, submissionId: string, asked: AskedContribution): Promise<string> {
    requirePermission(actor, 'contribution.ask');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'CONTRIBUTION_ASKED', subject: `submission:${submissionId}` }, async (tx) => {
      const submission = await tx.repository(Submission).findOne({ where: { id: submissionId, kind: 'evidence-return' }, lock: { mode: 'pessimistic_read' } });
      if (!submission) throw ApplicationError.notFound('That return');
      requireOwnDepartment(actor, submission);
      await requireOpenFramework(tx.manager, submission);
      if (!takesContributions(submission.status)) throw ApplicationError.conflict('The return is not being written now, so nobody can be asked to contribute', 'return-closed');
      const organisation = (await this.queries.possibleBodies(submission.organisationId, tx.manager)).find(({ id }) => id === asked.organisationId);
      const label = (await this.queries.subjectsOf(submission, tx.manager)).find(({ key }) => key === asked.about)?.label;
      const question = asked.question.trim();
      const reasons: Reason[] = [
        ...bodyReasons(organisation),
        ...(label === undefined ? [{ code: 'about-missing', message: 'Select what the question is about', field: 'about' }] : []),
        ...questionReasons(question),
        ...dueDateBlockers(asked.dueOn, londonDate(tx.now)),
      ];
      if (reasons.length > 0 || !organisation || label === undefined || asked.dueOn === null) throw ApplicationError.invalid(reasons);
      const calendar = await this.calendars.ofFramework(submission.frameworkId, tx.manager);
      const written = { organisationId: organisation.id, about: asked.about, aboutLabel: label, question, dueOn: asked.dueOn, askedBy: actor.id };
      const id = await this.write(tx, actor, submission, written, calendar);
      tx.describe({ contribution: id, organisation: organisation.slug });
      return id;
    });
  }

  /**
   * Asks every department and body that the missions of opened returns name the standing question, once a return. Where nobody could
   * answer nobody is asked: the return's page says so, and they are asked as soon as somebody of theirs has an account.
   */
  async askStanding(tx: Transaction, submissions: readonly Submission[]): Promise<number> {
    const returns = submissions.filter(({ kind, missionId }) => kind === 'evidence-return' && missionId !== null);
    if (returns.length === 0) return 0;
    const missions = new Map((await tx.repository(Mission).findBy({ id: In(returns.map(({ missionId }) => missionId)) })).map((mission) => [mission.id, mission]));
    let asked = 0;
    for (const submission of returns) {
      const calendar = await this.calendars.ofFramework(submission.frameworkId, tx.manager);
      for (const organisation of await namedFor(tx, missions.get(submission.missionId ?? ''), submission)) {
        const dueOn = standingDue({ ...submission, openedOn: londonDate(submission.createdAt) }, londonDate(tx.now), calendar);
        const standing = { organisationId: organisation.id, about: 'whole', aboutLabel: 'The whole return', question: STANDING_QUESTION, dueOn, askedBy: null };
        await this.write(tx, null, submission, standing, calendar);
        asked += 1;
      }
    }
    return asked;
  }

  /** A reminder whose day has come when it is asked is spent: the request itself reminds. */
  private async write(tx: Transaction, actor: Actor | null, submission: Submission, asked: NewContribution, calendar: WorkingCalendar): Promise<string> {
    const remindedBefore = reminderDue({ dueOn: asked.dueOn, remindedBefore: null }, CONTRIBUTION_REMINDERS, londonDate(tx.now), calendar);
    const saved = await tx.repository(Contribution).save({
      ...asked, remindedBefore, submissionId: submission.id, state: 'asked' as const, answer: '', evidence: [], declineReason: null, withdrawReason: null, askedAt: tx.now, givenAt: null, quoted: false, overdueAt: null,
    });
    await recordContribution(tx, actor, saved, { action: 'ask', text: asked.question });
    const whole = await contributionWhole(tx, saved.id);
    await this.notices.tell(tx, CONTRIBUTION_ASKED, await answerersOf(tx, whole.organisation), contributionNews(whole), {
      about: `contribution:${saved.id}`, path: contributionsPaths.show(saved.id),
    });
    return saved.id;
  }
}

/** Those whom the mission names, who can answer and have not been asked for this return; never the department that owes it. */
async function namedFor(tx: Transaction, mission: Mission | undefined, { id, organisationId }: Submission): Promise<Organisation[]> {
  if (!mission) return [];
  const named = await tx
    .repository(Organisation)
    .createQueryBuilder('organisation')
    .where(`(organisation.kind = 'department' AND organisation.slug = ANY(:contributors) OR organisation.kind = 'sub-national' AND organisation.slug = ANY(:bodies))`, { contributors: mission.contributors, bodies: mission.bodies })
    .andWhere(`EXISTS (SELECT FROM users u WHERE u.organisation_id = organisation.id AND u.roles && :roles AND u.disabled_at IS NULL)`, { roles: PERMISSIONS['contribution.answer'] })
    .orderBy('organisation.slug')
    .getMany();
  const asked = await tx.repository(Contribution).findBy({ submissionId: id });
  return named.filter((organisation) => organisation.id !== organisationId && !asked.some(({ askedBy, organisationId: whose }) => askedBy === null && whose === organisation.id));
}

function bodyReasons(organisation: { name: string; answers: boolean } | undefined): Reason[] {
  if (!organisation) return [{ code: 'body-missing', message: 'Select whom you ask', field: 'organisationId' }];
  return organisation.answers ? [] : [{ code: 'body-without-answerers', message: `Nobody of ${organisation.name} can answer in Waymark. Select somebody else`, field: 'organisationId' }];
}

function questionReasons(question: string): Reason[] {
  if (question === '') return [{ code: 'question-missing', message: 'Enter your question', field: 'question' }];
  if (question.length <= LONGEST_QUESTION) return [];
  return [{ code: 'question-too-long', message: `Your question must be ${LONGEST_QUESTION.toLocaleString('en-GB')} characters or less`, field: 'question' }];
}
