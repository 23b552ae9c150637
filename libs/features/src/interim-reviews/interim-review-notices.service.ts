import { Injectable } from '@nestjs/common';
import { COUNCIL_ROLES } from '#domain/access/roles.js';
import { peopleOfOrganisation, peopleWithRoles } from '#features/access/people-to-tell.js';
import { type NoticeText } from '#features/notifications/notice-text.js';
import { Notices } from '#features/notifications/notices.service.js';
import { type InterimReviewNews } from '#features/notifications/texts/interim-reviews.texts.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { departmentOf } from './interim-review-taking.js';
import { type InterimReview } from './interim-review.entity.js';
import { interimReviewsPaths } from './interim-reviews.paths.js';
import { targetLine } from './target-line.js';

/** Writes to the department that answers and to the council; who is of both is told once. */
@Injectable()
export class InterimReviewNotices {
  constructor(private readonly notices: Notices) {}

  async tell<More extends object>(tx: Transaction, text: NoticeText<InterimReviewNews & More>, review: InterimReview, { to, more }: { to: readonly ('department' | 'council')[]; more: More }): Promise<void> {
    const department = departmentOf(review, tx.now);
    const news: InterimReviewNews & More = {
      reference: review.reference,
      mission: `${review.mission.number}, ${review.mission.focusArea}`,
      interimOn: review.interimOn,
      targets: review.targets.map(targetLine),
      effectsDueOn: review.effectsDueOn,
      department: department?.name ?? null,
      ...more,
    };
    const officials = department && to.includes('department') ? await peopleOfOrganisation(tx, department.id, ['official', 'sro']) : [];
    const council = to.includes('council') ? await peopleWithRoles(tx, COUNCIL_ROLES) : [];
    const mailbox = department && to.includes('department') ? department.mailbox?.trim().toLowerCase() : undefined;
    const mailboxes = department && mailbox ? [{ name: department.name, email: mailbox }] : [];
    await this.notices.tell(tx, text, { people: [...officials, ...council], mailboxes }, news, { about: `interim-review:${review.id}`, path: interimReviewsPaths.show(review.reference) });
  }
}
