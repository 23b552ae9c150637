import { type Actor, systemActor } from '#domain/access/permissions.js';
import { type DeliveryPlanAnswers, NO_PLAN_ANSWERS } from '#domain/delivery-plans/delivery-plan-content.js';
import { type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { DeliveryPlansService } from '#features/delivery-plans/delivery-plans.service.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { type OpenedSubmission, SubmissionsService } from '#features/submissions/submissions.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { actorOf, ANSWERS, savePerson, stepsAnswered } from './delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from './education-mission.factory.js';

/** The department's side and the council's jobs, without pages of their own. */
export const SUBMISSION_MODULES = [
  AccessWebModule, EvidenceReturnsModule, DeliveryPlansModule, JobsModule,
];

export type DepartmentActor = 'official' | 'sro' | 'both' | 'otherOfficial' | 'otherSro' | 'reviewer' | 'member' | 'administrator';

/** The application with one mission, and everybody who has to do with its submissions; `both` is official and SRO of the department. */
export interface Departments {
  waymark: TestApplication;
  education: EducationMission;
  make: SubmissionFactory;
  actors: Record<DepartmentActor, Actor>;
}

export async function startDepartments(): Promise<Departments> {
  const waymark = await startTestApplication({ modules: SUBMISSION_MODULES });
  const education = await saveEducationMission(waymark.dataSource);
  const { official, sro, otherSro, reviewer, member, administrator } = education.people;
  const both = await savePerson(waymark, 'Bea Both', ['official', 'sro'], 'dfe');
  const otherOfficial = await savePerson(waymark, 'Otto Other', ['official'], 'dhsc');
  const people = { official, sro, both, otherOfficial, otherSro, reviewer, member, administrator };
  const actors = Object.fromEntries(Object.entries(people).map(([name, person]) => [name, actorOf(person)])) as Departments['actors'];
  return { waymark, education, make: new SubmissionFactory(waymark, education), actors };
}

/** The kind and the codes of a refusal. @throws Error where nothing was refused. */
export async function refusalOf(work: Promise<unknown>): Promise<[string, string[]]> {
  const error: unknown = await work.then(
    () => 'no refusal',
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApplicationError)) throw new Error(`no refusal but ${String(error)}`);
  return [error.kind, error.reasons.length > 0 ? error.reasons.map(({ code }) => code) : [error.code]];
}

export const PLAN_ANSWERS: DeliveryPlanAnswers = {
  ...NO_PLAN_ANSWERS,
  summary: 'Tutors and hubs.',
  contributions: [{ mission: 'education', contribution: 'Tutors in every school', policies: 'Tutoring programme', moneyMillions: 12.5 }],
};

/** A submission of the Department for Education on its one mission, each over a year of its own. */
export class SubmissionFactory {
  private year: number;

  constructor(
    private readonly waymark: TestApplication,
    private readonly education: EducationMission,
    firstYear = 2100,
  ) {
    this.year = firstYear;
  }

  /** Opened and not yet written. */
  async open(kind: SubmissionKind, dueOn = '2026-12-15'): Promise<Submission> {
    const coversFrom = `${(this.year += 1)}-04-01`;
    const cycle = { frameworkSlug: 'levelling-up-2022', coversLabel: `April ${this.year} to March ${this.year + 1}`, coversFrom, coversTo: `${this.year + 1}-03-31`, dueOn };
    const command = systemActor('command', 'test');
    if (kind === 'evidence-return') await this.waymark.get(EvidenceReturnsService).openCycle(command, cycle);
    else await this.waymark.get(DeliveryPlansService).openYear(command, cycle);
    return this.waymark.dataSource.getRepository(Submission).findOneByOrFail({ kind, coversFrom, organisationId: this.education.organisations.dfe.id });
  }

  /** In a state that the table has, reached by the moves that lead there. */
  async in(status: SubmissionStatus, kind: SubmissionKind = 'evidence-return', dueOn?: string): Promise<Submission> {
    const { official, sro } = this.education.people;
    const submissions = this.waymark.get(SubmissionsService);
    let submission = await this.write(await this.open(kind, dueOn));
    if (status === 'draft') return submission;
    submission = await submissions.move(actorOf(official), openedAs(submission), 'send-for-sign-off');
    if (status === 'awaiting-sign-off') return submission;
    submission = await submissions.move(actorOf(sro), openedAs(submission), 'submit');
    if (status === 'submitted') return submission;
    if (status === 'withdrawn') return submissions.move(actorOf(sro), openedAs(submission), 'withdraw', [{ section: null, text: 'Wrong figures' }]);
    return this.review(submission, status);
  }

  /** Complete, by the official. */
  async write(submission: Submission): Promise<Submission> {
    const official = actorOf(this.education.people.official);
    if (submission.kind === 'evidence-return') {
      const lastSteps = await stepsAnswered(this.waymark, submission);
      return this.waymark.get(EvidenceReturnsService).save(official, openedAs(submission), { ...ANSWERS, lastSteps });
    }
    return this.waymark.get(DeliveryPlansService).save(official, openedAs(submission), PLAN_ANSWERS);
  }

  private async review({ id, kind }: Submission, status: SubmissionStatus): Promise<Submission> {
    await this.waymark.runJobs();
    const reviewer = actorOf(this.education.people.reviewer);
    const reviews = this.waymark.get(ReviewsService);
    const current = (): Promise<Review> => this.waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: id });
    const review = await current();
    await reviews.claim(reviewer, review.id, review.rowVersion);
    if (status !== 'in-review') {
      const section = kind === 'evidence-return' ? 'narrative' : 'summary';
      const draft = status === 'accepted' ? { decision: 'accepted' as const, reasons: [] } : { decision: 'changes-requested' as const, reasons: [{ section, text: 'Name the cause.' }] };
      await reviews.decide(reviewer, review.id, { draft, rowVersion: (await current()).rowVersion });
    }
    return this.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
  }
}

/** As somebody has it on the screen. */
export function openedAs({ kind, id, rowVersion }: Submission): OpenedSubmission {
  return { kind, id, rowVersion };
}
