import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { onceARequest } from '#platform/request-memo/request-memo.js';

/** A headline target with its metric and the judgement that was computed of it last. */
export type HeadlineTarget = Target & { latest: Judgement | null };

const NEWEST = `(SELECT max(newest.sequence) FROM judgements newest WHERE newest.target_id = target.id AND newest.kind = 'computed')`;

/** The targets that a return's figures are of, with where they stand: one statement a request, however many there are. */
@Injectable()
export class HeadlineTargets {
  /** In their order on the mission's page. */
  async of(missionId: string, manager: EntityManager): Promise<HeadlineTarget[]> {
    return onceARequest(`headline targets ${missionId}`, async () => {
      const targets = await manager
        .createQueryBuilder(Target, 'target')
        .leftJoinAndSelect('target.metric', 'metric')
        .leftJoinAndMapOne('target.latest', Judgement, 'judgement', `judgement.targetId = target.id AND judgement.sequence = ${NEWEST}`)
        .where(`target.missionId = :missionId AND target.role = 'headline'`, { missionId })
        .orderBy('target.position')
        .getMany();
      return targets as HeadlineTarget[];
    });
  }
}
