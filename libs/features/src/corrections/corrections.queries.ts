import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type ReportKind } from '#domain/reports/report-status.js';

export type CorrectionKind = 'report' | 'verdict' | 'alert' | 'release' | 'target' | 'wording' | 'quality' | 'reply';

/** One correction; which of `facts` there are, its kind says. */
export interface CorrectionRow {
  kind: CorrectionKind;
  /** From when on what is right stands. */
  at: Date;
  facts: Record<string, unknown>;
}

/** What each kind brings, by the queries below. */
export interface CorrectionFacts {
  report: { reference: string; kind: ReportKind; framework: string; edition: number; note: string | null };
  verdict: { framework: string; mission: string; target: string; title: string; before: Verdict; after: Verdict; sentence: string };
  alert: { reference: string; text: string };
  release: { id: number; publisher: string; metrics: { name: string; moved: number; withdrawn: number }[] };
  target: { framework: string; mission: string; target: string; title: string; version: number; setBy: string; reason: string };
  wording: { framework: string; mission: string; name: string; before: string; after: string };
  quality: { framework: string; mission: string; name: string; version: number };
  reply: { code: string; name: string; withdrawn: boolean };
}

/** Every kind as one list of (kind, at, facts). $1 is the instant: nothing that is out later, nothing of a release before its hour. */
const KINDS: Record<CorrectionKind, string> = {
  report: `SELECT e.published_at, jsonb_build_object('reference', r.reference, 'kind', r.kind, 'framework', f.title, 'edition', e.number, 'note', e.body::jsonb -> 'note')
             FROM report_editions e JOIN reports r ON r.id = e.report_id JOIN frameworks f ON f.id = r.framework_id WHERE e.number > 1 AND e.published_at <= $1`,
  verdict: `SELECT j.given_at, jsonb_build_object('framework', f.slug, 'mission', m.slug, 'target', t.slug, 'title', t.title, 'before', b.verdict, 'after', j.verdict, 'sentence', j.sentence)
              FROM judgements j
              JOIN targets t ON t.id = j.target_id JOIN missions m ON m.id = t.mission_id JOIN frameworks f ON f.id = m.framework_id
             CROSS JOIN LATERAL (SELECT p.verdict FROM judgements p WHERE p.target_id = j.target_id AND p.kind = 'computed' AND p.sequence < j.sequence ORDER BY p.sequence DESC LIMIT 1) b
             WHERE j.kind = 'computed' AND j.cause = 'revision' AND j.verdict <> b.verdict AND j.given_at <= $1
               AND NOT EXISTS (SELECT FROM releases r WHERE r.id = ANY (j.release_ids) AND r.published_at > $1)`,
  alert: `SELECT e.at, jsonb_build_object('reference', a.reference, 'text', e.text)
            FROM alert_events e JOIN alerts a ON a.id = e.alert_id WHERE e.action = 'clear' AND e.text LIKE 'Cleared by revision%' AND e.at <= $1`,
  release: `SELECT coalesce(r.published_at, r.imported_at), jsonb_build_object('id', r.id, 'publisher', r.publisher,
                     'metrics', jsonb_agg(jsonb_build_object('name', m.name, 'moved', rm.moved, 'withdrawn', rm.withdrawn) ORDER BY m.name))
              FROM releases r JOIN release_metrics rm ON rm.release_id = r.id JOIN metrics m ON m.id = rm.metric_id
             WHERE rm.compared_with IS NOT NULL AND rm.moved + rm.withdrawn > 0 AND coalesce(r.published_at, r.imported_at) <= $1
             GROUP BY r.id`,
  target: `SELECT v.recorded_at, jsonb_build_object('framework', f.slug, 'mission', m.slug, 'target', t.slug, 'title', t.title, 'version', v.number, 'setBy', v.set_by, 'reason', v.reason)
             FROM target_versions v JOIN targets t ON t.id = v.target_id JOIN missions m ON m.id = t.mission_id JOIN frameworks f ON f.id = m.framework_id
            WHERE v.number > 1 AND v.recorded_at <= $1`,
  wording: `SELECT w.recorded_at, jsonb_build_object('framework', f.slug, 'mission', m.slug, 'name', w.focus_area, 'before', w.before, 'after', w.statement)
              FROM (SELECT x.*, lag(x.statement) OVER (PARTITION BY x.mission_id ORDER BY x.id) AS before FROM mission_texts x) w
              JOIN missions m ON m.id = w.mission_id JOIN frameworks f ON f.id = m.framework_id
             WHERE w.before <> w.statement AND w.recorded_at <= $1`,
  quality: `SELECT q.published_at, jsonb_build_object('framework', f.slug, 'mission', m.slug, 'name', m.focus_area, 'version', q.number)
              FROM quality_reviews q JOIN missions m ON m.id = q.mission_id JOIN frameworks f ON f.id = m.framework_id
             WHERE q.number > 1 AND q.published_at <= $1`,
  reply: `SELECT coalesce(p.withdrawn_at, p.published_at), jsonb_build_object('code', a.code, 'name', a.name, 'withdrawn', p.withdrawn_at IS NOT NULL)
            FROM place_replies p JOIN areas a ON a.id = p.area_id
           WHERE (p.version > 1 OR p.withdrawn_at IS NOT NULL) AND coalesce(p.withdrawn_at, p.published_at) <= $1`,
};

/** What was published and put right later; all of it is public. */
@Injectable()
export class CorrectionsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. One statement. */
  async all(now: Date): Promise<CorrectionRow[]> {
    const lists = Object.entries(KINDS).map(([kind, sql]) => `SELECT '${kind}' AS kind, one.at, one.facts FROM (${sql}) AS one (at, facts)`);
    return this.dataSource.query(`SELECT kind, at, facts FROM (${lists.join('\nUNION ALL\n')}) AS every ORDER BY at DESC, kind, facts::text`, [now]);
  }
}
