import { type EntityManager } from 'typeorm';
import { councilWords } from './council.words.js';

interface BarRow {
  what: string | null;
  office: string | null;
}

/**
 * Why a member is recused by itself from what concerns a mission on a day: an interest that they declared in it or in its lead department,
 * or that they work for that department or come from it. Undefined where nothing bars them.
 */
export async function recusalOf(manager: EntityManager, personId: string, { missionId, day }: { missionId: string | null; day: string }): Promise<string | undefined> {
  if (missionId === null) return undefined;
  const rows: BarRow[] = await manager.query(
    `SELECT i.what, NULL AS office FROM reviewer_interests i
      WHERE i.person_id = $1 AND i.from_date <= $3 AND (i.to_date IS NULL OR i.to_date >= $3)
        AND (i.mission_id = $2 OR i.organisation_id IN (
               SELECT l.organisation_id FROM mission_leads l WHERE l.mission_id = $2 AND l.from_date <= $3 AND (l.to_date IS NULL OR l.to_date > $3)))
     UNION ALL
     SELECT NULL, o.name FROM users u
       JOIN mission_leads l ON l.organisation_id IN (u.organisation_id, u.home_organisation_id) AND l.mission_id = $2 AND l.from_date <= $3 AND (l.to_date IS NULL OR l.to_date > $3)
       JOIN organisations o ON o.id = l.organisation_id
      WHERE u.id = $1`,
    [personId, missionId, day],
  );
  const [first] = rows;
  if (!first) return undefined;
  return first.what === null ? councilWords.decision.comesFrom(first.office ?? '') : councilWords.decision.byItself(first.what);
}
