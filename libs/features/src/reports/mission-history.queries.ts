import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type InterimReviewFacts, type MissionFacts } from '#domain/reports/mission-facts.js';

interface OfMission<Fact> {
  missionId: string;
  fact: Fact;
}

interface HistoryDays {
  from: string;
  asOf: string;
  /** End of the day `asOf`. */
  until: Date;
}

const DAY = 'YYYY-MM-DD';
const londonDay = (column: string): string => `to_char(${column} AT TIME ZONE 'Europe/London', '${DAY}')`;

/** What happened to missions and their targets in a report's period, up to the end of a day. */
@Injectable()
export class MissionHistoryQueries {
  /** Times without a lead that touch the period. */
  async vacancies(manager: EntityManager, missionIds: readonly string[], { from, asOf }: HistoryDays): Promise<OfMission<MissionFacts['vacancies'][number]>[]> {
    return manager.query(
      `SELECT v.mission_id AS "missionId", jsonb_build_object('from', to_char(v.from_date, '${DAY}'), 'to', CASE WHEN v.to_date <= $3 THEN to_char(v.to_date, '${DAY}') END, 'reason', v.reason) AS fact
         FROM mission_vacancies v
        WHERE v.mission_id = ANY($1) AND v.from_date <= $3 AND (v.to_date IS NULL OR v.to_date > $2)
        ORDER BY v.from_date`,
      [missionIds, from, asOf],
    );
  }

  /** Changes of a mission's words. */
  async wording(manager: EntityManager, missionIds: readonly string[], { from, until }: HistoryDays): Promise<OfMission<MissionFacts['wording'][number]>[]> {
    return manager.query(
      `SELECT t.mission_id AS "missionId", jsonb_build_object('on', ${londonDay('t.recorded_at')}, 'was', t.was, 'became', t.statement) AS fact
         FROM (SELECT mission_id, id, statement, recorded_at, lag(statement) OVER (PARTITION BY mission_id ORDER BY id) AS was FROM mission_texts WHERE mission_id = ANY($1)) t
        WHERE t.was IS NOT NULL AND t.was <> t.statement AND t.recorded_at <= $3 AND ${londonDay('t.recorded_at')} >= $2
        ORDER BY t.id`,
      [missionIds, from, until],
    );
  }

  /** Every reset by then: the first target stays judged, so an old reset still matters. */
  async resets(manager: EntityManager, missionIds: readonly string[], { until }: HistoryDays): Promise<OfMission<MissionFacts['resets'][number]>[]> {
    return manager.query(
      `SELECT t.mission_id AS "missionId",
              jsonb_build_object('target', t.title, 'from', to_char(v.from_date, '${DAY}'), 'setBy', v.set_by, 'reason', v.reason, 'whileOffTrack', v.while_off_track) AS fact
         FROM target_versions v JOIN targets t ON t.id = v.target_id
        WHERE t.mission_id = ANY($1) AND v.number > 1 AND v.recorded_at <= $2
        ORDER BY v.from_date, t.position`,
      [missionIds, until],
    );
  }

  /** Reviews that were open in the period, or still are. */
  async interimReviews(manager: EntityManager, missionIds: readonly string[], { from, until }: HistoryDays): Promise<OfMission<InterimReviewFacts>[]> {
    return manager.query(
      `SELECT r.mission_id AS "missionId",
              jsonb_build_object('reference', r.reference, 'interimOn', to_char(r.interim_on, '${DAY}'),
                'recommendation', CASE WHEN r.closed_at <= $3 THEN r.recommendation END, 'reason', CASE WHEN r.closed_at <= $3 THEN r.reason END,
                'outcomes', (SELECT jsonb_agg(jsonb_build_object('title', t.title, 'outcome', CASE WHEN i.decided_at <= $3 THEN i.outcome END, 'sentence', CASE WHEN i.decided_at <= $3 THEN i.sentence END) ORDER BY t.position)
                               FROM interim_review_targets i JOIN targets t ON t.id = i.target_id WHERE i.review_id = r.id)) AS fact
         FROM interim_reviews r
        WHERE r.mission_id = ANY($1) AND r.opened_at <= $3 AND (r.closed_at IS NULL OR ${londonDay('r.closed_at')} >= $2)
        ORDER BY r.interim_on, r.reference`,
      [missionIds, from, until],
    );
  }
}
