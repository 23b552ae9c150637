import { type EntityManager } from 'typeorm';

/** The versions of a submission that name each of its files, by the file's id. */
export async function deliveriesOfFiles(manager: EntityManager, submissionId: string): Promise<Map<string, number[]>> {
  const rows: { id: string; number: number }[] = await manager.query(
    `SELECT file->>'id' AS id, v.number FROM submission_versions v CROSS JOIN LATERAL jsonb_array_elements(v.content->'attachments') AS file
      WHERE v.submission_id = $1 AND jsonb_typeof(v.content->'attachments') = 'array' ORDER BY v.number`,
    [submissionId],
  );
  const deliveries = new Map<string, number[]>();
  for (const { id, number } of rows) deliveries.set(id, [...(deliveries.get(id) ?? []), number]);
  return deliveries;
}
