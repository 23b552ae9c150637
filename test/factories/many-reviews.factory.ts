import { type EntityManager } from 'typeorm';
import { type ReviewCouncil } from './review-council.factory.js';

/**
 * So many reviews in the queue with their checks done, each of a delivered return of its own: copies of one that came by the
 * department's own moves, by SQL, so that hundreds are there in a moment.
 * @returns their ids.
 */
export async function saveManyReviews(council: ReviewCouncil, count: number): Promise<string[]> {
  const { submissionId } = await council.queued();
  return council.waymark.dataSource.transaction(async (manager) => {
    await manager.query(
      `CREATE TEMP TABLE many_copies ON COMMIT DROP AS
       SELECT position, gen_random_uuid() AS submission, gen_random_uuid() AS review FROM generate_series(1, ${Math.trunc(count)}) AS position`,
    );
    const years = (column: string): string => `(o.${column} + n.position * interval '1 year')::date`;
    await copy(manager, 'submissions', `o.id = '${submissionId}'`, {
      id: 'n.submission', reference: `'MANY-' || n.position`, covers_from: years('covers_from'), covers_to: years('covers_to'),
    });
    await copy(manager, 'submission_versions', `o.submission_id = '${submissionId}'`, { id: 'gen_random_uuid()', submission_id: 'n.submission' });
    await copy(manager, 'reviews', `o.submission_id = '${submissionId}'`, { id: 'n.review', submission_id: 'n.submission' });
    const rows: { review: string }[] = await manager.query('SELECT review FROM many_copies ORDER BY position');
    return rows.map(({ review }) => review);
  });
}

/** Every column of the one row as it is, but for the fresh ones. */
async function copy(manager: EntityManager, table: string, where: string, fresh: Record<string, string>): Promise<void> {
  const rows: { name: string }[] = await manager.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'waymark' AND table_name = $1 AND is_identity = 'NO'`,
    [table],
  );
  const kept = rows.map(({ name }) => name).filter((name) => !(name in fresh));
  await manager.query(
    `INSERT INTO ${table} (${[...Object.keys(fresh), ...kept].join(', ')})
     SELECT ${[...Object.values(fresh), ...kept.map((name) => `o.${name}`)].join(', ')} FROM many_copies n, ${table} o WHERE ${where}`,
  );
}
