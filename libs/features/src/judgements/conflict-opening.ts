import { type EntityManager } from 'typeorm';
import { opensAlert } from '#domain/alerts/alert-opening.js';
import { type DeliveryRating, isConflict } from '#domain/judgements/delivery-rating.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type Judgement } from './judgement.entity.js';
import { computedMission, wordsOf } from './mission-standing.js';

/** A mission whose targets were judged otherwise than before; the maps hold the standing judgement of each target by its id. */
export interface MissionChange {
  mission: Mission;
  rows: readonly Judgement[];
  before: ReadonlyMap<string, Judgement>;
  after: ReadonlyMap<string, Judgement>;
}

/**
 * Which changes set the figures against the department's standing rating, where they were not before.
 * @returns for each the id of a judgement that made the change
 */
export async function conflictsOpened(manager: EntityManager, changes: readonly MissionChange[]): Promise<string[]> {
  if (changes.length === 0) return [];
  const ratings = await standingRatings(manager, changes.map(({ mission }) => mission.id));
  return changes.flatMap((change) => {
    const rating = ratings.get(change.mission.id);
    const opener = change.rows.find(({ cause }) => opensAlert(cause));
    if (!rating || !opener || conflicts(change.mission, change.before, rating)) return [];
    return conflicts(change.mission, change.after, rating) ? [opener.id] : [];
  });
}

function conflicts(mission: Mission, rows: ReadonlyMap<string, Judgement>, rating: DeliveryRating): boolean {
  if (!mission.targets.some(({ id }) => rows.has(id))) return false;
  return isConflict(computedMission(mission, wordsOf(rows)).verdict, rating);
}

async function standingRatings(manager: EntityManager, missionIds: string[]): Promise<Map<string, DeliveryRating>> {
  const rows: { mission_id: string; rating: DeliveryRating }[] = await manager.query(
    `SELECT DISTINCT ON (mission_id) mission_id, rating FROM judgements
      WHERE kind = 'department' AND mission_id = ANY($1) ORDER BY mission_id, sequence DESC`,
    [missionIds],
  );
  return new Map(rows.map((row) => [row.mission_id, row.rating]));
}
