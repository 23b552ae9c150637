import { type PublicChange } from '#domain/public-changes/public-change.js';
import { interimReviewsPaths } from '#features/interim-reviews/interim-reviews.paths.js';
import { missionQualityPaths } from '#features/mission-quality/mission-quality.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type ChangeRegisters, type NamedMission } from './change-registers.js';
import { type ChangeSource } from './change-source.js';
import { publicChangesWords as words } from './public-changes.words.js';

interface MissionRow {
  id: string;
  kind: 'target-changed' | 'quality-review' | 'wording-changed' | 'interim-review-opened' | 'interim-review-closed';
  missionId: string;
  /** Of a quality review. */
  number: number | null;
  /** Of a changed target. */
  target: { slug: string; title: string; place: string | null; setBy: string; reason: string } | null;
  /** Of an interim review. */
  review: { reference: string; text: string } | null;
  at: Date;
}

/**
 * What became of missions: targets that ask for something else than before (the first version is the target as it was published), words
 * that are not what they were, quality reviews that are published, interim reviews when they open and when the council decides. One statement.
 */
export const missionChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: MissionRow[] = await manager.query(
    `SELECT * FROM (
       SELECT 'target-version-' || v.id AS id, 'target-changed' AS kind, t.mission_id AS "missionId", v.recorded_at AS at, NULL::integer AS number,
              jsonb_build_object('slug', t.slug, 'title', t.title, 'place', t.areas ->> 'one', 'setBy', v.set_by, 'reason', v.reason) AS target, NULL::jsonb AS review
         FROM target_versions v JOIN targets t ON t.id = v.target_id WHERE v.number > 1
       UNION ALL
       SELECT 'mission-text-' || x.id, 'wording-changed', x.mission_id, x.recorded_at, NULL, NULL, NULL
         FROM mission_texts x WHERE EXISTS (SELECT FROM mission_texts y WHERE y.mission_id = x.mission_id AND y.id < x.id AND y.recorded_at < x.recorded_at)
       UNION ALL
       SELECT 'quality-review-' || q.id, 'quality-review', q.mission_id, q.published_at, q.number, NULL, NULL
         FROM quality_reviews q WHERE q.status = 'published' AND q.number IS NOT NULL
       UNION ALL
       SELECT 'interim-review-event-' || e.id, CASE e.action WHEN 'open' THEN 'interim-review-opened' ELSE 'interim-review-closed' END, r.mission_id, e.at, NULL, NULL,
              jsonb_build_object('reference', r.reference, 'text', e.text)
         FROM interim_review_events e JOIN interim_reviews r ON r.id = e.review_id WHERE e.action IN ('open', 'decide')) changed
      WHERE at > $1 AND at <= $2`,
    [from, to],
  );
  return rows.flatMap((row) => {
    const mission = registers.missions.get(row.missionId);
    return mission ? [changeOf(row, mission, registers)] : [];
  });
};

function changeOf({ id, kind, number, target, review, at }: MissionRow, mission: NamedMission, registers: ChangeRegisters): PublicChange {
  const shared = { id, at, kind, title: registers.missionName(mission.id), ...registers.ofMission(mission.id, at), places: target?.place ? [target.place] : [] };
  if (target) return { ...shared, title: `${shared.title}: ${target.title}`, sentence: words.targets(target.setBy, target.reason), path: missionsPaths.target(mission.framework, mission.slug, target.slug) };
  if (review) return { ...shared, title: words.interimReviews(shared.title), sentence: review.text, path: interimReviewsPaths.show(review.reference) };
  if (number !== null) return { ...shared, title: words.qualityTitle(shared.title), sentence: words.quality(number), path: missionQualityPaths.version(mission.framework, mission.slug, number) };
  return { ...shared, title: words.wordingTitle(shared.title), sentence: words.wording, path: registers.missionPath(mission.id) };
}
