import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { contributorPeriods } from '#features/missions/contributor-periods.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { departmentsWords } from './departments.words.js';

/** A department with what is counted of it today. */
export interface ListedDepartment {
  slug: string;
  name: string;
  leads: number;
  contributes: number;
  overdue: number;
}

/** A mission that a department leads, led or contributes to. ISO dates; `to` is the first day without it. */
export interface MissionPart {
  missionId: string;
  framework: string;
  frameworkTitle: string;
  mission: string;
  number: number;
  name: string;
  role: 'lead' | 'contributor';
  from: string;
  to: string | null;
  basis: 'paper' | 'proposed' | null;
  /** Day on which its framework was closed; null while it runs. */
  closedOn: string | null;
}

/** Departments and the missions that are theirs; all of it is public. */
@Injectable()
export class DepartmentsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** By name, counted over frameworks that run. One statement. @param today ISO date */
  async all(today: string): Promise<ListedDepartment[]> {
    return this.dataSource.query(
      `SELECT o.slug, o.name,
              (SELECT count(*)::integer FROM mission_leads l WHERE l.organisation_id = o.id AND NOT mission_is_closed(l.mission_id) AND l.from_date <= $1 AND (l.to_date IS NULL OR l.to_date > $1)) AS leads,
              (SELECT count(*)::integer FROM missions m WHERE o.slug = ANY (m.contributors) AND NOT framework_is_closed(m.framework_id)) AS contributes,
              (SELECT count(*)::integer FROM submissions s WHERE s.organisation_id = o.id AND NOT framework_is_closed(s.framework_id) AND s.status <> 'not-owed' AND s.standing_version IS NULL AND s.due_on < $1) AS overdue
         FROM organisations o WHERE o.kind = 'department' ORDER BY o.name, o.slug`,
      [today],
    );
  }

  /** @throws ApplicationError where no department is called so */
  async bySlug(slug: string): Promise<Organisation> {
    const department = await this.dataSource.getRepository(Organisation).findOneBy({ slug, kind: 'department' });
    if (!department) throw ApplicationError.notFound(departmentsWords.unknown);
    return department;
  }

  /** Those that it leads or contributes to first, then those that it has led; the newest framework first. */
  async missionsOf({ id, slug }: Pick<Organisation, 'id' | 'slug'>, today: string): Promise<MissionPart[]> {
    return this.dataSource.query(
      `WITH ${contributorPeriods('true')}
       SELECT m.id AS "missionId", f.slug AS framework, f.title AS "frameworkTitle", m.slug AS mission, m.number, m.focus_area AS name, p.role, to_char(p.from_date, 'YYYY-MM-DD') AS "from",
              to_char(p.to_date, 'YYYY-MM-DD') AS "to", p.basis,
              to_char(f.closed_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS "closedOn"
         FROM (SELECT mission_id, 'lead' AS role, from_date, to_date, basis FROM mission_leads WHERE organisation_id = $1
               UNION ALL
               SELECT mission_id, 'contributor', from_date, to_date, NULL FROM contributor_periods WHERE slug = $2) p
         JOIN missions m ON m.id = p.mission_id
         JOIN frameworks f ON f.id = m.framework_id
        ORDER BY coalesce(p.to_date <= $3::date, false), f.published_on DESC, f.slug, p.role DESC, m.number, p.from_date`,
      [id, slug, today],
    );
  }
}
