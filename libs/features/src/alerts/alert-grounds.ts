import { Injectable } from '@nestjs/common';
import { overdueGapSentence, type WatchedGap } from '#domain/alerts/overdue-gap.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { isOffTrackOrWorse, VERDICTS } from '#domain/judgements/verdict.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type Alert } from './alert.entity.js';
import { type AlertCall } from './raise-alert.job.js';

/** What an alert is about, before it is raised. */
export type AlertSubject = Pick<Alert, 'kind' | 'dedupeKey' | 'missionId' | 'targetId' | 'judgementId' | 'dataGapId'>;

/** What calls for alerts: judgements of targets and missions, and overdue data gaps. */
@Injectable()
export class AlertGrounds {
  constructor(private readonly judgements: JudgementsQueries) {}

  /** @returns null where what called is gone */
  async subjectOf(tx: Transaction, call: AlertCall): Promise<AlertSubject | null> {
    const { kind } = call;
    if (kind === 'data-gap-overdue') {
      const gap = await tx.repository(DataGap).findOneBy({ id: call.dataGapId });
      const dedupeKey = `${kind}:${call.dataGapId}:${call.dateNeeded}`;
      return gap && { kind, dedupeKey, missionId: gap.missionId, targetId: null, judgementId: null, dataGapId: gap.id };
    }
    const judgement = await tx.repository(Judgement).findOneBy({ id: call.judgementId });
    if (!judgement) return null;
    const { missionId, id: judgementId } = judgement;
    const targetId = kind === 'target-off-track' ? judgement.targetId : null;
    return { kind, dedupeKey: `${kind}:${targetId ?? missionId}:${judgementId}`, missionId, targetId, judgementId, dataGapId: null };
  }

  /** What happened. @returns undefined where there is nothing to raise any more */
  async sentenceOf(tx: Transaction, call: AlertCall): Promise<string | undefined> {
    if (call.kind === 'data-gap-overdue') return this.overdueSentence(tx, call);
    const judgement = await tx.repository(Judgement).findOneByOrFail({ id: call.judgementId });
    return call.kind === 'target-off-track' ? this.offTrackSentence(tx, judgement) : this.conflictSentence(tx, judgement.missionId);
  }

  private async overdueSentence(tx: Transaction, { dataGapId, dateNeeded }: { dataGapId: string; dateNeeded: string }): Promise<string | undefined> {
    const gap = await tx.repository(DataGap).findOneOrFail({ where: { id: dataGapId }, relations: { metric: true } });
    const watched: WatchedGap = { ...gap, metricName: gap.metric.name };
    return overdueGapSentence(watched, dateNeeded, londonDate(tx.now));
  }

  /** Undefined where a revision has cleared the judgement before this job came to its turn. */
  private async offTrackSentence(tx: Transaction, judgement: Judgement): Promise<string | undefined> {
    if (!judgement.targetId || !judgement.verdict || !isOffTrackOrWorse(judgement.verdict)) return undefined;
    const last = await tx
      .repository(Judgement)
      .findOne({ where: { targetId: judgement.targetId, kind: 'computed' }, order: { sequence: 'DESC' } });
    const cleared = last?.cause === 'revision' && last.verdict && !isOffTrackOrWorse(last.verdict);
    return cleared ? undefined : judgement.sentence;
  }

  private async conflictSentence(tx: Transaction, missionId: string): Promise<string | undefined> {
    const standing = await this.judgements.standingOfMission(missionId, tx.manager);
    if (!standing?.conflict || !standing.department || !standing.computed) return undefined;
    const { department, computed } = standing;
    return `${department.organisation} rates the likelihood that the mission’s targets are met “${DELIVERY_RATINGS[department.rating].words}”, while the figures say “${VERDICTS[computed.verdict]}”. ${computed.sentence}`;
  }
}
