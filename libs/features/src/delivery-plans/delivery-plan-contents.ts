import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { DELIVERY_PLAN_SECTIONS, type DeliveryPlanContent, readDeliveryPlan, type SinceLastYear } from '#domain/delivery-plans/delivery-plan-content.js';
import { marksSince } from '#domain/delivery-plans/marks-since.js';
import { deliveryPlanBlockers } from '#domain/delivery-plans/submission-blockers.js';
import { Mission } from '#features/missions/mission.entity.js';
import { type RegisteredContent, SubmissionContents } from '#features/submissions/submission-contents.js';
import { DeliveryPlan } from './delivery-plan.entity.js';
import { type LastPlan, lastPlanBefore } from './last-plan.js';
import { PlanParts } from './plan-parts.js';
import { plannedMissions } from './planned-missions.js';

/** Tells the machine what an outcome delivery plan holds. */
@Injectable()
export class DeliveryPlanContents implements RegisteredContent<'delivery-plan'>, OnModuleInit {
  readonly kind = 'delivery-plan';
  readonly sections = DELIVERY_PLAN_SECTIONS;
  readonly blockers = deliveryPlanBlockers;

  constructor(
    private readonly contents: SubmissionContents,
    private readonly parts: PlanParts,
  ) {}

  onModuleInit(): void {
    this.contents.register(this);
  }

  /** The answers with the missions that the department has a part in on the due date, the files, and what is new since its last plan. */
  async contentOf(manager: EntityManager, submissionId: string): Promise<DeliveryPlanContent> {
    // One statement: `findOne` with relations asks for the ids first.
    const plan = await manager
      .createQueryBuilder(DeliveryPlan, 'plan')
      .innerJoinAndSelect('plan.submission', 'submission')
      .innerJoinAndSelect('submission.organisation', 'organisation')
      .where({ submissionId })
      .getOneOrFail();
    const { submission, submissionId: _, ...answers } = plan;
    const missions = await manager.find(Mission, { where: { frameworkId: submission.frameworkId }, relations: { leads: true } });
    const attachments = await this.parts.files(manager, submissionId);
    const content = readDeliveryPlan({ ...answers, attachments, missions: plannedMissions(missions, submission.organisation, submission.dueOn) });
    const last = await lastPlanBefore(manager, submission);
    return { ...content, sinceLastYear: last ? sinceLast(last, content) : null };
  }
}

function sinceLast({ source, content: last }: LastPlan, content: DeliveryPlanContent): SinceLastYear {
  return { ...source, ...marksSince(last, content) };
}
