import { Injectable } from '@nestjs/common';
import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { type ReviewDecision } from '#domain/reviews/review-status.js';
import { User } from '#features/access/user.entity.js';
import { describeSubmission } from '#features/submissions/submission-name.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { Settings } from '#platform/config/settings.js';
import { post } from '#platform/mail/post.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { decisionLetter } from './decision-letter.js';

/** Tells a department of the council's decision, by mail written in the decision's own transaction. */
@Injectable()
export class DecisionPost {
  constructor(private readonly settings: Settings) {}

  /** One letter to each official and SRO of the department, and to its mailbox. @returns how many. */
  async tellDepartment(
    transaction: Transaction,
    submissionId: string,
    { decision, reasons }: { decision: ReviewDecision; reasons: readonly { section: string; text: string }[] },
  ): Promise<number> {
    const submission = await transaction
      .repository(Submission)
      .findOneOrFail({ where: { id: submissionId }, relations: { organisation: true, mission: true } });
    const { kind, reference, organisation } = submission;
    const titles = new Map(sectionsOf(kind).map(({ key, title }) => [key, title]));
    const news = {
      reference,
      what: describeSubmission(submission),
      decision,
      reasons: reasons.map(({ section, text }) => ({ title: titles.get(section) ?? section, text })),
      address: `${this.settings.baseUrl}${submissionsPaths.show(kind, submissionId)}`,
    };
    const people: { name: string; email: string }[] = await this.peopleOf(transaction, organisation.id);
    const mailbox = organisation.mailbox ? [{ name: organisation.name, email: organisation.mailbox }] : [];
    const addressees = [...people, ...mailbox];
    for (const { name, email } of addressees) {
      await post(transaction, { recipient: email, ...decisionLetter(name, news), about: `submission:${submissionId}` });
    }
    return addressees.length;
  }

  private async peopleOf(transaction: Transaction, organisationId: string): Promise<User[]> {
    return transaction
      .repository(User)
      .createQueryBuilder('person')
      .where('person.organisationId = :organisationId AND person.roles && :roles AND person.disabledAt IS NULL', {
        organisationId,
        roles: ['official', 'sro'],
      })
      .orderBy('person.email')
      .getMany();
  }
}
