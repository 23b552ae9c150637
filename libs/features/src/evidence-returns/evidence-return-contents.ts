import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { EVIDENCE_RETURN_SECTIONS, type EvidenceReturnContent, type FigureLine } from '#domain/evidence-returns/evidence-return-content.js';
import { evidenceReturnBlockers } from '#domain/evidence-returns/submission-blockers.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { Target } from '#features/missions/target.entity.js';
import { type RegisteredContent, SubmissionContents } from '#features/submissions/submission-contents.js';
import { EvidenceReturn } from './evidence-return.entity.js';
import { figureLine } from './figure-line.js';

/** Tells the machine what an evidence return holds. */
@Injectable()
export class EvidenceReturnContents implements RegisteredContent<'evidence-return'>, OnModuleInit {
  readonly kind = 'evidence-return';
  readonly sections = EVIDENCE_RETURN_SECTIONS;
  readonly blockers = evidenceReturnBlockers;

  constructor(
    private readonly contents: SubmissionContents,
    private readonly judgements: JudgementsQueries,
  ) {}

  onModuleInit(): void {
    this.contents.register(this);
  }

  /** The answers with the figures of today: a version keeps both as they stood when it was signed. */
  async contentOf(manager: EntityManager, submissionId: string): Promise<EvidenceReturnContent> {
    const draft = await manager.findOneOrFail(EvidenceReturn, { where: { submissionId }, relations: { submission: true } });
    const { submission, submissionId: _, ...answers } = draft;
    return { ...answers, figures: await this.figuresOf(manager, submission.missionId), attachments: [], contributions: [] };
  }

  /** The headline targets of a mission in their order. */
  private async figuresOf(manager: EntityManager, missionId: string | null): Promise<FigureLine[]> {
    if (!missionId) return [];
    const targets = await manager.find(Target, { where: { missionId, role: 'headline' }, relations: { metric: true }, order: { position: 'ASC' } });
    const standing = await this.judgements.standingOfMission(missionId, manager);
    const computed = new Map(standing?.targets.map((target) => [target.targetId, target.computed]));
    return targets.map((target) => figureLine(target, computed.get(target.id) ?? null));
  }
}
