import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { conflictFacts, conflictSentence } from '#domain/alerts/judgement-conflict.js';
import { standingConflict } from '#features/judgements/conflict-history.js';
import { JudgedStepsQueries } from '#features/judgements/judged-steps.queries.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { ReviewedMissions } from '#features/mission-quality/published-reviews.queries.js';
import { Mission } from '#features/missions/mission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { type AlertGround } from './alert-ground.js';
import { type Alert } from './alert.entity.js';
import { type WatchedGrounds } from './watched-grounds.js';

/** Missions of which the figures, the department and the council say things two steps apart. */
@Injectable()
export class ConflictGrounds implements WatchedGrounds {
  readonly kind = 'judgement-conflict' as const;

  constructor(
    private readonly steps: JudgedStepsQueries,
    private readonly judgements: JudgementsQueries,
  ) {}

  async standing(manager: EntityManager): Promise<AlertGround[]> {
    const said = await this.steps.said(manager);
    const missions = await manager.find(Mission, { relations: { targets: true }, order: { number: 'ASC', id: 'ASC' } });
    const reviewed = await ReviewedMissions.of(manager, missions.map(({ id }) => id));
    const conflicts = missions.flatMap((mission) => {
      const words = said.get(mission.id) ?? [];
      // the figures by themselves contradict nobody
      const told = words.some(({ kind }) => kind !== 'computed');
      const conflict = told ? standingConflict(mission, words, (at) => reviewed.openPartsOf(mission, londonDate(at))) : undefined;
      return conflict ? [{ mission, conflict }] : [];
    });
    const standings = conflicts.length === 0 ? [] : await this.judgements.standingOfAll(manager);
    return conflicts.map(({ mission, conflict }) => {
      const standing = standings.find(({ missionId }) => missionId === mission.id);
      const sentence = conflictSentence(conflict.words, standing?.department?.organisation ?? 'The department') ?? '';
      return {
        kind: this.kind, subject: mission.id, change: conflict.began.id, since: conflict.began.givenAt, mayRaise: conflict.opener !== undefined,
        frameworkId: mission.frameworkId, missionId: mission.id, judgementId: conflict.opener?.id ?? conflict.began.id,
        sentence: [sentence, standing?.computed?.sentence].filter(Boolean).join(' '), facts: conflictFacts(conflict.words),
      };
    });
  }

  async endedBecause(manager: EntityManager, { missionId }: Alert): Promise<string> {
    const standing = missionId ? await this.judgements.standingOfMission(missionId, manager) : null;
    return ['The judgements are less than two steps apart.', standing?.computed?.sentence].filter(Boolean).join(' ');
  }
}
