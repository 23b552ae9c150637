import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type PublicReturnContent } from '#domain/evidence-returns/public-content.js';
import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { type ReviewDecision } from '#domain/reviews/review-status.js';
import { isOverdue } from '#domain/submissions/due-date.js';
import { readPublicContent } from '#domain/submissions/submission-content.js';
import { type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { clockDay } from '#features/frameworks/clock-day.js';
import { Submission } from './submission.entity.js';

/** A return that is past its day and has not been delivered. */
export interface OverdueReturn {
  reference: string;
  missionId: string;
  department: string;
  coversLabel: string;
  dueOn: string;
}

/** What the council says beside what is public, word for word. */
export interface CouncilWords {
  outcome: 'accepted' | 'accepted-with-reservations' | 'published-unresolved';
  /** Reservations, or what is not resolved; `title` is the section's, '' for the whole. */
  reasons: { title: string; text: string }[];
  /** Questions put to the department in review; `answer` is null where none came. */
  questions: { about: string; question: string; answer: string | null }[];
}

/** The version of a return that is public, word for word: the one that the council accepted last, or one that stays unresolved. */
export interface AcceptedReturn {
  reference: string;
  department: string;
  coversLabel: string;
  submittedAt: Date;
  content: PublicReturnContent;
  council: CouncilWords;
}

/** What the public may know of a return or plan: that it is owed and where it stands; its words once accepted. */
export interface PublicReturn {
  reference: string;
  kind: SubmissionKind;
  department: { slug: string; name: string };
  framework: string;
  mission: string | null;
  coversLabel: string;
  coversFrom: string;
  coversTo: string;
  dueOn: string;
  overdue: boolean;
  status: PublicStatus;
  accepted: PublicVersion | null;
  /** Delivered, never accepted, and published all the same. */
  unresolved: PublicVersion | null;
}

/** A delivery that is public. */
export interface PublicVersion {
  version: number;
  submittedAt: Date;
  content: Record<string, unknown>;
  council: CouncilWords;
}

/** Which returns are asked for; absent is all. */
export interface ReturnFilter {
  framework?: string;
  mission?: string;
  department?: string;
  kind?: string;
}

/** How far the public sees it: what a department does with its draft is its own business. */
export type PublicStatus = 'due' | 'with-the-council' | 'accepted' | 'published-unresolved' | 'not-submitted' | 'not-owed';

/** Reads of returns and plans for everybody. */
@Injectable()
export class PublicReturnsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param today ISO date; late from the day after the due date until something is delivered */
  async overdue(where: { missionId: string } | { frameworkId: string }, today: string): Promise<OverdueReturn[]> {
    const rows = await this.dataSource
      .getRepository(Submission)
      .createQueryBuilder('submission')
      .innerJoinAndSelect('submission.organisation', 'organisation')
      .innerJoin('submission.framework', 'framework')
      .where({ ...where, kind: 'evidence-return' })
      .andWhere(`submission.standingVersion IS NULL AND submission.dueOn < LEAST(CAST(:today AS date), (framework.closedAt AT TIME ZONE 'Europe/London')::date)`, { today })
      .orderBy('submission.dueOn')
      .addOrderBy('submission.reference')
      .getMany();
    return rows.map(({ reference, missionId, organisation, coversLabel, dueOn }) => ({
      reference,
      missionId: missionId ?? '',
      department: organisation.name,
      coversLabel,
      dueOn,
    }));
  }

  /** The mission's newest evidence return that is public. @param today ISO date: no figure is told before its source */
  async lastAccepted(missionId: string, today: string): Promise<AcceptedReturn | null> {
    const rows: (Omit<AcceptedReturn, 'council'> & CouncilRow)[] = await this.dataSource.query(
      `SELECT s.reference, o.name AS department, s.covers_label AS "coversLabel", v.submitted_at AS "submittedAt", v.content, s.status, ${COUNCIL_COLUMNS}
         FROM submissions s
         JOIN submission_versions v ON v.submission_id = s.id AND v.number = ${publicNumber('$2')}
         ${COUNCIL_JOIN}
         JOIN organisations o ON o.id = s.organisation_id
        WHERE s.mission_id = $1 AND s.kind = 'evidence-return'
        ORDER BY s.covers_to DESC, v.submitted_at DESC LIMIT 1`,
      [missionId, today],
    );
    const [row] = rows;
    if (!row) return null;
    const { reference, department, coversLabel, submittedAt, content } = row;
    return { reference, department, coversLabel, submittedAt, content: readPublicContent('evidence-return', content, today), council: councilWords('evidence-return', row) };
  }

  /** One of them; undefined where there is none. @param today ISO date */
  async byReference(reference: string, today: string): Promise<PublicReturn | undefined> {
    return (await this.page({ reference, limit: 1, today }))[0];
  }

  /** Returns and plans by reference. @param after the last reference of the page before @param of slugs, and the kind; all where absent */
  async page({ after, reference, limit, today, of = {} }: { after?: string; reference?: string; limit: number; today: string; of?: ReturnFilter }): Promise<PublicReturn[]> {
    const rows: ReturnRow[] = await this.dataSource.query(
      `SELECT s.reference, s.kind, s.status, s.covers_label, to_char(s.covers_from, 'YYYY-MM-DD') AS covers_from,
              to_char(s.covers_to, 'YYYY-MM-DD') AS covers_to, to_char(s.due_on, 'YYYY-MM-DD') AS due_on, s.standing_version,
              o.slug AS organisation_slug, o.name AS organisation_name, f.slug AS framework, f.closed_at, m.slug AS mission,
              v.number AS version, v.submitted_at, v.content, ${COUNCIL_COLUMNS}
         FROM submissions s
         JOIN organisations o ON o.id = s.organisation_id
         JOIN frameworks f ON f.id = s.framework_id
         LEFT JOIN missions m ON m.id = s.mission_id
         LEFT JOIN submission_versions v ON v.submission_id = s.id AND v.number = ${publicNumber('$3')}
         ${COUNCIL_JOIN}
        WHERE s.reference > $1 AND ($4::text IS NULL OR s.reference = $4)
          AND ($5::text IS NULL OR f.slug = $5) AND ($6::text IS NULL OR m.slug = $6) AND ($7::text IS NULL OR o.slug = $7) AND ($8::text IS NULL OR s.kind = $8)
        ORDER BY s.reference LIMIT $2`,
      [after ?? '', limit, today, reference ?? null, ...[of.framework, of.mission, of.department, of.kind].map((asked) => asked ?? null)],
    );
    return rows.map((row) => publicReturn(row, today));
  }
}

/**
 * What is published unresolved is the delivery that stands; else the one that the council accepted. What came to its end within
 * the pre-election period in which the reader's day lies is held until the period has passed. @param today the parameter's name
 */
export const publicNumber = (today: string): string => `CASE
  WHEN EXISTS (SELECT FROM calendar_days d
                WHERE d.kind = 'pre-election' AND d.dropped_at IS NULL AND ${today}::date BETWEEN d.first_day AND d.last_day
                  AND (d.nation IS NULL OR d.nation = coalesce((SELECT c.nation FROM reporting_calendars c WHERE c.framework_id = s.framework_id), 'england'))
                  AND d.first_day <= (SELECT (max(e.at) AT TIME ZONE 'Europe/London')::date FROM submission_events e
                                       WHERE e.submission_id = s.id AND e.action IN ('accept', 'publish-unresolved', 'close-unresolved'))) THEN NULL
  WHEN s.status = 'published-unresolved' THEN s.standing_version ELSE s.accepted_version END`;
const COUNCIL_JOIN = `LEFT JOIN reviews r ON r.submission_id = s.id AND r.version_number = v.number AND r.status = 'decided'`;
const COUNCIL_COLUMNS = `r.decision, r.decision_reasons AS "decisionReasons",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('section', q.section, 'text', q.text, 'answer', q.answer) ORDER BY q.asked_at, q.id), '[]')
     FROM review_questions q WHERE q.submission_id = s.id AND q.withdrawn_at IS NULL) AS questions`;

interface CouncilRow {
  status: SubmissionStatus;
  decision: ReviewDecision | null;
  decisionReasons: { section: string | null; text: string }[] | null;
  questions: { section: string | null; text: string; answer: string | null }[];
}

function councilWords(kind: SubmissionKind, { status, decision, decisionReasons, questions }: CouncilRow): CouncilWords {
  const titles = new Map<string | null, string>(sectionsOf(kind).map(({ key, title }) => [key, title]));
  const titleOf = (section: string | null): string => titles.get(section) ?? section ?? '';
  return {
    outcome: status === 'published-unresolved' ? status : decision === 'accepted-with-reservations' ? decision : 'accepted',
    reasons: (decisionReasons ?? []).map(({ section, text }) => ({ title: titleOf(section), text })),
    questions: questions.map(({ section, text, answer }) => ({ about: titleOf(section), question: text, answer })),
  };
}

interface ReturnRow extends CouncilRow {
  reference: string;
  kind: SubmissionKind;
  covers_label: string;
  covers_from: string;
  covers_to: string;
  due_on: string;
  standing_version: number | null;
  organisation_slug: string;
  organisation_name: string;
  framework: string;
  closed_at: Date | null;
  mission: string | null;
  version: number | null;
  submitted_at: Date | null;
  content: Record<string, unknown> | null;
}

function publicReturn(row: ReturnRow, today: string): PublicReturn {
  const { reference, kind, status, framework, mission, standing_version: standingVersion, due_on: dueOn } = row;
  return {
    reference,
    kind,
    department: { slug: row.organisation_slug, name: row.organisation_name },
    framework,
    mission,
    coversLabel: row.covers_label,
    coversFrom: row.covers_from,
    coversTo: row.covers_to,
    dueOn,
    overdue: isOverdue({ dueOn, standingVersion, status }, clockDay({ closedAt: row.closed_at }, today)),
    status: publicStatus(status, standingVersion),
    accepted: status === 'published-unresolved' ? null : publicVersion(row, today),
    unresolved: status === 'published-unresolved' ? publicVersion(row, today) : null,
  };
}

/** How far the public sees it. @param standingVersion number of the delivery that stands */
export function publicStatus(status: SubmissionStatus, standingVersion: number | null): PublicStatus {
  if (status === 'accepted' || status === 'published-unresolved' || status === 'not-submitted' || status === 'not-owed') return status;
  return standingVersion === null ? 'due' : 'with-the-council';
}

function publicVersion(row: ReturnRow, today: string): PublicVersion | null {
  const { version, submitted_at: submittedAt, content, kind } = row;
  if (version === null || !submittedAt || !content) return null;
  return { version, submittedAt, content: readPublicContent(kind, content, today) as unknown as Record<string, unknown>, council: councilWords(kind, row) };
}
