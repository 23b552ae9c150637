import { type EntityManager } from 'typeorm';
import { type PlausibilityKind } from '#domain/releases/plausibility-kind.js';
import { ImportWarning } from './import-warning.entity.js';

/** A figure that wants a look, before it is kept. */
export interface FoundWarning {
  kind: PlausibilityKind;
  metricId: number;
  areaId: number;
  start: string;
  months: number;
  sentence: string;
  numbers: Record<string, number | null>;
  /** From 1: how far beyond what is plausible. */
  severity: number;
}

export interface WarningsFound {
  /** The worst first, as many as can be listed. */
  worst: FoundWarning[];
  /** All of them. */
  found: number;
}

/** Rows of one statement: PostgreSQL takes 65,535 values in one. */
const AT_ONCE = 200;

/**
 * Puts a release's warnings in the place of those that nobody has acknowledged. What somebody has acknowledged in these words,
 * here or with another release, is not asked again.
 */
export async function keepWarnings(
  manager: EntityManager,
  releaseId: number,
  { metricIds, listed }: { metricIds: readonly number[]; listed: readonly FoundWarning[] },
): Promise<void> {
  await manager.query(
    `DELETE FROM import_warnings WHERE release_id = $1 AND metric_id = ANY($2) AND kind <> 'row' AND acknowledged_at IS NULL`,
    [releaseId, metricIds],
  );
  const known: { sentence: string }[] = await manager.query(
    `SELECT DISTINCT metric_id || ' ' || sentence AS sentence FROM import_warnings WHERE metric_id = ANY($1) AND acknowledged_at IS NOT NULL`,
    [metricIds],
  );
  const acknowledged = new Set(known.map(({ sentence }) => sentence));
  const rows = listed.flatMap(({ start, months, severity: _severity, ...warning }, position) =>
    acknowledged.has(`${warning.metricId} ${warning.sentence}`)
      ? []
      : [{ ...warning, releaseId, periodStart: start, periodMonths: months, position }],
  );
  for (let from = 0; from < rows.length; from += AT_ONCE) await manager.getRepository(ImportWarning).insert(rows.slice(from, from + AT_ONCE));
}
