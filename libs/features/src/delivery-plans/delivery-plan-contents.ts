import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { DELIVERY_PLAN_SECTIONS, type DeliveryPlanContent } from '#domain/delivery-plans/delivery-plan-content.js';
import { deliveryPlanBlockers } from '#domain/delivery-plans/submission-blockers.js';
import { Mission } from '#features/missions/mission.entity.js';
import { type RegisteredContent, SubmissionContents } from '#features/submissions/submission-contents.js';
import { DeliveryPlan } from './delivery-plan.entity.js';
import { plannedMissions } from './planned-missions.js';

/** Tells the machine what an outcome delivery plan holds. */
@Injectable()
export class DeliveryPlanContents implements RegisteredContent<'delivery-plan'>, OnModuleInit {
  readonly kind = 'delivery-plan';
  readonly sections = DELIVERY_PLAN_SECTIONS;
  readonly blockers = deliveryPlanBlockers;

  constructor(private readonly contents: SubmissionContents) {}

  onModuleInit(): void {
    this.contents.register(this);
  }

  /** The answers with the missions that the department has a part in on the due date. */
  async contentOf(manager: EntityManager, submissionId: string): Promise<DeliveryPlanContent> {
    const plan = await manager.findOneOrFail(DeliveryPlan, { where: { submissionId }, relations: { submission: { organisation: true } } });
    const { summary, contributions, submission } = plan;
    const missions = await manager.find(Mission, { where: { frameworkId: submission.frameworkId }, relations: { leads: true } });
    return { summary, contributions, missions: plannedMissions(missions, submission.organisation, submission.dueOn) };
  }
}
