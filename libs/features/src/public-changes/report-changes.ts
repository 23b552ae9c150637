import { REPORT_KINDS, type ReportKind } from '#domain/reports/report-status.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { reportsPaths } from '#features/reports/reports.paths.js';
import { type ChangeSource } from './change-source.js';
import { publicChangesWords as words } from './public-changes.words.js';

/** Editions that are out: the first, and corrections. A report in writing or set to a later hour has none. */
export const reportChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: { id: string; number: number; reference: string; kind: ReportKind; framework: string; frameworkId: string; note: string | null; at: Date }[] = await manager.query(
    `SELECT e.id, e.number, r.reference, r.kind, f.title AS framework, f.id AS "frameworkId", e.body::jsonb ->> 'note' AS note, e.published_at AS at
       FROM report_editions e JOIN reports r ON r.id = e.report_id JOIN frameworks f ON f.id = r.framework_id
      WHERE e.published_at > $1 AND e.published_at <= $2`,
    [from, to],
  );
  return rows.map(({ id, number, reference, kind, framework, frameworkId, note, at }) => {
    const missions = [...registers.missions.values()].filter((mission) => mission.frameworkId === frameworkId).map((mission) => mission.id);
    return {
      id: `report-edition-${id}`,
      at,
      kind: number === 1 ? 'report-published' : 'report-corrected',
      title: `${REPORT_KINDS[kind]}: ${framework}`,
      sentence: number === 1 ? words.reports.first : words.reports.corrected(number, note),
      path: reportsPaths.edition(reference, number),
      missions,
      departments: [...new Set(missions.flatMap((mission) => registers.leadAt(mission, at)))],
      places: [],
    };
  });
};

/** Frameworks from the moment that their missions were entered. */
export const frameworkChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: { id: string; slug: string; title: string; at: Date }[] = await manager.query(
    `SELECT f.id, f.slug, f.title, entered.at FROM frameworks f
      CROSS JOIN LATERAL (SELECT coalesce(min(x.recorded_at), f.imported_at) AS at FROM mission_texts x JOIN missions m ON m.id = x.mission_id WHERE m.framework_id = f.id) entered
      WHERE entered.at > $1 AND entered.at <= $2`,
    [from, to],
  );
  return rows.map(({ id, slug, title, at }) => ({
    id: `framework-${id}`,
    at,
    kind: 'framework-published',
    title,
    sentence: words.framework,
    path: frameworksPaths.framework(slug),
    missions: [...registers.missions.values()].filter((mission) => mission.frameworkId === id).map((mission) => mission.id),
    departments: [],
    places: [],
  }));
};
