import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { recordedResets, resetFacts, resetSentence, standingResets } from '#domain/alerts/reset-off-track.js';
import { JudgedStepsQueries } from '#features/judgements/judged-steps.queries.js';
import { type AlertGround } from './alert-ground.js';
import { resetsRecorded } from './recorded-resets.js';
import { TargetsOfGrounds } from './targets-of-grounds.js';
import { type WatchedGrounds } from './watched-grounds.js';

/** Targets that were changed while they were off track or worse, by a file or by a recorded reset, until they ask again what they asked before. */
@Injectable()
export class ResetTargetGrounds implements WatchedGrounds {
  readonly kind = 'target-reset' as const;

  constructor(private readonly steps: JudgedStepsQueries) {}

  async standing(manager: EntityManager): Promise<AlertGround[]> {
    const judged = [...(await this.steps.computed(manager))];
    const recorded = await resetsRecorded(manager);
    const reset = judged.map(([targetId, steps]) => ({ targetId, resets: eachOnce([...standingResets(steps), ...recordedResets(steps, recorded.get(targetId) ?? [])]) })).filter(({ resets }) => resets.length > 0);
    const targets = await TargetsOfGrounds.read(manager, reset.map(({ targetId }) => targetId));
    return reset.flatMap(({ targetId, resets }) => {
      const { mission, title } = targets.of(targetId);
      return resets.map((each) => ({
        kind: this.kind, subject: `${targetId} ${each.reset.id}`, change: each.reset.id, mayRaise: true,
        frameworkId: mission.frameworkId, missionId: mission.id, targetId, judgementId: each.reset.id,
        sentence: resetSentence(title, each), facts: resetFacts(each),
      }));
    });
  }

  async endedBecause(): Promise<string> {
    return Promise.resolve('The target asks again what it asked before it was changed.');
  }
}

/** A recorded reset says more of itself than the judgement that it led to. */
function eachOnce<Reset extends { reset: { id: string } }>(resets: readonly Reset[]): Reset[] {
  return [...new Map(resets.map((each) => [each.reset.id, each])).values()];
}
