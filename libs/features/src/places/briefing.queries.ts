import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type PublicReturnContent } from '#domain/evidence-returns/public-content.js';
import { readPublicContent } from '#domain/submissions/submission-content.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type Area } from '#features/areas/area.entity.js';

/** A target that a metric is judged by, with the verdict that stands. */
export interface MetricVerdict {
  metric: string;
  framework: string;
  mission: { slug: string; name: string };
  target: { slug: string; title: string };
  verdict: Verdict | null;
  sentence: string | null;
}

/** A gap in the figures that an area is among. */
export interface GapOfPlace {
  reference: string;
  metric: string;
  sentence: string;
  dateNeeded: string;
}

/** An accepted return whose words name a place. */
export interface ReturnNamingPlace {
  reference: string;
  department: string;
  coversLabel: string;
  framework: string;
  mission: { slug: string; name: string };
  content: PublicReturnContent;
}

/** Awards of one fund to a council, as one file has them. Pounds; null where the file gives none. */
export interface AwardsOfPlace {
  fund: string;
  file: string;
  awards: number;
  total: number | null;
}

/** What is public about a place beside its figures. */
@Injectable()
export class BriefingQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The verdicts on the targets that some metrics are measured for; they are about the target's own area, not about the place. */
  async verdicts(metrics: readonly string[]): Promise<MetricVerdict[]> {
    return this.dataSource.query(
      `SELECT m.slug AS metric, f.slug AS framework, json_build_object('slug', mi.slug, 'name', mi.focus_area) AS mission,
              json_build_object('slug', t.slug, 'title', t.title) AS target, j.verdict, j.sentence
         FROM targets t
         JOIN metrics m ON m.id = t.metric_id
         JOIN missions mi ON mi.id = t.mission_id
         JOIN frameworks f ON f.id = mi.framework_id
         LEFT JOIN LATERAL (SELECT verdict, sentence FROM judgements WHERE target_id = t.id AND kind = 'computed' ORDER BY sequence DESC LIMIT 1) j ON true
        WHERE m.slug = ANY ($1) ORDER BY f.slug, mi.number, t.position`,
      [metrics],
    );
  }

  /** Gaps, returns and money of a place, together: a page has under fifteen statements for all that it shows. @param today ISO date */
  async facts({ id, code, name, country }: Area, today: string): Promise<{ gaps: GapOfPlace[]; returns: ReturnNamingPlace[]; awards: AwardsOfPlace[] }> {
    const [row]: { gaps: GapOfPlace[]; returns: (Omit<ReturnNamingPlace, 'content'> & { content: Record<string, unknown> })[]; awards: AwardsOfPlace[] }[] = await this.dataSource.query(
      `SELECT ${listOf(GAPS)} AS gaps, ${listOf(RETURNS)} AS returns, ${listOf(AWARDS)} AS awards`,
      [code, country ?? '', name, id],
    );
    const { gaps = [], returns = [], awards = [] } = row ?? {};
    return { gaps, awards, returns: returns.map((found) => ({ ...found, content: readPublicContent('evidence-return', found.content, today) })) };
  }
}

/** Gaps that are not closed, of the area itself ($1) or of areas that it is one of, by its country ($2). */
const GAPS = `
  SELECT g.reference, m.name AS metric, g.sentence, g.date_needed::text AS "dateNeeded"
    FROM data_gaps g JOIN metrics m ON m.id = g.metric_id
   WHERE g.state IN ('open', 'planned')
     AND (g.geography = $1
       OR (g.geography !~ '^([A-Z][0-9]{8}$|sum of )' AND (g.geography !~ ' of (England|Wales|Scotland|Northern Ireland)$' OR right(g.geography, length($2::text) + 4) = ' of ' || $2)))
   ORDER BY g.date_needed, g.reference`;

/** Accepted returns whose words hold the name ($3), the newest first. */
const RETURNS = `
  SELECT s.reference, o.name AS department, s.covers_label AS "coversLabel", f.slug AS framework, json_build_object('slug', m.slug, 'name', m.focus_area) AS mission, v.content
    FROM submissions s
    JOIN submission_versions v ON v.submission_id = s.id AND v.number = s.accepted_version
    JOIN organisations o ON o.id = s.organisation_id
    JOIN frameworks f ON f.id = s.framework_id
    JOIN missions m ON m.id = s.mission_id
   WHERE s.kind = 'evidence-return' AND strpos(lower(v.content::text), lower($3)) > 0
   ORDER BY s.covers_to DESC, s.reference LIMIT 20`;

/** Awards to the council of the area ($4), by fund and file. */
const AWARDS = `
  SELECT f.title AS fund, file.file_name AS file, count(*)::int AS awards, sum(a.total)::float8 AS total
    FROM funding_awards a JOIN funds f ON f.id = a.fund_id JOIN funding_files file ON file.id = a.file_id
   WHERE a.area_id = $4 GROUP BY f.title, file.file_name ORDER BY f.title, file.file_name`;

function listOf(select: string): string {
  return `COALESCE((SELECT json_agg(line) FROM (${select}) line), '[]')`;
}
