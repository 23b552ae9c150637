import { type EntityManager } from 'typeorm';
import { Area } from '../area.entity.js';
import { type Difference } from './geography-difference.js';
import { type ClassRow, type KnownGeography, type NeighbourRow, type ParentRow, type SettledArea, type SuccessionRow } from './known-geography.js';

/** What an import changes, table by table. */
export interface GeographyChange {
  areas: Difference<SettledArea>;
  parents: Difference<ParentRow>;
  successions: Difference<SuccessionRow>;
  classes: Difference<ClassRow>;
  neighbours: Difference<NeighbourRow>;
}

/** Where the published lists of neighbours come from. */
const NEIGHBOURS_SOURCE = 'Office for National Statistics, Clustering similar local authorities in the UK';
const LICENCE = 'Open Government Licence v3.0';

export async function readKnown(manager: EntityManager): Promise<KnownGeography> {
  const areas = await manager.getRepository(Area).find();
  return {
    areas: new Map(areas.map(({ id: _, ...area }) => [area.code, area])),
    parents: await manager.query(
      `SELECT a.code AS area, p.code AS parent, l.hierarchy, l.valid_from::text AS "validFrom", l.valid_to::text AS "validTo", l.best_fit AS "bestFit", l.source
         FROM area_parents l JOIN areas a ON a.id = l.area_id JOIN areas p ON p.id = l.parent_id ORDER BY a.code, l.hierarchy, p.code`,
    ),
    successions: await manager.query(
      `SELECT a.code AS area, s.code AS successor, l.since::text AS since, l.kind, l.source
         FROM area_successions l JOIN areas a ON a.id = l.area_id JOIN areas s ON s.id = l.successor_id ORDER BY a.code, s.code`,
    ),
    classes: await manager.query(`SELECT a.code AS area, l.scheme, l.edition, l.class FROM area_classes l JOIN areas a ON a.id = l.area_id`),
    neighbours: await manager.query(
      `SELECT s.model, s.edition, a.code AS area, l.rank::integer AS rank, n.code AS neighbour
         FROM area_neighbours l JOIN neighbour_sets s ON s.id = l.set_id JOIN areas a ON a.id = l.area_id JOIN areas n ON n.id = l.neighbour_id`,
    ),
  };
}

/** Writes every difference, areas first for all else refers to them. */
export async function writeChange(manager: EntityManager, change: GeographyChange): Promise<void> {
  await inBatches([...change.areas.added, ...change.areas.updated], async (rows) => {
    await manager.getRepository(Area).upsert(rows, { conflictPaths: ['code'] });
  });
  await replaceRows(manager, change.parents, {
    remove: `DELETE FROM area_parents l USING ${GIVEN} (area text, parent text, hierarchy text), areas a, areas p
              WHERE a.code = given.area AND p.code = given.parent AND l.area_id = a.id AND l.parent_id = p.id AND l.hierarchy = given.hierarchy`,
    put: `INSERT INTO area_parents (area_id, parent_id, hierarchy, valid_from, valid_to, best_fit, source)
          SELECT a.id, p.id, given.hierarchy, given."validFrom", given."validTo", given."bestFit", given.source
            FROM ${GIVEN} (area text, parent text, hierarchy text, "validFrom" date, "validTo" date, "bestFit" boolean, source text)
            JOIN areas a ON a.code = given.area JOIN areas p ON p.code = given.parent`,
  });
  await replaceRows(manager, change.successions, {
    remove: `DELETE FROM area_successions l USING ${GIVEN} (area text, successor text), areas a, areas s
              WHERE a.code = given.area AND s.code = given.successor AND l.area_id = a.id AND l.successor_id = s.id`,
    put: `INSERT INTO area_successions (area_id, successor_id, since, kind, source)
          SELECT a.id, s.id, given.since, given.kind, given.source
            FROM ${GIVEN} (area text, successor text, since date, kind text, source text)
            JOIN areas a ON a.code = given.area JOIN areas s ON s.code = given.successor`,
  });
  await replaceRows(manager, change.classes, {
    remove: `DELETE FROM area_classes l USING ${GIVEN} (area text, scheme text, edition text), areas a
              WHERE a.code = given.area AND l.area_id = a.id AND l.scheme = given.scheme AND l.edition = given.edition`,
    put: `INSERT INTO area_classes (area_id, scheme, edition, class)
          SELECT a.id, given.scheme, given.edition, given.class FROM ${GIVEN} (area text, scheme text, edition text, class text) JOIN areas a ON a.code = given.area`,
  });
  const sets = new Map([...change.neighbours.added, ...change.neighbours.updated].map(({ model, edition }) => [`${model} ${edition}`, { model, edition }]));
  for (const { model, edition } of sets.values()) {
    await manager.query(`INSERT INTO neighbour_sets (model, edition, source, licence) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`, [model, edition, NEIGHBOURS_SOURCE, LICENCE]);
  }
  await replaceRows(manager, change.neighbours, {
    remove: `DELETE FROM area_neighbours l USING ${GIVEN} (model text, edition text, area text, rank smallint), neighbour_sets s, areas a
              WHERE s.model = given.model AND s.edition = given.edition AND a.code = given.area AND l.set_id = s.id AND l.area_id = a.id AND l.rank = given.rank`,
    put: `INSERT INTO area_neighbours (set_id, area_id, rank, neighbour_id)
          SELECT s.id, a.id, given.rank, n.id
            FROM ${GIVEN} (model text, edition text, area text, rank smallint, neighbour text)
            JOIN neighbour_sets s ON s.model = given.model AND s.edition = given.edition
            JOIN areas a ON a.code = given.area JOIN areas n ON n.code = given.neighbour`,
  });
}

const GIVEN = 'jsonb_to_recordset($1::jsonb) AS given';
const ROWS_A_STATEMENT = 1000;

/** A row that changed is taken out and put in again: the statements stay two for every table. */
async function replaceRows<Row>(manager: EntityManager, { added, updated, removed }: Difference<Row>, sql: { remove: string; put: string }): Promise<void> {
  await inBatches([...updated, ...removed], async (rows) => void (await manager.query(sql.remove, [JSON.stringify(rows)])));
  await inBatches([...added, ...updated], async (rows) => void (await manager.query(sql.put, [JSON.stringify(rows)])));
}

async function inBatches<Row>(rows: Row[], write: (rows: Row[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) await write(rows.slice(from, from + ROWS_A_STATEMENT));
}
