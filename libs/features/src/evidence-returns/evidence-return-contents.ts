import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { EVIDENCE_RETURN_SECTIONS, type EvidenceReturnContent, type FigureLine, NO_ANSWERS } from '#domain/evidence-returns/evidence-return-content.js';
import { lastStepsOf } from '#domain/evidence-returns/last-steps.js';
import { evidenceReturnBlockers } from '#domain/evidence-returns/submission-blockers.js';
import { computedStanding } from '#features/judgements/mission-standing.js';
import { type RegisteredContent, SubmissionContents } from '#features/submissions/submission-contents.js';
import { EvidenceReturn } from './evidence-return.entity.js';
import { figureLine } from './figure-line.js';
import { HeadlineTargets } from './headline-targets.queries.js';
import { LastReturns } from './last-returns.queries.js';
import { NewReleases } from './new-releases.queries.js';
import { ReturnParts } from './return-parts.js';

/** Tells the machine what an evidence return holds. */
@Injectable()
export class EvidenceReturnContents implements RegisteredContent<'evidence-return'>, OnModuleInit {
  readonly kind = 'evidence-return';
  readonly sections = EVIDENCE_RETURN_SECTIONS;
  readonly blockers = evidenceReturnBlockers;

  constructor(
    private readonly contents: SubmissionContents,
    private readonly targets: HeadlineTargets,
    private readonly parts: ReturnParts,
    private readonly lastReturns: LastReturns,
    private readonly newReleases: NewReleases,
  ) {}

  onModuleInit(): void {
    this.contents.register(this);
  }

  /**
   * The answers with the figures of today and the promises of the last return: a version keeps all as it stood when it was signed.
   * Of a nil return what its one screen does not ask for is left out, and comes back when it is none any more.
   */
  async contentOf(manager: EntityManager, submissionId: string): Promise<EvidenceReturnContent> {
    // `find`, since `findOne` with a relation asks twice
    const [draft] = await manager.find(EvidenceReturn, { where: { submissionId }, relations: { submission: true } });
    if (!draft) throw new Error(`The evidence return ${submissionId} has no draft`);
    const { submission, submissionId: _, ...written } = draft;
    const { nil, narrative, rating, ratingReason } = written;
    const last = await this.lastReturns.before(submission, manager);
    return {
      ...(nil ? { ...NO_ANSWERS, nil, narrative, rating, ratingReason } : written),
      lastSteps: lastStepsOf(last?.content ?? null, written.lastSteps, submission.dueOn),
      figures: await this.figuresOf(manager, submission.missionId),
      ...(await this.parts.of(manager, submissionId)),
      newReleases: nil ? await this.newReleases.since(submission.missionId, last?.submittedAt ?? new Date(0), manager) : [],
    };
  }

  /** The headline targets of a mission in their order. */
  private async figuresOf(manager: EntityManager, missionId: string | null): Promise<FigureLine[]> {
    if (!missionId) return [];
    const targets = await this.targets.of(missionId, manager);
    return targets.map((target) => figureLine(target, computedStanding(target.latest ?? undefined)));
  }
}
