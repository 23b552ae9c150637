import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Release } from '#features/releases/release.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { Mission } from '../mission.entity.js';
import { Target } from '../target.entity.js';

/** A mission with everything of its own, in two statements: a public page has under fifteen for all that it shows. */
@Injectable()
export class MissionPageQueries {
  constructor(private readonly dataSource: DataSource) {}

  async bySlug(framework: string, slug: string): Promise<Mission | null> {
    const mission = await this.dataSource
      .getRepository(Mission)
      .createQueryBuilder('mission')
      .innerJoinAndSelect('mission.framework', 'framework')
      .leftJoinAndSelect('mission.leads', 'lead')
      .leftJoinAndSelect('lead.organisation', 'organisation')
      .where('framework.slug = :framework AND mission.slug = :slug', { framework, slug })
      .getOne();
    if (!mission) return null;
    mission.targets = await this.dataSource
      .getRepository(Target)
      .find({ where: { missionId: mission.id }, relations: { metric: true }, order: { position: 'ASC' } });
    return mission;
  }

  /** Releases in words, by id. */
  async releaseNames(ids: readonly number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.dataSource.getRepository(Release).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((release) => [release.id, releaseInWords(release)]));
  }
}

function releaseInWords({ id, fileName, publishedOn, importedAt }: Release): string {
  const when = publishedOn ? `published on ${longDate(publishedOn)}` : `loaded on ${longDate(londonDate(importedAt))}`;
  return `Release ${id}, ${fileName}, ${when}`;
}
