import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { type Submission } from '#features/submissions/submission.entity.js';

/** What another room knows against a reviewer of a submission: a declared interest, an absence. Empty where nothing. */
export type ReviewerBar = (manager: EntityManager, actorId: string, submission: Submission) => Promise<Refusal[]>;

/** Who may not review what, beside department and authorship. Each room registers its own; claim, decision, second opinion and hand-on ask. */
@Injectable()
export class ReviewerBars {
  private readonly bars: ReviewerBar[] = [];

  register(bar: ReviewerBar): void {
    this.bars.push(bar);
  }

  /** Every reason against this person, in the order of registration. */
  async against(manager: EntityManager, actorId: string, submission: Submission): Promise<Refusal[]> {
    const found: Refusal[] = [];
    for (const bar of this.bars) found.push(...(await bar(manager, actorId, submission)));
    return found;
  }
}
