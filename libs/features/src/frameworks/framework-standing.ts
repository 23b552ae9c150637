import { type EntityManager, type FindOperator, Raw } from 'typeorm';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { londonDate } from '#platform/clock/clock.js';
import { frameworksWords as words } from './frameworks.words.js';
import { frameworksPaths } from './frameworks.paths.js';

/** For a `where` on a framework's id: frameworks that are not closed. */
export function ofOpenFramework(): FindOperator<string> {
  return Raw((column) => `NOT framework_is_closed(${column})`);
}

/** For a `where` on a mission's id: missions of frameworks that are not closed, and rows without a mission. */
export function ofOpenMission(): FindOperator<string> {
  return Raw((column) => `NOT mission_is_closed(${column})`);
}

export async function isOfClosedFramework(manager: EntityManager, { frameworkId }: { frameworkId: string }): Promise<boolean> {
  const [row]: { closed: boolean }[] = await manager.query('SELECT framework_is_closed($1) AS closed', [frameworkId]);
  return row?.closed ?? false;
}

/** @throws ApplicationError 409 that names the closing and its day, where the framework of the mission or the framework itself is closed */
export async function requireOpenFramework(manager: EntityManager, of: { frameworkId: string } | { missionId: string | null }): Promise<void> {
  const [closed]: { slug: string; title: string; closed_at: Date }[] = await manager.query(
    `SELECT f.slug, f.title, f.closed_at FROM frameworks f
      WHERE f.closed_at IS NOT NULL AND f.id = coalesce($1::uuid, (SELECT m.framework_id FROM missions m WHERE m.id = $2::uuid))`,
    'frameworkId' in of ? [of.frameworkId, null] : [null, of.missionId],
  );
  if (closed) throw ApplicationError.conflict(words.closed.refusal(closed.title, longDate(londonDate(closed.closed_at)), frameworksPaths.closing(closed.slug)), 'framework-closed');
}
