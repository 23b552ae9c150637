import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { ageInDays, inPrintingOrder, type UnansweredKind, type UnansweredThing } from '#domain/framework-closings/unanswered-thing.js';
import { UNANSWERED } from './unanswered.sql.js';

interface Row {
  mission_id: string | null;
  kind: UnansweredKind;
  reference: string;
  what: string;
  owner: string | null;
  since: string;
  due_on: string | null;
}

/** All that is unanswered, by the mission's id; under null what concerns the framework as a whole. */
export type UnansweredByMission = Map<string | null, UnansweredThing[]>;

/** What nobody has answered of a framework. One statement, whatever there is. */
@Injectable()
export class UnansweredQueries {
  /** @param day ISO date: today in London, or the day of the closing */
  async of(manager: EntityManager, frameworkId: string, day: string): Promise<UnansweredByMission> {
    const rows: Row[] = await manager.query(UNANSWERED, [frameworkId, day]);
    const found: UnansweredByMission = new Map();
    for (const { mission_id: mission, kind, reference, what, owner, since, due_on: dueOn } of rows) {
      found.set(mission, [...(found.get(mission) ?? []), { kind, reference, what, owner: owner === '' ? null : owner, since, dueOn, ageDays: ageInDays(since, day) }]);
    }
    return new Map([...found].map(([mission, things]) => [mission, inPrintingOrder(things)]));
  }
}
