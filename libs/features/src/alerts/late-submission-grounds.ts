import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { lateSubmissionFacts, lateSubmissionSentence } from '#domain/alerts/late-grounds.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { type AlertGround } from './alert-ground.js';
import { type Alert } from './alert.entity.js';
import { type WatchedGrounds } from './watched-grounds.js';

/** Returns and plans that bear the calendar's mark and are not delivered: late again after a withdrawal, whoever granted more time. */
@Injectable()
export class LateSubmissionGrounds implements WatchedGrounds {
  readonly kind = 'return-overdue' as const;

  async standing(manager: EntityManager): Promise<AlertGround[]> {
    const late = await manager.find(Submission, {
      where: { overdueAt: Not(IsNull()), standingVersion: IsNull(), status: Not('not-owed') },
      relations: { organisation: true, mission: true },
      order: { dueOn: 'ASC', reference: 'ASC' },
    });
    return late.map((submission) => {
      const news = { ...submission, organisation: submission.organisation.name, mission: submission.mission?.focusArea ?? null };
      return {
        kind: this.kind, subject: submission.id, change: `version ${submission.deliveredVersions}`, mayRaise: true,
        frameworkId: submission.frameworkId, missionId: submission.missionId, submissionId: submission.id, owedBy: submission.organisationId,
        sentence: lateSubmissionSentence(news), facts: lateSubmissionFacts(news),
      };
    });
  }

  async endedBecause(manager: EntityManager, { submissionId }: Alert): Promise<string> {
    const submission = await manager.findOne(Submission, { where: { id: submissionId ?? '' }, relations: { organisation: true } });
    return submission?.standingVersion ? `${submission.organisation.name} has delivered the report.` : 'The report is not due any more.';
  }
}
