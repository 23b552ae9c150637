import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { standingEpisode } from '#domain/alerts/alert-episode.js';
import { opensAlert } from '#domain/alerts/alert-opening.js';
import { JudgedStepsQueries } from '#features/judgements/judged-steps.queries.js';
import { type AlertGround } from './alert-ground.js';
import { type Alert } from './alert.entity.js';
import { TargetsOfGrounds } from './targets-of-grounds.js';
import { type WatchedGrounds } from './watched-grounds.js';

/** Targets over areas where the best places fall back more than all do; "cannot tell" neither begins nor ends it. */
@Injectable()
export class LevellingDownGrounds implements WatchedGrounds {
  readonly kind = 'levelling-down' as const;

  constructor(private readonly steps: JudgedStepsQueries) {}

  async standing(manager: EntityManager): Promise<AlertGround[]> {
    const judged = [...(await this.steps.computed(manager))];
    const fallen = judged.flatMap(([targetId, steps]) => {
      const episode = standingEpisode(steps, {
        holds: ({ guard }) => guard === 'levelling-down',
        ends: ({ guard }) => guard === 'clear',
        mayOpen: ({ cause }) => opensAlert(cause),
      });
      return episode ? [{ targetId, steps, episode }] : [];
    });
    const targets = await TargetsOfGrounds.read(manager, fallen.map(({ targetId }) => targetId));
    return fallen.map(({ targetId, steps, episode: { began, opener } }) => {
      const { mission, title } = targets.of(targetId);
      const said = steps.findLast(({ guard }) => guard === 'levelling-down')?.guardSentence ?? '';
      return {
        kind: this.kind, subject: targetId, change: began.id, since: began.givenAt, mayRaise: opener !== undefined,
        frameworkId: mission.frameworkId, missionId: mission.id, targetId, judgementId: opener?.id ?? began.id,
        sentence: said, facts: [{ name: 'Target', value: title }, { name: 'Verdict on the target', value: steps.at(-1)?.sentence ?? '' }],
      };
    });
  }

  async endedBecause(manager: EntityManager, { targetId }: Alert): Promise<string> {
    const last = (await this.steps.computed(manager)).get(targetId ?? '')?.at(-1);
    return last?.guardSentence ?? 'The figures no longer show that the best places fall back.';
  }
}
