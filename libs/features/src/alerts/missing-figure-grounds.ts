import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { missingFiguresFacts, missingFiguresSentence } from '#domain/alerts/missing-figures.js';
import { firstFigureDue } from '#domain/judgements/unjudged-target.js';
import { parsePeriod } from '#domain/observations/period.js';
import { type ComputedStep, JudgedStepsQueries } from '#features/judgements/judged-steps.queries.js';
import { Target } from '#features/missions/target.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { type AlertGround } from './alert-ground.js';
import { type Alert } from './alert.entity.js';
import { type WatchedGrounds } from './watched-grounds.js';

/**
 * Targets whose next figure did not come by its date: the deciding one, the first after the baseline, or the next of a series that
 * has stopped. One alert for as long as the same figure is the last.
 */
@Injectable()
export class MissingFigureGrounds implements WatchedGrounds {
  readonly kind = 'no-data' as const;

  constructor(private readonly steps: JudgedStepsQueries) {}

  async standing(manager: EntityManager, at: Date): Promise<AlertGround[]> {
    const judged = await this.steps.computed(manager);
    const stopped = await stoppedSeries(manager);
    const targets = await manager.find(Target, { where: { id: In([...judged.keys()]) }, relations: { mission: true }, order: { mission: { number: 'ASC' }, position: 'ASC' } });
    return targets.flatMap((target) => groundOf(target, judged.get(target.id) ?? [], stopped.get(target.id), londonDate(at)));
  }

  async endedBecause(manager: EntityManager, { targetId }: Alert): Promise<string> {
    const last = (await this.steps.computed(manager)).get(targetId ?? '')?.at(-1);
    return ['The figures have come, or are not awaited any more.', last?.sentence].filter(Boolean).join(' ');
  }
}

function groundOf(target: Target, steps: readonly ComputedStep[], stopped: string | undefined, today: string): AlertGround[] {
  const last = steps.at(-1);
  if (!last || !target.metricId) return [];
  const waiting = { verdict: last.verdict, sentence: last.sentence, awaitingUntil: last.awaitingUntil ?? undefined, expectedBy: expectedBy(target), usableAreas: last.usableAreas ?? undefined, stopped };
  const sentence = missingFiguresSentence(waiting, today);
  if (!sentence) return [];
  const { latestKey } = last;
  const began = steps.find((_, index) => steps.slice(index).every((later) => later.latestKey === latestKey)) ?? last;
  const change = latestKey ?? 'none';
  const { id: targetId, mission } = target;
  return [
    {
      kind: 'no-data', subject: targetId, change: change.replaceAll(':', '.'), since: began.givenAt, mayRaise: true,
      frameworkId: mission.frameworkId, missionId: mission.id, targetId, judgementId: last.id,
      sentence, facts: missingFiguresFacts(waiting, latestKey === null ? undefined : parsePeriod(latestKey)?.label),
    },
  ];
}

/** ISO date by which a target that has no figure since its baseline should have one. */
function expectedBy({ baseline, decides }: Target): string | undefined {
  const [start, end] = [baseline, decides].map((named) => (named ? parsePeriod(named.period) : undefined));
  if (!start || !end || !decides) return decides?.releaseExpected;
  return firstFigureDue(start, { decides: { periodKey: decides.period, releaseExpected: decides.releaseExpected } }, end);
}

/** What the register says of series that have stopped, by the target's id. */
async function stoppedSeries(manager: EntityManager): Promise<Map<string, string>> {
  const rows: { target_id: string; sentence: string }[] = await manager.query(
    `SELECT t.target_id, g.sentence FROM data_gaps g JOIN data_gap_targets t ON t.data_gap_id = g.id
      WHERE g.kind = 'stale' AND g.figures_came_at IS NULL AND g.state IN ('open', 'planned')`,
  );
  return new Map(rows.map(({ target_id, sentence }) => [target_id, sentence]));
}
