import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { defaultDateNeeded, firstDayOverdue, isGapOverdue } from '#domain/data-gaps/date-needed.js';
import { DATA_GAP_WORKFLOW } from '#domain/data-gaps/data-gap-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { CLEAR_ALERT } from '#features/alerts/clear-alert.job.js';
import { RAISE_ALERT } from '#features/alerts/raise-alert.job.js';
import { londonDate, londonInstant } from '#platform/clock/clock.js';
import { type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { DataGap } from './data-gap.entity.js';
import { DataGapEvent } from './data-gap-event.entity.js';
import { newGapReference } from './data-gap-reference.js';
import { type FoundGap, keyOfGap } from './found-gap.js';
import { WATCH_DATA_GAPS } from './watch-data-gaps.job.js';

/** What a look through the figures did to the register. */
export interface RegisterReport {
  opened: number;
  standing: number;
  closed: number;
}

const SYSTEM = 'Waymark';
const PASSED_ON = 'The framework that needed these figures was closed. A mission of another framework needs them too, and the gap is now its own.';
const FIGURES_HAVE_COME = 'Figures have come.';
/** Alerts are written to people when their day begins. */
const WATCH_HOUR = '08:00';
const REGISTER_LOCK = 'waymark data gaps';

/** What the system does to the register by itself: opens gaps, closes those whose cause is gone, and watches their dates. */
@Injectable()
export class DataGapsService {
  /**
   * Brings the register up to date with all that was found in the figures.
   * @param findings one a metric, geography and kind; a standing gap that is not among them is closed
   */
  async syncInTransaction(tx: Transaction, findings: readonly FoundGap[]): Promise<RegisterReport> {
    await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [REGISTER_LOCK]);
    // locked, so that somebody who writes a plan at this moment comes before or after
    const rows = await tx.repository(DataGap).find({ where: { figuresCameAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
    const standing = new Map(rows.map((gap) => [keyOfGap(gap), gap]));
    const report: RegisterReport = { opened: 0, standing: 0, closed: 0 };
    for (const finding of findings) {
      const known = standing.get(keyOfGap(finding));
      standing.delete(keyOfGap(finding));
      report[known ? 'standing' : 'opened'] += 1;
      if (known) await seeAgain(tx, known, finding);
      else await open(tx, finding);
    }
    for (const gap of standing.values()) report.closed += await figuresCame(tx, gap);
    return report;
  }

  /** Calls for the alert on a gap whose day has passed. @returns 'skipped' where the day was moved, or the gap has ended */
  async watchInTransaction(tx: Transaction, { dataGapId, dateNeeded }: { dataGapId: string; dateNeeded: string }): Promise<JobOutcome> {
    const gap = await tx.repository(DataGap).findOneBy({ id: dataGapId });
    if (gap?.dateNeeded !== dateNeeded || !isGapOverdue(gap, londonDate(tx.now))) return 'skipped';
    await tx.enqueue(RAISE_ALERT, { kind: 'data-gap-overdue', dataGapId, dateNeeded });
    tx.describe({ gap: gap.reference, dateNeeded }, `data-gap:${gap.id}`);
    return 'done';
  }
}

/** Has the gap looked at on the first morning on which it is overdue. */
export async function watchDate(tx: Transaction, { id, dateNeeded }: Pick<DataGap, 'id' | 'dateNeeded'>): Promise<void> {
  await tx.enqueue(WATCH_DATA_GAPS, { dataGapId: id, dateNeeded }, londonInstant(firstDayOverdue(dateNeeded), WATCH_HOUR));
}

async function open(tx: Transaction, finding: FoundGap): Promise<void> {
  const today = londonDate(tx.now);
  const { metricId, geography, geographyName, kind, sentence, missionId, judgementId, decidingRelease } = finding;
  const gap = await tx.repository(DataGap).save({
    ...{ metricId, geography, geographyName, kind, sentence, missionId },
    reference: newGapReference(today),
    dateNeeded: defaultDateNeeded(today, decidingRelease),
    state: DATA_GAP_WORKFLOW.initial,
    openedByJudgementId: judgementId,
    openedAt: tx.now,
    lastSeenAt: tx.now,
  });
  await nameTargets(tx, gap.id, finding.targetIds);
  await tell(tx, gap, 'open', sentence);
  await watchDate(tx, gap);
}

/** Not through the entity: what the system sees again is no change that somebody with the form open has to read first. */
async function seeAgain(tx: Transaction, gap: DataGap, { sentence, geographyName, missionId, targetIds }: FoundGap): Promise<void> {
  const { id } = gap;
  await tx.manager.query('UPDATE data_gaps SET sentence = $2, geography_name = $3, mission_id = $4, last_seen_at = $5 WHERE id = $1', [
    id,
    sentence,
    geographyName,
    missionId,
    tx.now,
  ]);
  await nameTargets(tx, id, targetIds);
  if (missionId !== gap.missionId) await passOn(tx, gap);
}

/** What a framework that was closed needed too is for another's mission from now on: whose alert on a day that has passed was never raised. */
async function passOn(tx: Transaction, gap: DataGap): Promise<void> {
  const [before]: { closed: boolean }[] = await tx.manager.query('SELECT mission_is_closed($1) AS closed', [gap.missionId]);
  if (!before?.closed) return;
  await tell(tx, gap, 'change', PASSED_ON);
  await watchDate(tx, gap);
}

/** @returns 1 where that closed it, 0 where somebody had closed it before */
async function figuresCame(tx: Transaction, gap: DataGap): Promise<number> {
  const arrow = transitionFor(DATA_GAP_WORKFLOW, gap.state, 'figures-come', ['system']);
  const ended = arrow ? { state: arrow.to, stateReason: FIGURES_HAVE_COME, closedAt: tx.now } : {};
  const closed = await tx.repository(DataGap).save({ ...gap, ...ended, figuresCameAt: tx.now });
  if (!arrow) return 0;
  await tell(tx, closed, 'figures-come', FIGURES_HAVE_COME);
  await tx.enqueue(CLEAR_ALERT, { dataGapId: gap.id });
  return 1;
}

async function nameTargets(tx: Transaction, dataGapId: string, targetIds: readonly string[]): Promise<void> {
  await tx.manager.query('DELETE FROM data_gap_targets WHERE data_gap_id = $1 AND NOT target_id = ANY($2)', [dataGapId, targetIds]);
  await tx.manager.query('INSERT INTO data_gap_targets (data_gap_id, target_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING', [dataGapId, targetIds]);
}

async function tell(tx: Transaction, gap: Pick<DataGap, 'id' | 'state'>, action: 'open' | 'change' | 'figures-come', text: string): Promise<void> {
  await tx.repository(DataGapEvent).save({ dataGapId: gap.id, action, toState: gap.state, actorId: null, actorName: SYSTEM, text, at: tx.now });
}
