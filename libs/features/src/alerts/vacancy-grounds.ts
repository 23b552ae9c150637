import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { vacancyFacts, vacancyOn, vacancySentence } from '#domain/alerts/vacancy-ground.js';
import { dateInWords } from '#domain/judgements/figure-words.js';
import { leadOn } from '#features/missions/lead-on.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { MissionVacancy } from '#features/missions/mission-vacancy.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { londonDate, londonInstant } from '#platform/clock/clock.js';
import { type AlertGround } from './alert-ground.js';
import { type Alert } from './alert.entity.js';
import { type WatchedGrounds } from './watched-grounds.js';

/** Missions that no department leads, from the first day of it and while their framework runs. */
@Injectable()
export class VacancyGrounds implements WatchedGrounds {
  readonly kind = 'no-lead' as const;

  async standing(manager: EntityManager, at: Date): Promise<AlertGround[]> {
    const today = londonDate(at);
    const vacant: { id: string }[] = await manager.query(
      `SELECT m.id FROM missions m JOIN frameworks f ON f.id = m.framework_id
        WHERE f.starts_on <= $1 AND f.ends_on >= $1
          AND NOT EXISTS (SELECT FROM mission_leads l WHERE l.mission_id = m.id AND l.from_date <= $1 AND (l.to_date IS NULL OR l.to_date > $1))
        ORDER BY m.number, m.id`,
      [today],
    );
    const grounds: AlertGround[] = [];
    for (const { id } of vacant) grounds.push(...(await this.ofMission(manager, id, today)));
    return grounds;
  }

  async endedBecause(manager: EntityManager, { missionId }: Alert, at: Date): Promise<string> {
    const leads = await manager.find(MissionLead, { where: { missionId: missionId ?? '' }, relations: { organisation: true } });
    const lead = leadOn({ leads }, londonDate(at));
    return lead ? `${lead.organisation.name} leads the mission from ${dateInWords(lead.from)}.` : 'The framework has ended.';
  }

  private async ofMission(manager: EntityManager, missionId: string, today: string): Promise<AlertGround[]> {
    const mission = await manager.findOneByOrFail(Mission, { id: missionId });
    const leads = await manager.find(MissionLead, { where: { missionId }, relations: { organisation: true } });
    const vacancy = vacancyOn(leads, await manager.findBy(MissionVacancy, { missionId }), today);
    if (!vacancy) return [];
    const last = vacancy.lastLead === undefined ? undefined : leads[vacancy.lastLead]?.organisation.name;
    return [
      {
        kind: this.kind, subject: missionId, change: vacancy.since ?? 'ever', mayRaise: true,
        ...(vacancy.since ? { since: londonInstant(vacancy.since, '00:00') } : {}),
        frameworkId: mission.frameworkId, missionId, owedBy: null,
        sentence: vacancySentence(mission.focusArea, vacancy), facts: vacancyFacts(vacancy, last),
      },
    ];
  }
}
