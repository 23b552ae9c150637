import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { copiedPlan } from '#domain/delivery-plans/copied-plan.js';
import { isEmptyPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { DeliveryPlansService, type OpenedPlan } from './delivery-plans.service.js';
import { deliveryPlansWords as words } from './delivery-plans.words.js';
import { type LastPlan, lastPlanBefore } from './last-plan.js';

/** Begins a new year's plan with the words of the last one. */
@Injectable()
export class PlanCopyingService {
  constructor(
    private readonly plans: DeliveryPlansService,
    private readonly dataSource: DataSource,
  ) {}

  /** The plan that could be copied; null for a department's first. The caller has shown that the reader may read the plan. */
  async lastPlan(submission: Pick<Submission, 'frameworkId' | 'organisationId' | 'coversFrom'>): Promise<LastPlan | null> {
    return lastPlanBefore(this.dataSource.manager, submission);
  }

  /** @throws ApplicationError 409 where something is written already, 404 where there is nothing to copy. */
  async copy(actor: Actor, opened: OpenedPlan): Promise<Submission> {
    return this.plans.change(actor, opened, async (content, { tx, submission }) => {
      if (!isEmptyPlan(content)) throw ApplicationError.conflict(words.copy.notEmpty);
      const last = await lastPlanBefore(tx.manager, submission);
      if (!last) throw ApplicationError.notFound(words.copy.aPlan);
      return copiedPlan(last.content, content.missions, last.source);
    });
  }
}
