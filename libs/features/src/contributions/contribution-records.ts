import { type Actor, PERMISSIONS } from '#domain/access/permissions.js';
import { type ContributionAction, type ContributionFact } from '#domain/contributions/contribution-status.js';
import { peopleOfOrganisation } from '#features/access/people-to-tell.js';
import { type NoticeReaders } from '#features/notifications/notices.service.js';
import { type ContributionNews } from '#features/notifications/texts/contributions.texts.js';
import { nameWithOffice } from '#features/organisations/office-name.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { describeSubmission } from '#features/submissions/submission-name.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Contribution } from './contribution.entity.js';
import { ContributionEvent } from './contribution-event.entity.js';

/** Writes a line of a contribution's history. @param actor null for Waymark itself */
export async function recordContribution(
  tx: Transaction,
  actor: Actor | null,
  contribution: Pick<Contribution, 'id' | 'state'>,
  { action, text = '', evidence = [] }: { action: ContributionAction | ContributionFact; text?: string; evidence?: Contribution['evidence'] },
): Promise<void> {
  const actorName = actor === null || actor.kind !== 'user' ? 'Waymark' : await nameWithOffice(tx, actor);
  await tx.repository(ContributionEvent).insert({
    contributionId: contribution.id, action, toState: contribution.state, actorId: actor?.kind === 'user' ? actor.id : null, actorName, text, evidence, at: tx.now,
  });
}

/** Of a contribution with who is asked, and its return with department and mission. */
export function contributionNews({ submission, organisation, question, dueOn }: Contribution): ContributionNews {
  return { department: submission.organisation.name, organisation: organisation.name, subject: describeSubmission(submission), question, dueOn };
}

export async function contributionWhole(tx: Transaction, id: string): Promise<Contribution> {
  return tx.repository(Contribution).findOneOrFail({ where: { id }, relations: { organisation: true, submission: { organisation: true, mission: true } } });
}

/** Everybody of a body who may answer, and its office. */
export async function answerersOf(tx: Transaction, { id, name, mailbox }: Organisation): Promise<NoticeReaders> {
  const people = await peopleOfOrganisation(tx, id, PERMISSIONS['contribution.answer']);
  return { people, mailboxes: mailbox === null ? [] : [{ name, email: mailbox }] };
}

/** Those who draft the return. */
export async function askersOf(tx: Transaction, { organisationId }: Pick<Submission, 'organisationId'>): Promise<NoticeReaders> {
  return { people: await peopleOfOrganisation(tx, organisationId, ['official']) };
}
