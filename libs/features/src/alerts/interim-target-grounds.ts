import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { interimFacts, interimOutcomes, interimSentence } from '#domain/alerts/interim-target.js';
import { type SubjectTarget, TargetsToJudge } from '#features/judgements/targets-to-judge.js';
import { londonDate } from '#platform/clock/clock.js';
import { type AlertGround, subjectOf } from './alert-ground.js';
import { type Alert } from './alert.entity.js';
import { type WatchedGrounds } from './watched-grounds.js';

/** Interim targets that government set and whose final figure falls short; one alert each. */
@Injectable()
export class InterimTargetGrounds implements WatchedGrounds {
  readonly kind = 'interim-target-missed' as const;

  constructor(private readonly targets: TargetsToJudge) {}

  async standing(manager: EntityManager, at: Date): Promise<AlertGround[]> {
    const missionIds = await missionsWithInterimTargets(manager);
    if (missionIds.length === 0) return [];
    const missions = await this.targets.read(manager, { missionIds, at });
    const cleared = await timesCleared(manager);
    return missions.flatMap(({ mission, targets }) => targets.flatMap((subject) => this.missedOf(mission.frameworkId, subject, { today: londonDate(at), cleared })));
  }

  async endedBecause(): Promise<string> {
    return Promise.resolve('The figure has been revised, or the interim target changed, and it is not missed any more.');
  }

  private missedOf(frameworkId: string, { target, toJudge }: SubjectTarget, { today, cleared }: { today: string; cleared: ReadonlyMap<string, number> }): AlertGround[] {
    return interimOutcomes(toJudge, today)
      .filter(({ outcome }) => outcome === 'missed')
      .map((missed) => ({ missed, subject: `${target.id} ${missed.period.key}` }))
      .map(({ missed, subject }) => ({
        // missed again after it was cleared is another change of the state; published again with the same figure is none
        kind: this.kind, subject, change: String(cleared.get(subject) ?? 0), mayRaise: true,
        frameworkId, missionId: target.missionId, targetId: target.id,
        sentence: interimSentence(missed, toJudge), facts: interimFacts(missed, toJudge),
      }));
  }
}

async function missionsWithInterimTargets(manager: EntityManager): Promise<string[]> {
  const rows: { mission_id: string }[] = await manager.query(`SELECT DISTINCT mission_id FROM targets WHERE milestones @> '[{"kind": "interim-target"}]'`);
  return rows.map(({ mission_id }) => mission_id);
}

/** How often an alert on each was cleared, by its subject. */
async function timesCleared(manager: EntityManager): Promise<Map<string, number>> {
  const rows: Pick<Alert, 'kind' | 'dedupeKey'>[] = await manager.query(
    `SELECT a.kind, a.dedupe_key AS "dedupeKey" FROM alerts a JOIN alert_events e ON e.alert_id = a.id AND e.action = 'clear' WHERE a.kind = 'interim-target-missed'`,
  );
  const times = new Map<string, number>();
  for (const row of rows) times.set(subjectOf(row), (times.get(subjectOf(row)) ?? 0) + 1);
  return times;
}
