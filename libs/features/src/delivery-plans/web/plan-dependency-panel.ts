import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { DEPENDENCY_STATES, dependencyStanding } from '#domain/delivery-plans/dependency-answers.js';
import { type CompanionLink, type SignOffPanel, SubmissionCompanions, type SubmissionCompanion } from '#features/submissions/submission-companions.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { DeliveryPlan } from '../delivery-plan.entity.js';
import { PlanDependencyAnswer } from '../plan-dependency-answer.entity.js';
import { signOffWords as words } from '../sign-off.words.js';

/** Tells the SRO of a plan what it counts on other departments for, and who has confirmed it. */
@Injectable()
export class PlanDependencyPanel implements SubmissionCompanion, OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly companions: SubmissionCompanions,
  ) {}

  onModuleInit(): void {
    this.companions.register(this);
  }

  async linksFor(): Promise<CompanionLink[]> {
    return [];
  }

  async panelFor(_: Actor, { id, kind }: Submission): Promise<SignOffPanel | undefined> {
    if (kind !== 'delivery-plan') return undefined;
    const { dependencies } = await this.dataSource.getRepository(DeliveryPlan).findOneByOrFail({ submissionId: id });
    const rows = await this.dataSource.getRepository(PlanDependencyAnswer).find({ where: { submissionId: id }, order: { sequence: 'ASC' } });
    const answers = rows.map(({ dependencyId, answeredName, ...answer }) => ({ ...answer, dependency: dependencyId, by: answeredName }));
    const lines = dependencies.map((line) => ({ title: line.departmentName, text: `${line.what} ${DEPENDENCY_STATES[dependencyStanding(line, answers).state]}.` }));
    return { heading: words.dependencies, lines, nothing: words.noDependencies };
  }
}
