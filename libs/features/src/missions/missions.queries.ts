import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere } from 'typeorm';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { MissionLead } from './mission-lead.entity.js';
import { Mission } from './mission.entity.js';

/** Missions with their leads (and whose they are) and their targets (and what measures them). */
@Injectable()
export class MissionsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** In the order of their numbers; none where there is no such framework. */
  async allOfFramework(frameworkSlug: string): Promise<Mission[]> {
    return this.find({ framework: { slug: frameworkSlug } });
  }

  async bySlug(frameworkSlug: string, missionSlug: string): Promise<Mission | null> {
    const [mission] = await this.find({ slug: missionSlug, framework: { slug: frameworkSlug } });
    return mission ?? null;
  }

  /** @param date ISO date */
  async leadOn(missionId: string, date: string): Promise<Organisation | null> {
    const lead = await this.dataSource
      .getRepository(MissionLead)
      .createQueryBuilder('lead')
      .innerJoinAndSelect('lead.organisation', 'organisation')
      .where('lead.missionId = :missionId AND lead.from <= :date AND (lead.to IS NULL OR lead.to > :date)', { missionId, date })
      .getOne();
    return lead?.organisation ?? null;
  }

  private async find(where: FindOptionsWhere<Mission>): Promise<Mission[]> {
    const missions = await this.dataSource.getRepository(Mission).find({
      where,
      relations: { framework: true, leads: { organisation: true }, targets: { metric: true } },
      order: { number: 'ASC' },
      // each list by its own statement: joined, leads and targets would multiply
      relationLoadStrategy: 'query',
    });
    for (const mission of missions) {
      mission.leads.sort((a, b) => (a.from < b.from ? -1 : 1));
      mission.targets.sort((a, b) => a.position - b.position);
    }
    return missions;
  }
}
