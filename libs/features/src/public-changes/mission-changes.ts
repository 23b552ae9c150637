import { type PublicChange } from '#domain/public-changes/public-change.js';
import { missionQualityPaths } from '#features/mission-quality/mission-quality.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type ChangeRegisters, type NamedMission } from './change-registers.js';
import { type ChangeSource } from './change-source.js';
import { publicChangesWords as words } from './public-changes.words.js';

interface MissionRow {
  id: string;
  kind: 'target-changed' | 'quality-review' | 'wording-changed';
  missionId: string;
  /** Of a quality review. */
  number: number | null;
  /** Of a changed target. */
  target: { slug: string; title: string; place: string | null; setBy: string; reason: string } | null;
  at: Date;
}

/**
 * What became of missions: targets that ask for something else than before (the first version is the target as it was published), words
 * that are not what they were, quality reviews that are published. One statement.
 */
export const missionChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: MissionRow[] = await manager.query(
    `SELECT * FROM (
       SELECT 'target-version-' || v.id AS id, 'target-changed' AS kind, t.mission_id AS "missionId", v.recorded_at AS at, NULL::integer AS number,
              jsonb_build_object('slug', t.slug, 'title', t.title, 'place', t.areas ->> 'one', 'setBy', v.set_by, 'reason', v.reason) AS target
         FROM target_versions v JOIN targets t ON t.id = v.target_id WHERE v.number > 1
       UNION ALL
       SELECT 'mission-text-' || x.id, 'wording-changed', x.mission_id, x.recorded_at, NULL, NULL
         FROM mission_texts x WHERE EXISTS (SELECT FROM mission_texts y WHERE y.mission_id = x.mission_id AND y.id < x.id AND y.recorded_at < x.recorded_at)
       UNION ALL
       SELECT 'quality-review-' || q.id, 'quality-review', q.mission_id, q.published_at, q.number, NULL
         FROM quality_reviews q WHERE q.status = 'published' AND q.number IS NOT NULL) changed
      WHERE at > $1 AND at <= $2`,
    [from, to],
  );
  return rows.flatMap((row) => {
    const mission = registers.missions.get(row.missionId);
    return mission ? [changeOf(row, mission, registers)] : [];
  });
};

function changeOf({ id, kind, number, target, at }: MissionRow, mission: NamedMission, registers: ChangeRegisters): PublicChange {
  const shared = { id, at, kind, title: registers.missionName(mission.id), ...registers.ofMission(mission.id, at), places: target?.place ? [target.place] : [] };
  if (target) return { ...shared, title: `${shared.title}: ${target.title}`, sentence: words.targets(target.setBy, target.reason), path: missionsPaths.target(mission.framework, mission.slug, target.slug) };
  if (number !== null) return { ...shared, sentence: words.quality(number), path: missionQualityPaths.version(mission.framework, mission.slug, number) };
  return { ...shared, sentence: words.wording, path: registers.missionPath(mission.id) };
}
