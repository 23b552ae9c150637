import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Hierarchy } from '#domain/areas/hierarchy.js';
import { type SuccessionKind } from '#domain/areas/succession.js';
import { tierClassOf } from '#domain/areas/area-kind.js';
import { isEmbargoedArea } from '#features/releases/embargoed-area.js';
import { Clock } from '#platform/clock/clock.js';
import { Area } from './area.entity.js';
import { type NeighbourModel } from './neighbour-set.entity.js';

/** An area as other areas name it. */
export interface RelatedArea {
  id: number;
  code: string;
  name: string;
  level: string;
  validFrom: string | null;
  validTo: string | null;
}

export interface SuccessorArea extends RelatedArea {
  /** Code that it came directly after. */
  after: string;
  since: string | null;
  kind: SuccessionKind;
  source: string;
}

/** An area that another one came after, directly or by way of others. */
export type PredecessorArea = Omit<SuccessorArea, 'after'>;

export interface ParentArea extends RelatedArea {
  hierarchy: Hierarchy;
  /** 1 for the area's own parent, 2 for that one's … */
  step: number;
  /** The days of the link. */
  from: string | null;
  to: string | null;
  bestFit: boolean;
}

export interface ClassOfArea {
  scheme: string;
  class: string;
  edition: string;
}

export interface NearestAreas {
  model: NeighbourModel;
  edition: string;
  source: string;
  licence: string;
  /** The nearest first. */
  areas: (RelatedArea & { rank: number })[];
}

const AREA = (alias: string): string =>
  `${alias}.id, ${alias}.code, ${alias}.name, ${alias}.level, ${alias}.valid_from::text AS "validFrom", ${alias}.valid_to::text AS "validTo"`;

/**
 * What came after what: the table, and what a note beside figures says of a code that was in no register when they were loaded,
 * until an import of areas settles it. What only files under embargo name at the instant `$2` is not there yet.
 */
const LINKS = `links AS (
  SELECT area_id, successor_id, since, kind, source FROM area_successions
  UNION ALL
  SELECT a.id, s.id, a.valid_to + 1, CASE WHEN cardinality(a.successors) > 1 THEN 'split' ELSE 'recoded' END, 'notes beside figures'
    FROM areas a JOIN areas s ON s.code = ANY (a.successors)
   WHERE a.successors <> '{}' AND NOT is_embargoed_area(a.code, a.confirmed, $2) AND NOT is_embargoed_area(s.code, s.confirmed, $2)
     AND NOT EXISTS (SELECT FROM area_successions l WHERE l.area_id = a.id AND l.successor_id = s.id))`;

/** Reads of the register of areas and of what areas have to do with one another. */
@Injectable()
export class AreasQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param manager of the caller's transaction, which should not wait for a second connection */
  async byCode(code: string, manager: EntityManager = this.dataSource.manager): Promise<Area | null> {
    return manager.getRepository(Area).findOneBy({ code });
  }

  /** For everybody: one that only files under embargo name is not there yet. */
  async shown(code: string): Promise<Area | null> {
    const area = await this.byCode(code);
    return area && !(await isEmbargoedArea(this.dataSource.manager, area, this.clock.now())) ? area : null;
  }

  /** Everything that came after each code, step by step in order of time. A code without successors is absent. */
  async successorsOf(codes: readonly string[], manager: EntityManager = this.dataSource.manager): Promise<Map<string, SuccessorArea[]>> {
    return chain(manager, 'successors', { codes, at: this.clock.now() });
  }

  /** Everything that a code came after. */
  async predecessorsOf(code: string): Promise<PredecessorArea[]> {
    const steps = (await chain(this.dataSource.manager, 'predecessors', { codes: [code], at: this.clock.now() })).get(code) ?? [];
    return steps.map(({ after: _, ...area }) => area);
  }

  /** What an area is called today: the ends of its chain, or itself; empty for a code that nobody knows. */
  async currentOf(code: string, manager: EntityManager = this.dataSource.manager): Promise<RelatedArea[]> {
    const after = (await chain(manager, 'successors', { codes: [code], at: this.clock.now() })).get(code) ?? [];
    const went = new Set(after.map((step) => step.after));
    const ends = after.filter((step) => !went.has(step.code));
    const itself: RelatedArea[] = after.length > 0 ? [] : await manager.query(`SELECT ${AREA('a')} FROM areas a WHERE a.code = $1`, [code]);
    return [...new Map([...itself, ...ends].map(({ id, code: own, name, level, validFrom, validTo }) => [own, { id, code: own, name, level, validFrom, validTo }])).values()];
  }

  /**
   * Of each area everything that came after it, by ids, for groups of areas whose membership follows successors.
   * @returns areas without successors are absent
   */
  async successorIds(ids: readonly number[], manager: EntityManager = this.dataSource.manager): Promise<Map<number, number[]>> {
    const rows: { id: number; after: number[] }[] = await manager.query(
      `WITH RECURSIVE ${LINKS}, after AS (
         SELECT s.area_id AS root, s.successor_id AS id FROM links s WHERE s.area_id = ANY($1)
         UNION SELECT a.root, s.successor_id FROM after a JOIN links s ON s.area_id = a.id)
       SELECT root AS id, array_agg(after.id ORDER BY after.id) AS after FROM after WHERE after.id <> root GROUP BY root`,
      [ids, this.clock.now()],
    );
    return new Map(rows.map(({ id, after }) => [id, after]));
  }

  /** Areas directly in another that stand on a day, by code. @param on ISO date */
  async childrenOf(code: string, hierarchy: Hierarchy, on: string): Promise<(RelatedArea & { bestFit: boolean })[]> {
    return this.dataSource.query(
      `SELECT ${AREA('c')}, l.best_fit AS "bestFit"
         FROM area_parents l JOIN areas p ON p.id = l.parent_id JOIN areas c ON c.id = l.area_id
        WHERE p.code = $1 AND l.hierarchy = $2 AND coalesce(l.valid_from, $3::date) <= $3::date AND coalesce(l.valid_to, $3::date) >= $3::date
        ORDER BY c.name, c.code`,
      [code, hierarchy, on],
    );
  }

  /** What an area lies in, and what that lies in, in every tree; the nearest first, links that have ended with their days. */
  async parentsOf(code: string): Promise<ParentArea[]> {
    return this.dataSource.query(
      `WITH RECURSIVE up AS (
         SELECT l.parent_id AS id, l.hierarchy, 1 AS step, l.valid_from AS "from", l.valid_to AS "to", l.best_fit AS "bestFit"
           FROM area_parents l JOIN areas a ON a.id = l.area_id WHERE a.code = $1
         UNION
         SELECT l.parent_id, l.hierarchy, up.step + 1, greatest(up."from", l.valid_from), least(up."to", l.valid_to), up."bestFit" OR l.best_fit
           FROM up JOIN area_parents l ON l.area_id = up.id AND l.hierarchy = up.hierarchy
          WHERE up.step < 8 AND coalesce(greatest(up."from", l.valid_from) <= least(up."to", l.valid_to), true))
       SELECT ${AREA('p')}, up.hierarchy, up.step, up."from"::text AS "from", up."to"::text AS "to", up."bestFit"
         FROM up JOIN areas p ON p.id = up.id ORDER BY up.hierarchy, up.step, up."to" DESC NULLS FIRST, p.code`,
      [code],
    );
  }

  /** The published nearest neighbours of the latest edition that has the area; undefined where none has. */
  async neighboursOf(code: string, model: NeighbourModel = 'demographic'): Promise<NearestAreas | undefined> {
    const rows: (RelatedArea & { rank: number; edition: string; source: string; licence: string })[] = await this.dataSource.query(
      `SELECT ${AREA('n')}, l.rank::integer AS rank, newest.edition, newest.source, newest.licence
         FROM (SELECT s.*, a.id AS area_id FROM neighbour_sets s, areas a
                WHERE s.model = $2 AND a.code = $1 AND EXISTS (SELECT FROM area_neighbours l WHERE l.set_id = s.id AND l.area_id = a.id)
                ORDER BY s.edition DESC LIMIT 1) newest
         JOIN area_neighbours l ON l.set_id = newest.id AND l.area_id = newest.area_id
         JOIN areas n ON n.id = l.neighbour_id ORDER BY l.rank`,
      [code, model],
    );
    const [first] = rows;
    if (!first) return undefined;
    return { model, edition: first.edition, source: first.source, licence: first.licence, areas: rows.map(({ edition: _, source: __, licence: ___, ...area }) => area) };
  }

  /** The classes of like areas that an area is in: its tier by its code, and those of the published schemes. */
  async classOf(code: string): Promise<ClassOfArea[]> {
    const tier = tierClassOf(code);
    const published: ClassOfArea[] = await this.dataSource.query(
      `SELECT l.scheme, l.class, l.edition FROM area_classes l JOIN areas a ON a.id = l.area_id WHERE a.code = $1 ORDER BY l.scheme, l.edition DESC`,
      [code],
    );
    return [...(tier === null ? [] : [{ scheme: 'tier', class: tier, edition: 'code' }]), ...published];
  }
}

/** All steps from the codes on, in one direction; a circle ends where it closes. */
async function chain(manager: EntityManager, direction: 'successors' | 'predecessors', { codes, at }: { codes: readonly string[]; at: Date }): Promise<Map<string, SuccessorArea[]>> {
  const [near, far] = direction === 'successors' ? ['area_id', 'successor_id'] : ['successor_id', 'area_id'];
  const rows: (SuccessorArea & { root: string })[] = await manager.query(
    `WITH RECURSIVE ${LINKS}, steps AS (
       SELECT a.code AS root, s.area_id, s.successor_id, s.since, s.kind, s.source, 1 AS depth FROM links s JOIN areas a ON a.id = s.${near} WHERE a.code = ANY($1)
       UNION
       SELECT steps.root, s.area_id, s.successor_id, s.since, s.kind, s.source, steps.depth + 1 FROM steps JOIN links s ON s.${near} = steps.${far} WHERE steps.depth < 16)
     SELECT DISTINCT ON (steps.root, steps.area_id, steps.successor_id) steps.root, ${AREA('o')}, before.code AS after, steps.since::text AS since, steps.kind, steps.source
       FROM steps JOIN areas o ON o.id = steps.${far} JOIN areas before ON before.id = steps.area_id
      ORDER BY steps.root, steps.area_id, steps.successor_id, steps.depth`,
    [codes, at],
  );
  const found = new Map<string, SuccessorArea[]>();
  for (const { root, ...step } of rows.sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : (a.since ?? '') > (b.since ?? '') ? 1 : a.code < b.code ? -1 : 1))) {
    if (step.code !== root) found.set(root, [...(found.get(root) ?? []), step]);
  }
  return found;
}
