import { placesPaths } from '#features/places/places.paths.js';
import { releasesPaths } from '#features/releases/releases.paths.js';
import { type ChangeSource } from './change-source.js';
import { publicChangesWords as words } from './public-changes.words.js';

/** Releases whose hour has come; one that was loaded after its hour is new from then. Of the places asked for it names those that it has figures for. */
export const releaseChanges: ChangeSource = async (manager, { from, to, places }, registers) => {
  const rows: { id: number; publisher: string; metrics: { id: number; name: string }[]; places: string[]; at: Date }[] = await manager.query(
    `SELECT r.id, r.publisher, greatest(r.published_at, r.imported_at) AS at,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.name), '[]') FROM release_metrics rm JOIN metrics m ON m.id = rm.metric_id WHERE rm.release_id = r.id) AS metrics,
            (SELECT coalesce(jsonb_agg(a.code), '[]') FROM areas a WHERE a.code = ANY($3)
                AND EXISTS (SELECT FROM release_metrics rm JOIN observations o ON o.metric_id = rm.metric_id AND o.area_id = a.id AND o.release_id = rm.release_id WHERE rm.release_id = r.id)) AS places
       FROM releases r
      WHERE greatest(r.published_at, r.imported_at) > $1 AND greatest(r.published_at, r.imported_at) <= $2`,
    [from, to, places],
  );
  return rows.map(({ id, publisher, metrics, places: held, at }) => {
    const missions = [...registers.missions.values()].filter((mission) => registers.ranAt(mission.id, at) && mission.metrics.some((metric) => metrics.some(({ id: own }) => own === metric))).map((mission) => mission.id);
    return {
      id: `release-${id}`,
      at,
      kind: 'release',
      title: words.releases.title(metrics.map(({ name }) => name)),
      sentence: words.releases.sentence(publisher),
      path: releasesPaths.show(id),
      missions,
      departments: [...new Set(missions.flatMap((mission) => registers.leadAt(mission, at)))],
      places: held,
    };
  });
};

/** What places have replied to their figures, as long as it stands. */
export const placeReplyChanges: ChangeSource = async (manager, { from, to }) => {
  const rows: { id: number; code: string; name: string; organisationId: string; organisation: string; metric: string | null; at: Date }[] = await manager.query(
    `SELECT p.id, a.code, a.name, p.organisation_id AS "organisationId", p.organisation_name AS organisation, m.name AS metric, p.published_at AS at
       FROM place_replies p JOIN areas a ON a.id = p.area_id LEFT JOIN metrics m ON m.id = p.metric_id
      WHERE p.words IS NOT NULL AND p.published_at > $1 AND p.published_at <= $2
        AND NOT EXISTS (SELECT FROM place_replies w WHERE w.area_id = p.area_id AND w.metric_id IS NOT DISTINCT FROM p.metric_id AND w.version > p.version AND w.withdrawn_at IS NOT NULL AND w.withdrawn_at <= $2)`,
    [from, to],
  );
  return rows.map(({ id, code, name, organisationId, organisation, metric, at }) => ({
    id: `place-reply-${id}`,
    at,
    kind: 'place-reply',
    title: words.placeReplyTitle(name),
    sentence: words.placeReply(organisation, metric),
    path: placesPaths.place(code),
    missions: [],
    departments: [organisationId],
    places: [code],
  }));
};
