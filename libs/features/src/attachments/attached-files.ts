import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PlanParts } from '#features/delivery-plans/plan-parts.js';
import { ReturnParts } from '#features/evidence-returns/return-parts.js';
import { attachedFiles } from './attachments.queries.js';

/** Tells the versions of returns and plans which files belong to them. */
@Injectable()
export class AttachedFiles implements OnModuleInit {
  constructor(
    private readonly returns: ReturnParts,
    private readonly plans: PlanParts,
  ) {}

  onModuleInit(): void {
    this.returns.register('attachments', attachedFiles);
    this.plans.register(attachedFiles);
  }
}
