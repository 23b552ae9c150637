import { type Actor, systemActor } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { type DeliveryPlanAnswers } from '#domain/delivery-plans/delivery-plan-content.js';
import { type EvidenceReturnAnswers, NO_ANSWERS, type StepOutcome } from '#domain/evidence-returns/evidence-return-content.js';
import { type User } from '#features/access/user.entity.js';
import { UsersService } from '#features/access/users.service.js';
import { DeliveryPlansService } from '#features/delivery-plans/delivery-plans.service.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { Review } from '#features/reviews/review.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionContents } from '#features/submissions/submission-contents.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { type TestApplication } from '../support/application.js';
import { type EducationMission } from './education-mission.factory.js';

export const ANSWERS: EvidenceReturnAnswers = {
  ...NO_ANSWERS,
  narrative: 'Catch-up hubs opened in twenty places.',
  rating: 'amber',
  ratingReason: 'Results lag behind attendance.',
  nextSteps: 'Open twenty more hubs.',
};

/** The person as a service sees them. */
export function actorOf({ id, name, roles, organisationId, homeOrganisationId }: User): Actor {
  return { kind: 'user', id, name, roles, organisationId, homeOrganisationId };
}

/** Somebody more, for one test. */
export async function savePerson(
  waymark: TestApplication,
  name: string,
  roles: Role[],
  organisation: string,
  homeOrganisation?: string,
): Promise<User> {
  const person = { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@${organisation}.example.org`, roles, organisation, demo: true };
  return waymark.get(UsersService).add(systemActor('command', 'user add'), { ...person, ...(homeOrganisation ? { homeOrganisation } : {}) });
}

/** Opens the return of a financial year (2025: April 2025 to March 2026), due in December 2026 and not yet written. */
export async function openReturn(waymark: TestApplication, { mission }: EducationMission, year = 2025, dueOn = '2026-12-15'): Promise<Submission> {
  const coversFrom = `${year}-04-01`;
  await waymark.get(EvidenceReturnsService).openCycle(systemActor('command', 'test'), {
    frameworkSlug: 'levelling-up-2022',
    coversLabel: `April ${year} to March ${year + 1}`,
    coversFrom,
    coversTo: `${year + 1}-03-31`,
    dueOn,
  });
  return waymark.dataSource.getRepository(Submission).findOneByOrFail({ missionId: mission.id, coversFrom });
}

/** Opens the department's plan of a financial year, not yet written. */
export async function openPlan(waymark: TestApplication, { organisations }: EducationMission, year = 2026): Promise<Submission> {
  const coversFrom = `${year}-04-01`;
  await waymark.get(DeliveryPlansService).openYear(systemActor('command', 'test'), {
    frameworkSlug: 'levelling-up-2022',
    coversLabel: `${year} to ${year + 1}`,
    coversFrom,
    coversTo: `${year + 1}-03-31`,
    dueOn: '2026-12-15',
  });
  return waymark.dataSource.getRepository(Submission).findOneByOrFail({ kind: 'delivery-plan', organisationId: organisations.dfe.id, coversFrom });
}

/** Writes, signs and submits a plan, as the official and the SRO do; the jobs have not run. */
export async function deliverPlan(waymark: TestApplication, education: EducationMission, submission: Submission, answers: Partial<DeliveryPlanAnswers>): Promise<Submission> {
  const current = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id });
  const written = await waymark.get(DeliveryPlansService).save(actorOf(education.people.official), opened(current), answers);
  return sendAndSubmit(waymark, education, written);
}

/** Every promise of the last return, as done. */
export async function stepsAnswered(waymark: TestApplication, { id }: Pick<Submission, 'id'>): Promise<StepOutcome[]> {
  const { lastSteps } = await waymark.get(SubmissionContents).of('evidence-return').contentOf(waymark.dataSource.manager, id);
  return lastSteps.map((step) => ({ ...step, outcome: 'done', what: 'Opened in spring.' }));
}

/** Writes, signs and submits it, as the official and the SRO do; the jobs have not run. */
export async function deliver(
  waymark: TestApplication,
  education: EducationMission,
  submission: Submission,
  answers: Partial<EvidenceReturnAnswers> = ANSWERS,
): Promise<Submission> {
  const current = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id });
  const lastSteps = answers.lastSteps?.length ? answers.lastSteps : await stepsAnswered(waymark, submission);
  const written = await waymark.get(EvidenceReturnsService).save(actorOf(education.people.official), opened(current), { ...answers, lastSteps });
  return sendAndSubmit(waymark, education, written);
}

async function sendAndSubmit(waymark: TestApplication, { people }: EducationMission, written: Submission): Promise<Submission> {
  const submissions = waymark.get(SubmissionsService);
  const sent = await submissions.move(actorOf(people.official), opened(written), 'send-for-sign-off');
  return submissions.move(actorOf(people.sro), opened(sent), 'submit');
}

function opened({ kind, id, rowVersion }: Submission): Pick<Submission, 'kind' | 'id' | 'rowVersion'> {
  return { kind, id, rowVersion };
}

/** A review in the queue with its checks done. */
export async function queuedReview(waymark: TestApplication, education: EducationMission, year = 2025, answers = ANSWERS): Promise<Review> {
  const submission = await deliver(waymark, education, await openReturn(waymark, education, year), answers);
  await waymark.runJobs();
  return waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: submission.id, versionNumber: submission.deliveredVersions });
}
