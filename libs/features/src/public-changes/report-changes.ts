import { CHANGE_KINDS } from '#domain/public-changes/public-change.js';
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

const FRAMEWORK_KINDS = { published: 'framework-published', announce: 'framework-closing-announced', 'take-back': 'framework-closing-taken-back', 'take-effect': 'framework-closed' } as const;

/** Frameworks from the moment that their missions were entered to their closing, which is public from its announcement on; where both are of one day the closing alone is told. One statement. */
export const frameworkChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: { id: string; action: keyof typeof FRAMEWORK_KINDS; frameworkId: string; slug: string; title: string; at: Date }[] = await manager.query(
    `SELECT happened.id, happened.action, f.id AS "frameworkId", f.slug, f.title, happened.at
       FROM frameworks f
      CROSS JOIN LATERAL (
        SELECT 'framework-' || f.id AS id, 'published' AS action, coalesce(min(x.recorded_at), f.imported_at) AS at FROM mission_texts x JOIN missions m ON m.id = x.mission_id WHERE m.framework_id = f.id
        UNION ALL
        SELECT 'framework-closing-event-' || e.id, e.action, e.at FROM framework_closing_events e JOIN framework_closings c ON c.id = e.closing_id WHERE c.framework_id = f.id
           AND (e.action <> 'announce' OR c.closed_at IS NULL OR (e.at AT TIME ZONE 'Europe/London')::date <> (c.closed_at AT TIME ZONE 'Europe/London')::date)) happened
      WHERE happened.at > $1 AND happened.at <= $2`,
    [from, to],
  );
  return rows.map(({ id, action, frameworkId, slug, title, at }) => {
    const kind = FRAMEWORK_KINDS[action];
    const missions = [...registers.missions.values()].filter((mission) => mission.frameworkId === frameworkId).map((mission) => mission.id);
    return {
      id,
      at,
      kind,
      title: words.frameworkTitle(CHANGE_KINDS[kind], title),
      sentence: words.framework[kind],
      path: action === 'published' ? frameworksPaths.framework(slug) : frameworksPaths.closing(slug),
      missions,
      departments: action === 'published' ? [] : [...new Set(missions.flatMap((mission) => registers.leadAt(mission, at)))],
      places: [],
    };
  });
};
