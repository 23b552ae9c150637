import { type Actor } from '#domain/access/permissions.js';
import { peopleOfOrganisation } from '#features/access/people-to-tell.js';
import { type NoticeReaders } from '#features/notifications/notices.service.js';
import { type ProposalNews } from '#features/notifications/texts/proposals.texts.js';
import { nameWithOffice } from '#features/organisations/office-name.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type Proposal } from './proposal.entity.js';
import { ProposalEvent } from './proposal-event.entity.js';
import { proposalsPaths } from './proposals.paths.js';

/** Writes a line of a proposal's history. @param actor null for Waymark itself */
export async function recordProposal(tx: Transaction, actor: Actor | null, { id, state }: Pick<Proposal, 'id' | 'state'>, action: ProposalEvent['action'], text = ''): Promise<void> {
  const actorName = actor === null ? 'Waymark' : await nameWithOffice(tx, actor);
  await tx.repository(ProposalEvent).insert({ proposalId: id, action, toState: state, actorId: actor?.id ?? null, actorName, text, at: tx.now });
}

/** Of a proposal with both organisations. */
export function proposalNews({ reference, title, organisation, department, answerDueOn }: Proposal): ProposalNews {
  return { reference, title, proposer: organisation.name, department: department.name, dueOn: answerDueOn };
}

export function placeOfProposal({ id, reference }: Proposal): { about: string; path: string } {
  return { about: `proposal:${id}`, path: proposalsPaths.show(reference) };
}

/** The department's people and its office. */
export async function answerersOf(tx: Transaction, { department: { id, name, mailbox } }: Proposal): Promise<NoticeReaders> {
  return { people: await peopleOfOrganisation(tx, id, ['official', 'sro']), mailboxes: mailbox === null ? [] : [{ name, email: mailbox }] };
}

export async function proposersOf(tx: Transaction, { organisationId }: Proposal): Promise<NoticeReaders> {
  return { people: await peopleOfOrganisation(tx, organisationId, ['place-official', 'director']) };
}
