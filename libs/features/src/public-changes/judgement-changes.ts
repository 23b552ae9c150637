import { CAUSES_OF_CHANGE } from '#domain/judgements/cause-of-change.js';
import { DELIVERY_RATINGS, type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict, VERDICTS } from '#domain/judgements/verdict.js';
import { type PublicChange } from '#domain/public-changes/public-change.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type ChangeRegisters } from './change-registers.js';
import { type ChangeSource } from './change-source.js';
import { publicFrom } from './held-returns.js';
import { publicChangesWords } from './public-changes.words.js';

interface JudgementRow {
  id: string;
  kind: 'computed' | 'department' | 'council';
  missionId: string;
  target: { slug: string; title: string } | null;
  place: string | null;
  verdict: Verdict | null;
  before: Verdict | null;
  rating: DeliveryRating | null;
  sentence: string;
  cause: string;
  organisationId: string | null;
  at: Date;
}

const words = publicChangesWords.judgements;

/** Verdicts that are not what they were, and what departments and the council have said of a mission. A judgement is made from published figures alone. */
export const judgementChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: JudgementRow[] = await manager.query(
    `SELECT * FROM (
       SELECT j.id, j.kind, j.mission_id AS "missionId", j.verdict, j.rating, j.sentence, j.cause, s.organisation_id AS "organisationId",
              CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('slug', t.slug, 'title', t.title) END AS target, t.areas ->> 'one' AS place,
              CASE WHEN j.kind = 'computed' THEN (SELECT b.verdict FROM judgements b WHERE b.target_id = j.target_id AND b.kind = 'computed' AND b.sequence < j.sequence ORDER BY b.sequence DESC LIMIT 1) END AS before,
              CASE WHEN s.id IS NULL THEN j.given_at ELSE ${publicFrom('s', 'j.given_at')} END AS at
         FROM judgements j
         LEFT JOIN targets t ON t.id = j.target_id
         LEFT JOIN submission_versions v ON v.id = j.submission_version_id
         LEFT JOIN submissions s ON s.id = v.submission_id
        WHERE j.given_at <= $2 AND (j.given_at > $1 OR s.id IS NOT NULL)) judged
      WHERE at > $1 AND at <= $2 AND before IS DISTINCT FROM coalesce(verdict, '-')`,
    [from, to],
  );
  return rows.map((row) => changeOf(row, registers));
};

function changeOf(row: JudgementRow, registers: ChangeRegisters): PublicChange {
  const { id, kind, missionId, target, place, at, organisationId } = row;
  const mission = registers.missionName(missionId);
  const known = registers.missions.get(missionId);
  const shared = { id: `judgement-${id}`, at, ...registers.ofMission(missionId, at, organisationId), places: place === null ? [] : [place], path: registers.missionPath(missionId) };
  const verdict = row.verdict === null ? '' : VERDICTS[row.verdict];
  if (kind === 'council') return { ...shared, kind: 'council-judgement', title: words.council(mission, verdict), sentence: row.sentence };
  if (kind === 'department') {
    const rating = row.rating === null ? '' : DELIVERY_RATINGS[row.rating].words.toLowerCase();
    return { ...shared, kind: 'department-judgement', title: words.department(mission, rating), sentence: words.rated(registers.bodyName(organisationId), rating) };
  }
  const path = known && target ? missionsPaths.target(known.framework, known.slug, target.slug) : shared.path;
  const title = words.verdict(mission, target?.title ?? '', verdict);
  const cause = Object.hasOwn(CAUSES_OF_CHANGE, row.cause) ? CAUSES_OF_CHANGE[row.cause as keyof typeof CAUSES_OF_CHANGE] : row.cause;
  return { ...shared, kind: 'verdict', path, title, sentence: `${row.before === null ? words.first(verdict) : words.changed(VERDICTS[row.before], verdict, cause)} ${row.sentence}` };
}
