import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { Mission } from '#features/missions/mission.entity.js';
import { TargetFiguresQueries } from '#features/missions/target-figures.queries.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { type Target } from '#features/missions/target.entity.js';

/** A mission and its targets with the figures that they are judged by. */
export interface MissionSubject {
  mission: Mission;
  targets: { target: Target; toJudge: TargetToJudge }[];
}

/** Reads what a judging needs, inside its transaction, so that a release that it waits for counts. */
@Injectable()
export class TargetsToJudge {
  constructor(private readonly figures: TargetFiguresQueries) {}

  /**
   * @param missionIds all missions where none are named
   */
  async read(manager: EntityManager, { missionIds, ...known }: { missionIds?: string[] | undefined; at?: Date; undated?: boolean }): Promise<MissionSubject[]> {
    const missions = await manager.find(Mission, {
      where: missionIds ? { id: In(missionIds) } : {},
      relations: { framework: true, targets: { metric: true } },
      order: { number: 'ASC', id: 'ASC', targets: { position: 'ASC' } },
    });
    const subjects: MissionSubject[] = [];
    for (const mission of missions) {
      const targets: MissionSubject['targets'] = [];
      for (const target of mission.targets) {
        targets.push({ target, toJudge: targetToJudge(target, await this.figures.of(target, { ...known, manager })) });
      }
      subjects.push({ mission, targets });
    }
    return subjects;
  }
}
