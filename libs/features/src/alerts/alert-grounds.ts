import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { overdueGapSentence, type WatchedGap } from '#domain/alerts/overdue-gap.js';
import { demotedSentence } from '#domain/alerts/reset-off-track.js';
import { isJudged, isOffTrackOrWorse, VERDICTS } from '#domain/judgements/verdict.js';
import { dateInWords } from '#domain/judgements/figure-words.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { verdictOf } from '#features/judgements/stored-judgement.js';
import { Target } from '#features/missions/target.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Alert } from './alert.entity.js';
import { type AlertGround } from './alert-ground.js';
import { type AlertCall } from './raise-alert.job.js';
import { WatchedAlerts } from './watched-alerts.js';

/** What calls for alerts: judgements of targets, overdue data gaps, demoted headlines, and the states that are watched. */
@Injectable()
export class AlertGrounds {
  constructor(private readonly watched: WatchedAlerts) {}

  /** @returns null where what called is gone, or calls for nothing any more */
  async calledBy(tx: Transaction, call: AlertCall): Promise<AlertGround | null> {
    if ('judgementId' in call) return offTrack(tx, call);
    if ('dataGapId' in call) return overdueGap(tx, call);
    return 'dedupeKey' in call ? this.watched.groundOf(tx, call) : demoted(tx, call);
  }
}

/** Null where revised or newer figures have cleared the judgement before this job came to its turn. */
async function offTrack(tx: Transaction, { kind, judgementId }: Extract<AlertCall, { judgementId: string }>): Promise<AlertGround | null> {
  const judgements = tx.repository(Judgement);
  const judgement = await judgements.findOne({ where: { id: judgementId }, relations: { mission: true } });
  if (!judgement?.targetId || !judgement.verdict || !isOffTrackOrWorse(judgement.verdict)) return null;
  const history = await judgements.find({ where: { targetId: judgement.targetId, kind: 'computed' }, order: { sequence: 'DESC' }, select: { id: true, verdict: true, cause: true, givenAt: true } });
  const recoveries = history.map((row, index) => ({ row, index })).filter(({ row }) => row.verdict && isJudged(row.verdict) && !isOffTrackOrWorse(row.verdict));
  const at = history.findIndex(({ id }) => id === judgementId);
  if (recoveries.some(({ index, row }) => index < at && ['revision', 'new-period'].includes(row.cause))) return null;
  const { missionId, targetId, mission, sentence } = judgement;
  return {
    kind, subject: targetId, change: judgementId, since: recoveries.find(({ index }) => index > at)?.row.givenAt, mayRaise: true,
    frameworkId: mission.frameworkId, missionId, targetId, judgementId, sentence,
    facts: [
      { name: 'Verdict', value: VERDICTS[judgement.verdict] },
      { name: 'Verdict before', value: history[at + 1]?.verdict ? VERDICTS[verdictOf(history[at + 1] as Judgement)] : 'none' },
    ],
  };
}

/** One alert for each date that passed. */
async function overdueGap(tx: Transaction, { kind, dataGapId, dateNeeded }: Extract<AlertCall, { dataGapId: string }>): Promise<AlertGround | null> {
  const gap = await tx.repository(DataGap).findOne({ where: { id: dataGapId }, relations: { metric: true, mission: true } });
  const watched: WatchedGap | null = gap && { ...gap, metricName: gap.metric.name };
  const sentence = watched && overdueGapSentence(watched, dateNeeded, londonDate(tx.now));
  if (!gap || !sentence) return null;
  const { frameworkId } = gap.mission;
  // a gap that has passed on from a closed framework is another department's to answer for
  const ofAnother = await tx.repository(Alert).existsBy({ kind, dataGapId, frameworkId: Not(frameworkId) });
  return {
    kind, subject: dataGapId, change: ofAnother ? `${dateNeeded} in ${frameworkId}` : dateNeeded, since: tx.now, mayRaise: true,
    frameworkId, missionId: gap.missionId, dataGapId, sentence,
    facts: [{ name: 'Figures needed by', value: dateInWords(dateNeeded) }, { name: 'Plan', value: gap.plan ?? 'none' }],
  };
}

/** A headline that counts no longer, though it is off track or worse. */
async function demoted(tx: Transaction, { kind, targetId, at }: Extract<AlertCall, { at: string }>): Promise<AlertGround | null> {
  const target = await tx.repository(Target).findOne({ where: { id: targetId }, relations: { mission: true } });
  const before = await tx.repository(Judgement).createQueryBuilder('judgement')
    .where(`judgement.targetId = :targetId AND judgement.kind = 'computed' AND judgement.givenAt <= :at`, { targetId, at })
    .orderBy('judgement.sequence', 'DESC').getOne();
  if (!target || !before?.verdict || !isOffTrackOrWorse(before.verdict)) return null;
  return {
    kind, subject: targetId, change: at.replaceAll(':', '.'), since: new Date(at), mayRaise: target.role === 'supporting',
    frameworkId: target.mission.frameworkId, missionId: target.missionId, targetId, judgementId: before.id,
    sentence: demotedSentence(target.title, before.verdict),
    facts: [{ name: 'Verdict when it was demoted', value: VERDICTS[before.verdict] }],
  };
}
