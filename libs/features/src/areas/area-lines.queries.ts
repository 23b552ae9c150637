import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';

/** A place on one line. */
export interface AreaLine {
  code: string;
  name: string;
  level: string;
  country: string | null;
  parent: string | null;
  parents: string[];
  confirmed: boolean;
  validFrom: string | null;
  validTo: string | null;
  successors: string[];
}

export interface AreaLinesRequest {
  /** The last code of the page before. */
  after?: string;
  limit: number;
  level?: string;
  country?: string;
  /** `true` or `false` */
  current?: string;
}

/** The register of areas, line by line; a place known from nothing but a file under embargo is not there. One statement. */
@Injectable()
export class AreaLinesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async page({ after, limit, level, country, current }: AreaLinesRequest): Promise<AreaLine[]> {
    return this.dataSource.query(
      `SELECT a.code, a.name, a.level, a.country, a.parent_code AS parent, a.confirmed, a.valid_from::text AS "validFrom", a.valid_to::text AS "validTo",
              ARRAY(SELECT DISTINCT p.code FROM area_parents l JOIN areas p ON p.id = l.parent_id WHERE l.area_id = a.id ORDER BY p.code) AS parents,
              ARRAY(SELECT s.code FROM areas s
                     WHERE (s.id IN (SELECT l.successor_id FROM area_successions l WHERE l.area_id = a.id) OR s.code = ANY (a.successors))
                       AND NOT is_embargoed_area(s.code, s.confirmed, $2) ORDER BY s.code) AS successors
         FROM areas a
        WHERE a.code > $1 AND NOT is_embargoed_area(a.code, a.confirmed, $2)
          AND ($4::text IS NULL OR a.level = $4) AND ($5::text IS NULL OR a.country = $5)
          AND ($6::boolean IS NULL OR (coalesce(a.valid_from, $7::date) <= $7::date AND coalesce(a.valid_to, $7::date) >= $7::date) = $6::boolean)
        ORDER BY a.code LIMIT $3`,
      [after ?? '', this.clock.now(), limit, level ?? null, country ?? null, current ?? null, this.clock.today()],
    );
  }
}
