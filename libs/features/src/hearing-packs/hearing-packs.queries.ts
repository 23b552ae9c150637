import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Mission } from '#features/missions/mission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type AlertFact, type DecisionFact, type GivenFact, type HearingFacts, type LetterFact, type OverdueFact, type PackDay, type PublicFact, type ResetFact, type TextFact, type VerdictFact, type WaitingFact } from './hearing-facts.js';
import { hearingPacksWords } from './hearing-packs.words.js';

/** What was public of a mission on a day: rows that are never changed, up to the last instant of that day. */
@Injectable()
export class HearingPacksQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws ApplicationError 404 for an unknown mission, and for a day before its framework was published */
  async facts(framework: string, slug: string, day: PackDay): Promise<HearingFacts> {
    const mission = await this.dataSource.getRepository(Mission).findOne({ where: { slug, framework: { slug: framework } }, relations: { framework: true } });
    if (!mission) throw ApplicationError.notFound(hearingPacksWords.aMission);
    const text = await this.text(mission.id, day);
    if (!text || day.on < mission.framework.publishedOn) throw ApplicationError.notFound(hearingPacksWords.notYet);
    const { id, number, frameworkId } = mission;
    const { slug: frameworkSlug, title } = mission.framework;
    return {
      mission: { id, slug, number, framework: { slug: frameworkSlug, title } },
      text,
      lead: await this.lead(id, day),
      verdicts: await this.verdicts(id, day),
      given: await this.given(id, day),
      returns: await this.returns(id, day),
      plans: await this.published({ kind: 'delivery-plan', column: 'framework_id', id: frameworkId }, day),
      alerts: await this.alerts(id, day),
      letters: await this.letters(id, day),
      resets: await this.resets(id, day),
      decisions: await this.decisions(id, day),
    };
  }

  /** The words of the day; for a day before the framework was imported the first that Waymark had, which is the framework as published. */
  private async text(missionId: string, { until }: PackDay): Promise<TextFact | undefined> {
    const rows: TextFact[] = await this.dataSource.query(
      `SELECT focus_area AS "focusArea", statement, targets FROM mission_texts WHERE mission_id = $1
        ORDER BY recorded_at <= $2 DESC, CASE WHEN recorded_at <= $2 THEN -id ELSE id END LIMIT 1`,
      [missionId, until],
    );
    return rows[0];
  }

  private async lead(missionId: string, { on }: PackDay): Promise<string | null> {
    const rows: { name: string }[] = await this.dataSource.query(
      `SELECT o.name FROM mission_leads l JOIN organisations o ON o.id = l.organisation_id
        WHERE l.mission_id = $1 AND l.from_date <= $2 AND (l.to_date IS NULL OR l.to_date > $2)`,
      [missionId, on],
    );
    return rows[0]?.name ?? null;
  }

  /** By targets that may have gone since; never from a release whose hour had not come. */
  private async verdicts(missionId: string, { on, until }: PackDay): Promise<VerdictFact[]> {
    return this.dataSource.query(
      `SELECT DISTINCT ON (j.target_id) t.slug, j.verdict, j.sentence, to_char(j.as_of, 'YYYY-MM-DD') AS "asOf"
         FROM judgements j JOIN targets t ON t.id = j.target_id
        WHERE j.mission_id = $1 AND j.kind = 'computed' AND j.given_at <= $3 AND j.as_of <= $2
          AND NOT EXISTS (SELECT FROM releases r WHERE r.id = ANY (j.release_ids) AND r.published_at > $3)
        ORDER BY j.target_id, j.sequence DESC`,
      [missionId, on, until],
    );
  }

  private async given(missionId: string, { until }: PackDay): Promise<GivenFact[]> {
    return this.dataSource.query(
      `SELECT DISTINCT ON (j.kind) j.kind, j.verdict, j.rating, j.sentence, u.name AS "givenBy", o.name AS organisation, s.reference, j.given_at AS "givenAt",
              d.reference AS decision, d.title AS "decisionTitle"
         FROM judgements j
         LEFT JOIN users u ON u.id = j.given_by AND j.kind = 'council'
         LEFT JOIN council_decisions d ON d.id = j.council_decision_id
         LEFT JOIN submission_versions v ON v.id = j.submission_version_id
         LEFT JOIN submissions s ON s.id = v.submission_id
         LEFT JOIN organisations o ON o.id = s.organisation_id
        WHERE j.mission_id = $1 AND j.target_id IS NULL AND j.kind IN ('department', 'council') AND j.given_at <= $2
        ORDER BY j.kind, j.sequence DESC`,
      [missionId, until],
    );
  }

  /** Evidence returns, the newest period first. */
  async returns(missionId: string, day: PackDay): Promise<PublicFact[]> {
    return this.published({ kind: 'evidence-return', column: 'mission_id', id: missionId }, day);
  }

  /** The version of each that was public last; what came to its end within a pre-election period is held while the period lasts. */
  private async published(which: { kind: string; column: 'mission_id' | 'framework_id'; id: string }, { on, until }: PackDay): Promise<PublicFact[]> {
    return this.dataSource.query(
      `SELECT * FROM (
         SELECT DISTINCT ON (s.id) s.reference, o.name AS department, s.covers_label AS "coversLabel", s.covers_to, v.content, v.submitted_at AS "submittedAt",
                e.at AS "publishedAt", e.action, r.decision, coalesce(r.decision_reasons, '[]') AS reasons,
                (SELECT coalesce(jsonb_agg(jsonb_build_object('section', q.section, 'text', q.text, 'answer', CASE WHEN q.answered_at <= $4 THEN q.answer END) ORDER BY q.asked_at, q.id), '[]')
                   FROM review_questions q WHERE q.submission_id = s.id AND q.asked_at <= $4 AND (q.withdrawn_at IS NULL OR q.withdrawn_at > $4)) AS questions
           FROM submissions s
           JOIN submission_events e ON e.submission_id = s.id AND e.action IN ('accept', 'publish-unresolved', 'close-unresolved') AND e.at <= $4
           JOIN submission_versions v ON v.submission_id = s.id AND v.number = e.version_number
           JOIN organisations o ON o.id = s.organisation_id
           LEFT JOIN reviews r ON r.submission_id = s.id AND r.version_number = v.number AND r.status = 'decided' AND r.decided_at <= $4
          WHERE s.kind = $1 AND s.${which.column} = $2
            AND NOT EXISTS (
              SELECT FROM calendar_days d
               WHERE d.kind = 'pre-election' AND (d.dropped_at IS NULL OR d.dropped_at > $4) AND $3::date BETWEEN d.first_day AND d.last_day
                 AND (d.nation IS NULL OR d.nation = coalesce((SELECT c.nation FROM reporting_calendars c WHERE c.framework_id = s.framework_id), 'england'))
                 AND d.first_day <= (e.at AT TIME ZONE 'Europe/London')::date)
          ORDER BY s.id, e.at DESC, v.number DESC) AS public
        ORDER BY public.covers_to DESC, public.reference`,
      [which.kind, which.id, on, until],
    );
  }

  /** Of many missions in one statement, for a table of them. */
  async waiting(missionIds: readonly string[], { until }: PackDay): Promise<WaitingFact[]> {
    return this.dataSource.query(
      `SELECT wanted.id AS "missionId",
              (SELECT count(*)::integer FROM alerts a WHERE a.mission_id = wanted.id AND a.raised_at <= $2
                  AND (SELECT e.to_status FROM alert_events e WHERE e.alert_id = a.id AND e.at <= $2 ORDER BY e.sequence DESC LIMIT 1) <> 'closed') AS "openAlerts",
              (SELECT count(*)::integer FROM submissions s WHERE s.mission_id = wanted.id AND s.kind = 'evidence-return'
                  AND EXISTS (SELECT FROM submission_events e WHERE e.submission_id = s.id AND e.action = 'mark-overdue' AND e.at <= $2)
                  AND NOT EXISTS (SELECT FROM submission_versions v WHERE v.submission_id = s.id AND v.submitted_at <= $2)) AS "overdueReturns",
              (SELECT coalesce(array_agg(DISTINCT s.reference), '{}') FROM submissions s JOIN submission_events e ON e.submission_id = s.id
                WHERE s.mission_id = wanted.id AND e.action IN ('accept', 'publish-unresolved', 'close-unresolved') AND e.at <= $2) AS "publicReturns"
         FROM unnest($1::uuid[]) AS wanted (id)`,
      [missionIds, until],
    );
  }

  async overdue(missionId: string, { until }: PackDay): Promise<OverdueFact[]> {
    return this.dataSource.query(
      `SELECT s.reference, o.name AS department, s.covers_label AS "coversLabel", min(e.at) AS "markedAt"
         FROM submissions s JOIN organisations o ON o.id = s.organisation_id
         JOIN submission_events e ON e.submission_id = s.id AND e.action = 'mark-overdue' AND e.at <= $2
        WHERE s.mission_id = $1 AND s.kind = 'evidence-return'
          AND NOT EXISTS (SELECT FROM submission_versions v WHERE v.submission_id = s.id AND v.submitted_at <= $2)
        GROUP BY s.id, o.name ORDER BY min(e.at), s.reference`,
      [missionId, until],
    );
  }

  /** Raised by the end of the day, each with its timeline up to then. */
  async alerts(missionId: string, { until }: PackDay): Promise<AlertFact[]> {
    return this.dataSource.query(
      `SELECT a.reference, a.kind, a.sentence, a.raised_at AS "raisedAt", to_char(a.response_due_on, 'YYYY-MM-DD') AS "responseDueOn",
              (SELECT t.slug FROM targets t WHERE t.id = a.target_id) AS target,
              (SELECT o.name FROM organisations o WHERE o.id = a.raised_with_id) AS "raisedWith",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('action', e.action, 'toStatus', e.to_status, 'office', e.actor_office, 'text', e.text, 'at', e.at) ORDER BY e.sequence), '[]')
                 FROM alert_events e WHERE e.alert_id = a.id AND e.at <= $2) AS events
         FROM alerts a WHERE a.mission_id = $1 AND a.raised_at <= $2 ORDER BY a.raised_at, a.reference`,
      [missionId, until],
    );
  }

  private async letters(missionId: string, { until }: PackDay): Promise<LetterFact[]> {
    return this.dataSource.query(
      `SELECT l.reference, l.direction, l.subject, l.sender, l.addressees, l.body, l.published_at AS "publishedAt" FROM letters l
        WHERE l.mission_id = $1 AND l.status = 'published' AND l.published_at <= $2 ORDER BY l.published_at, l.reference`,
      [missionId, until],
    );
  }

  /** The first version is the target as it was first published, which is no change. */
  async resets(missionId: string, { on, until }: PackDay): Promise<ResetFact[]> {
    return this.dataSource.query(
      `SELECT t.slug, to_char(v.from_date, 'YYYY-MM-DD') AS "from", v.set_by AS "setBy", v.reason FROM target_versions v JOIN targets t ON t.id = v.target_id
        WHERE t.mission_id = $1 AND v.number > 1 AND v.recorded_at <= $3 AND v.from_date <= $2 ORDER BY v.from_date, v.number`,
      [missionId, on, until],
    );
  }

  private async decisions(missionId: string, { until }: PackDay): Promise<DecisionFact[]> {
    return this.dataSource.query(
      `SELECT d.reference, d.title, d.text, d.adopted, d.closed_at AS "closedAt" FROM council_decisions d
        WHERE d.mission_id = $1 AND d.state = 'closed' AND d.closed_at <= $2 ORDER BY d.closed_at, d.reference`,
      [missionId, until],
    );
  }
}
