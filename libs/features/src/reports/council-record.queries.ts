import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { recordOf } from '#domain/calibration/past-rating.js';
import { type CalibrationFacts, type DecisionFacts, type InquiryFacts, type LetterFacts, type RecommendationFacts, type RecordFacts } from '#domain/reports/record-facts.js';
import { RatingsGivenQueries } from '#features/calibration/ratings-given.queries.js';
import { endOfLondonDay } from '#platform/clock/clock.js';

interface RecordDays {
  from: string;
  asOf: string;
}

type Fact<Row> = { fact: Row }[];

const DAY = 'YYYY-MM-DD';
const londonDay = (column: string): string => `to_char(${column} AT TIME ZONE 'Europe/London', '${DAY}')`;

/** Of a mission of the framework, or of none: the council is one body, and what is about no mission is about all. */
const ofFramework = (mission: string): string => `(${mission} IS NULL OR ${mission} IN (SELECT id FROM missions WHERE framework_id = $1))`;

/** What the council has on record of its own work, as it stood at the end of a day. Only what was public by then. */
@Injectable()
export class CouncilRecordQueries {
  constructor(private readonly ratings: RatingsGivenQueries) {}

  async of(manager: EntityManager, frameworkId: string, days: RecordDays): Promise<RecordFacts> {
    const parameters = [frameworkId, endOfLondonDay(days.asOf), days.from];
    const rows = async <Row>(sql: string, used = parameters): Promise<Row[]> => ((await manager.query(sql, used)) as Fact<Row>).map(({ fact }) => fact);
    return {
      recommendations: await rows<RecommendationFacts>(RECOMMENDATIONS, [...parameters, days.asOf]),
      letters: await rows<LetterFacts>(LETTERS),
      decisions: await rows<DecisionFacts>(DECISIONS),
      inquiries: await rows<InquiryFacts>(INQUIRIES),
      calibration: await this.calibration(frameworkId, days.asOf, manager),
    };
  }

  private async calibration(frameworkId: string, asOf: string, manager: EntityManager): Promise<CalibrationFacts[]> {
    const [framework]: { slug: string }[] = await manager.query('SELECT slug FROM frameworks WHERE id = $1', [frameworkId]);
    const given = (await this.ratings.all(asOf)).filter(({ mission, ratedOn }) => mission.framework === framework?.slug && ratedOn <= asOf);
    const names = [...new Set(given.map(({ department }) => department.name))].sort((one, other) => one.localeCompare(other, 'en'));
    return names.map((department) => {
      const { given: count, yearLater } = recordOf(given.filter((one) => one.department.name === department), asOf);
      return { department, given: count, worse: yearLater.worse, agrees: yearLater.agrees, better: yearLater.better, noWord: yearLater['no-word'], notYet: yearLater['not-yet'] };
    });
  }
}

/** Those that were open in the period: made by the day, and not ended before its first. */
const RECOMMENDATIONS = `
  SELECT jsonb_build_object('reference', r.reference, 'text', r.text, 'addressee', o.name, 'source', r.source_reference, 'state', e.to_state,
           'answerDueOn', to_char(r.answer_due_on, '${DAY}'), 'promisedOn', CASE WHEN r.answered_at <= $2 THEN to_char(r.promised_on, '${DAY}') END,
           'overdue', CASE e.to_state WHEN 'awaiting-answer' THEN r.answer_due_on < $4::date WHEN 'accepted' THEN r.promised_on < $4::date WHEN 'partly-accepted' THEN r.promised_on < $4::date ELSE false END) AS fact
    FROM recommendations r
    JOIN LATERAL (SELECT to_state, addressee_id FROM recommendation_events WHERE recommendation_id = r.id AND at <= $2 ORDER BY sequence DESC LIMIT 1) e ON true
    JOIN organisations o ON o.id = e.addressee_id
   WHERE ${ofFramework('r.mission_id')} AND r.made_at <= $2 AND (r.ended_at IS NULL OR ${londonDay('r.ended_at')} >= $3)
   ORDER BY r.made_at, r.reference`;

/** Letters of the period, and older ones of the council that nobody had answered by then. */
const LETTERS = `
  SELECT jsonb_build_object('reference', l.reference, 'direction', l.direction, 'subject', l.subject,
           'who', coalesce(l.sender, (SELECT string_agg(a ->> 'name', ', ') FROM jsonb_array_elements(l.addressees) a)),
           'on', coalesce(to_char(l.received_on, '${DAY}'), ${londonDay('l.published_at')}), 'answerDueOn', to_char(l.answer_due_on, '${DAY}'), 'answered', b.answered) AS fact
    FROM letters l
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM letters a WHERE a.answers_id = l.id AND a.published_at <= $2) AS answered) b
   WHERE l.status = 'published' AND l.published_at <= $2 AND ${ofFramework('l.mission_id')}
     AND (coalesce(to_char(l.received_on, '${DAY}'), ${londonDay('l.published_at')}) >= $3 OR (l.answer_due_on IS NOT NULL AND NOT b.answered))
   ORDER BY l.published_at, l.reference`;

const count = (part: string): string => `(SELECT count(*) FROM council_decision_parts p WHERE p.decision_id = d.id AND p.part ${part})`;

const DECISIONS = `
  SELECT jsonb_build_object('reference', d.reference, 'title', d.title, 'on', ${londonDay('d.closed_at')}, 'adopted', d.adopted, 'reason', d.outcome_reason,
           'votes', jsonb_build_object('for', ${count("= 'for'")}, 'against', ${count("= 'against'")}, 'abstain', ${count("= 'abstain'")}, 'recused', ${count("= 'recused'")}, 'absent', ${count('IS NULL')}),
           'dissents', coalesce((SELECT jsonb_agg(jsonb_build_object('who', p.person_name, 'words', p.words) ORDER BY p.person_name)
                                   FROM council_decision_parts p WHERE p.decision_id = d.id AND p.part IN ('against', 'abstain') AND p.words <> ''), '[]')) AS fact
    FROM council_decisions d
   WHERE d.state = 'closed' AND d.closed_at <= $2 AND ${londonDay('d.closed_at')} >= $3 AND ${ofFramework('d.mission_id')}
   ORDER BY d.closed_at, d.reference`;

const INQUIRIES = `
  SELECT jsonb_build_object('reference', i.reference, 'title', i.title, 'origin', i.origin, 'commissionedBy', i.commissioned_by, 'state', e.to_state, 'openedOn', ${londonDay('i.opened_at')}) AS fact
    FROM inquiries i
    JOIN LATERAL (SELECT to_state FROM inquiry_events WHERE inquiry_id = i.id AND at <= $2 ORDER BY sequence DESC LIMIT 1) e ON true
   WHERE i.opened_at <= $2 AND (i.ended_at IS NULL OR ${londonDay('i.ended_at')} >= $3)
     AND EXISTS (SELECT FROM inquiry_missions m JOIN missions n ON n.id = m.mission_id WHERE m.inquiry_id = i.id AND n.framework_id = $1)
   ORDER BY i.opened_at, i.reference`;
