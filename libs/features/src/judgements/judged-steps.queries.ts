import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type LevellingDownGuard } from '#domain/judgements/levelling-down.js';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict } from '#domain/judgements/verdict.js';

/** A computed judgement, with what alerts are raised on. */
export interface ComputedStep {
  id: string;
  missionId: string;
  targetId: string;
  verdict: Verdict;
  countsAs: Verdict | null;
  cause: string;
  sentence: string;
  givenAt: Date;
  /** Key of the latest period that has a figure. */
  latestKey: string | null;
  /** ISO date until which the deciding figure is awaited. */
  awaitingUntil: string | null;
  /** Rule, baseline and area: equal texts are equal questions. */
  asked: string;
  /** Areas with figures at both ends; null where one series is judged. */
  usableAreas: number | null;
  guard: LevellingDownGuard['guard'] | null;
  guardSentence: string | null;
}

/** Any judgement of a mission or of its targets, by what it says alone. */
export interface SaidStep {
  id: string;
  kind: 'computed' | 'department' | 'council';
  missionId: string;
  targetId: string | null;
  verdict: Verdict | null;
  countsAs: Verdict | null;
  rating: DeliveryRating | null;
  cause: string;
  givenAt: Date;
}

/** The judgements from the first to the last, for states that began with one of them. One statement each. */
@Injectable()
export class JudgedStepsQueries {
  /** Oldest first, by the target's id. */
  async computed(manager: EntityManager): Promise<Map<string, ComputedStep[]>> {
    const rows: ComputedStep[] = await manager.query(
      `SELECT id, mission_id AS "missionId", target_id AS "targetId", verdict, counts_as AS "countsAs", cause, sentence, given_at AS "givenAt",
              components->'causeHints'->>'latestKey' AS "latestKey", components->'causeHints'->>'awaitingUntil' AS "awaitingUntil",
              concat_ws('|', components->'causeHints'->>'rule', components->'causeHints'->>'baselineKey', components->'causeHints'->>'areaName') AS asked,
              (components->'areas'->>'usable')::integer AS "usableAreas",
              components->'areaFindings'->'levellingDown'->>'guard' AS guard, components->'areaFindings'->'levellingDown'->>'sentence' AS "guardSentence"
         FROM judgements WHERE kind = 'computed' AND target_id IS NOT NULL ORDER BY sequence`,
    );
    return grouped(rows, ({ targetId }) => targetId);
  }

  /** Oldest first, by the mission's id: the computed ones of its targets, and the department's and the council's of the whole. */
  async said(manager: EntityManager): Promise<Map<string, SaidStep[]>> {
    const rows: SaidStep[] = await manager.query(
      `SELECT id, kind, mission_id AS "missionId", target_id AS "targetId", verdict, counts_as AS "countsAs", rating, cause, given_at AS "givenAt"
         FROM judgements WHERE (kind = 'computed') = (target_id IS NOT NULL) ORDER BY sequence`,
    );
    return grouped(rows, ({ missionId }) => missionId);
  }
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
