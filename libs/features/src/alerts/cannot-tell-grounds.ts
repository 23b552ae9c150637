import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { cannotTellFacts, cannotTellSentence, noisyRun } from '#domain/alerts/cannot-tell.js';
import { parsePeriod } from '#domain/observations/period.js';
import { JudgedStepsQueries } from '#features/judgements/judged-steps.queries.js';
import { type AlertGround } from './alert-ground.js';
import { type Alert } from './alert.entity.js';
import { TargetsOfGrounds } from './targets-of-grounds.js';
import { type WatchedGrounds } from './watched-grounds.js';

/** Targets of which two releases running cannot tell how they stand; one alert until a release can. */
@Injectable()
export class CannotTellGrounds implements WatchedGrounds {
  readonly kind = 'cannot-tell' as const;

  constructor(private readonly steps: JudgedStepsQueries) {}

  async standing(manager: EntityManager): Promise<AlertGround[]> {
    const judged = await this.steps.computed(manager);
    const runs = [...judged].flatMap(([targetId, steps]) => {
      const run = noisyRun(steps);
      return run ? [{ targetId, run, last: steps.findLast(({ verdict }) => verdict === 'cannot-tell-yet')?.sentence ?? '' }] : [];
    });
    const targets = await TargetsOfGrounds.read(manager, runs.map(({ targetId }) => targetId));
    const gaps = runs.length === 0 ? new Map<string, string>() : await noiseGaps(manager);
    return runs.map(({ targetId, run, last }) => {
      const { mission, title } = targets.of(targetId);
      const periods = run.periods.map((key) => parsePeriod(key)?.label ?? key);
      return {
        kind: this.kind, subject: targetId, change: run.began.id, since: run.began.givenAt, mayRaise: true,
        frameworkId: mission.frameworkId, missionId: mission.id, targetId, judgementId: run.opener.id,
        sentence: cannotTellSentence(title, periods, last), facts: cannotTellFacts(periods, gaps.get(targetId)),
      };
    });
  }

  async endedBecause(manager: EntityManager, { targetId }: Alert): Promise<string> {
    const last = (await this.steps.computed(manager)).get(targetId ?? '')?.at(-1);
    return ['The figures can tell how the target stands.', last?.sentence].filter(Boolean).join(' ');
  }
}

/** References of the gaps of noise that stand in the register, by the target's id. */
async function noiseGaps(manager: EntityManager): Promise<Map<string, string>> {
  const rows: { target_id: string; reference: string }[] = await manager.query(
    `SELECT t.target_id, g.reference FROM data_gaps g JOIN data_gap_targets t ON t.data_gap_id = g.id
      WHERE g.kind = 'noise' AND g.figures_came_at IS NULL AND g.state IN ('open', 'planned') ORDER BY g.reference DESC`,
  );
  return new Map(rows.map(({ target_id, reference }) => [target_id, reference]));
}
