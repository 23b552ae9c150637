import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
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

  /** Two statements however many missions are vacant; one where none is. */
  async standing(manager: EntityManager, at: Date): Promise<AlertGround[]> {
    const today = londonDate(at);
    const vacant = await manager
      .createQueryBuilder(Mission, 'mission')
      .innerJoin('mission.framework', 'framework')
      .leftJoinAndSelect('mission.leads', 'lead')
      .leftJoinAndSelect('lead.organisation', 'organisation')
      .where('framework.startsOn <= :today AND framework.endsOn >= :today', { today })
      .andWhere(`NOT EXISTS (SELECT FROM mission_leads l WHERE l.mission_id = mission.id AND l.from_date <= :today AND (l.to_date IS NULL OR l.to_date > :today))`)
      .orderBy('mission.number')
      .addOrderBy('mission.id')
      .getMany();
    if (vacant.length === 0) return [];
    const vacancies = await manager.findBy(MissionVacancy, { missionId: In(vacant.map(({ id }) => id)) });
    return vacant.flatMap((mission) => this.ofMission(mission, vacancies.filter(({ missionId }) => missionId === mission.id), today));
  }

  async endedBecause(manager: EntityManager, { missionId }: Alert, at: Date): Promise<string> {
    const leads = await manager.find(MissionLead, { where: { missionId: missionId ?? '' }, relations: { organisation: true } });
    const lead = leadOn({ leads }, londonDate(at));
    return lead ? `${lead.organisation.name} leads the mission from ${dateInWords(lead.from)}.` : 'The framework has ended.';
  }

  private ofMission(mission: Mission, vacancies: readonly MissionVacancy[], today: string): AlertGround[] {
    const { id: missionId, leads, frameworkId, focusArea } = mission;
    const vacancy = vacancyOn(leads, vacancies, today);
    if (!vacancy) return [];
    const last = vacancy.lastLead === undefined ? undefined : leads[vacancy.lastLead]?.organisation.name;
    return [
      {
        kind: this.kind, subject: missionId, change: vacancy.since ?? 'ever', mayRaise: true,
        ...(vacancy.since ? { since: londonInstant(vacancy.since, '00:00') } : {}),
        frameworkId, missionId, owedBy: null,
        sentence: vacancySentence(focusArea, vacancy), facts: vacancyFacts(vacancy, last),
      },
    ];
  }
}
