import { Injectable } from '@nestjs/common';
import { type Role } from '#domain/access/roles.js';
import { type GivenReason, type SubmissionAction } from '#domain/submissions/submission-status.js';
import { User } from '#features/access/user.entity.js';
import { Settings } from '#platform/config/settings.js';
import { post } from '#platform/mail/post.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type LetterReader, readerOfLetter, submissionLetter } from './submission-letters.js';
import { Submission } from './submission.entity.js';
import { submissionsPaths } from './submissions.paths.js';
import { describeSubmission } from './submission-name.js';

interface Addressee {
  name: string;
  email: string;
}

/** Tells the department's people of a move, by mail written in the move's own transaction. */
@Injectable()
export class SubmissionMail {
  constructor(private readonly settings: Settings) {}

  /** Writes the letters of a move; none where the move has none. */
  async tell(tx: Transaction, submissionId: string, action: SubmissionAction, by: { name: string; reasons: readonly GivenReason[] }): Promise<void> {
    const reader = readerOfLetter(action);
    if (!reader) return;
    const submission = await tx.repository(Submission).findOneOrFail({ where: { id: submissionId }, relations: { organisation: true, mission: true } });
    const { kind, reference, dueOn } = submission;
    const address = action === 'send-for-sign-off' ? submissionsPaths.signOff(kind, submissionId) : submissionsPaths.show(kind, submissionId);
    const news = { reference, dueOn, by: by.name, reasons: by.reasons, what: describeSubmission(submission), address: `${this.settings.baseUrl}${address}` };
    for (const { name, email } of await this.addressees(tx, submission, reader)) {
      await post(tx, { recipient: email, ...submissionLetter(action, name, news), about: `submission:${submissionId}` });
    }
  }

  private async addressees(tx: Transaction, submission: Submission, reader: LetterReader): Promise<Addressee[]> {
    if (reader === 'sro') return this.peopleOf(tx, submission.organisationId, 'sro');
    const { draftedBy, signedBy, organisation } = submission;
    const people = await this.peopleById(tx, reader === 'drafter' ? [draftedBy] : [draftedBy, signedBy]);
    const mailbox = reader === 'department' && organisation.mailbox ? [{ name: organisation.name, email: organisation.mailbox }] : [];
    return [...people, ...mailbox];
  }

  private async peopleOf(tx: Transaction, organisationId: string, role: Role): Promise<User[]> {
    return tx
      .repository(User)
      .createQueryBuilder('person')
      .where('person.organisationId = :organisationId AND :role = ANY(person.roles) AND person.disabledAt IS NULL', { organisationId, role })
      .orderBy('person.email')
      .getMany();
  }

  private async peopleById(tx: Transaction, ids: (string | null)[]): Promise<User[]> {
    return tx
      .repository(User)
      .createQueryBuilder('person')
      .where('person.id = ANY(:ids) AND person.disabledAt IS NULL', { ids: ids.filter((id) => id !== null) })
      .orderBy('person.email')
      .getMany();
  }
}
