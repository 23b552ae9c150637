import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { resetFacts, resetSentence, standingResets } from '#domain/alerts/reset-off-track.js';
import { JudgedStepsQueries } from '#features/judgements/judged-steps.queries.js';
import { Target } from '#features/missions/target.entity.js';
import { type AlertGround } from './alert-ground.js';
import { type WatchedGrounds } from './watched-grounds.js';

/** Targets that were changed while they were off track or worse, until they ask again what they asked before. */
@Injectable()
export class ResetTargetGrounds implements WatchedGrounds {
  readonly kind = 'target-reset' as const;

  constructor(private readonly steps: JudgedStepsQueries) {}

  async standing(manager: EntityManager): Promise<AlertGround[]> {
    const grounds: AlertGround[] = [];
    for (const [targetId, steps] of await this.steps.computed(manager)) {
      const resets = standingResets(steps);
      if (resets.length === 0) continue;
      const { mission, title } = await manager.findOneOrFail(Target, { where: { id: targetId }, relations: { mission: true } });
      for (const reset of resets) {
        grounds.push({
          kind: this.kind, subject: `${targetId} ${reset.reset.id}`, change: reset.reset.id, mayRaise: true,
          frameworkId: mission.frameworkId, missionId: mission.id, targetId, judgementId: reset.reset.id,
          sentence: resetSentence(title, reset), facts: resetFacts(reset),
        });
      }
    }
    return grounds;
  }

  async endedBecause(): Promise<string> {
    return Promise.resolve('The target asks again what it asked before it was changed.');
  }
}
