import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { ConflictGrounds } from '#features/alerts/conflict-grounds.js';
import { LevellingDownGrounds } from '#features/alerts/levelling-down-grounds.js';
import { ResetTargetGrounds } from '#features/alerts/reset-target-grounds.js';
import { VacancyGrounds } from '#features/alerts/vacancy-grounds.js';
import { LateOpening } from '#features/calendar/late-opening.service.js';
import { ReportingCycleRow } from '#features/calendar/reporting-cycle.entity.js';
import { InterimOutcomes } from '#features/interim-reviews/interim-outcomes.service.js';
import { InterimReviewTarget } from '#features/interim-reviews/interim-review-target.entity.js';
import { InterimReview } from '#features/interim-reviews/interim-review.entity.js';
import { GivenJudgementsService } from '#features/judgements/given-judgements.service.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { AlertDesk } from '../factories/alert-desk.factory.js';
import { saveMission, setCalendar } from '../factories/reporting-calendar.factory.js';
import { statementsOf } from '../support/statement-count.js';

const NINETEEN = Array.from({ length: 19 }, (_, index) => index + 1);

describe('a watch asks as much of the database for twenty things as for one', () => {
  let desk: AlertDesk;

  beforeAll(async () => {
    desk = await AlertDesk.open();
    await setCalendar(desk.waymark);
  });
  afterAll(() => desk?.waymark.close());

  /** Statements of a look at one thing, and of a look at twenty; each look has to find them all. */
  const compared = async (look: () => Promise<number>, more: () => Promise<void>): Promise<[number, number]> => {
    const one = await statementsOf(look);
    expect(one.result).toBe(1);
    await more();
    const twenty = await statementsOf(look);
    expect(twenty.result).toBe(20);
    return [one.statements.length, twenty.statements.length];
  };
  const manager = () => desk.waymark.dataSource.manager;

  it('vacant missions', async () => {
    await saveMission(desk.waymark, desk.education, 30, null);
    const look = async () => (await desk.waymark.get(VacancyGrounds).standing(manager(), desk.waymark.clock.now())).length;
    const [one, twenty] = await compared(look, async () => {
      for (const number of NINETEEN) await saveMission(desk.waymark, desk.education, 30 + number, null);
    });
    expect([one, twenty]).toEqual([2, 2]);
  });

  it('targets that were reset', async () => {
    const { mission, target } = desk.education;
    const judged = async ({ id: targetId }: { id: string }, asked: string, cause: string): Promise<void> => {
      const causeHints = { rule: asked };
      await desk.waymark.dataSource.getRepository(Judgement).insert({
        kind: 'computed', missionId: mission.id, targetId, verdict: 'off-track', countsAs: 'off-track', sentence: 'It is off track.', method: 'm', methodVersion: '1',
        components: { reasons: [], causeHints }, inputs: [], releaseIds: [], cause, givenAt: desk.waymark.clock.now(), asOf: desk.waymark.clock.today(),
      });
    };
    const reset = async (subject: { id: string }): Promise<void> => {
      await judged(subject, 'level 90', 'first');
      await judged(subject, 'level 80', 'target');
    };
    await reset(target);
    const look = async () => (await desk.waymark.get(ResetTargetGrounds).standing(manager())).length;
    const [one, twenty] = await compared(look, async () => {
      for (const number of NINETEEN) await reset(await another(number));
    });
    expect([one, twenty]).toEqual([3, 3]);
  });

  it('targets by which the best places fall back', async () => {
    const fallen = ({ id: targetId, missionId }: Target): Promise<unknown> =>
      desk.waymark.dataSource.getRepository(Judgement).insert({
        kind: 'computed', missionId, targetId, verdict: 'on-track', countsAs: 'on-track', sentence: 'It is on track.', method: 'm', methodVersion: '1', inputs: [], releaseIds: [], cause: 'new-period',
        components: { reasons: [], causeHints: {}, areaFindings: { levellingDown: { guard: 'levelling-down', sentence: 'The best fall back.' } } } as never, givenAt: desk.waymark.clock.now(), asOf: desk.waymark.clock.today(),
      });
    await fallen(await another(100));
    const look = async () => (await desk.waymark.get(LevellingDownGrounds).standing(manager())).length;
    const [one, twenty] = await compared(look, async () => {
      for (const number of NINETEEN) await fallen(await another(100 + number));
    });
    expect([one, twenty]).toEqual([2, 2]);
  });

  it('missions of which the figures and the council say things far apart', async () => {
    const { target, people } = desk.education;
    const council: Actor = { kind: 'user', id: people.chair.id, name: people.chair.name, roles: people.chair.roles, organisationId: people.chair.organisationId, homeOrganisationId: people.chair.homeOrganisationId };
    const contradicted = async (number: number): Promise<void> => {
      const { id: missionId } = await saveMission(desk.waymark, desk.education, number, null);
      await desk.waymark.dataSource.getRepository(Mission).update({ id: missionId }, { clauses: [{ key: 'a', text: 'S', coveredBy: ['key-stage-2'] }], headlineMetrics: ['key-stage-2'] });
      const { id: _, ...rest } = target;
      const { id: targetId } = await desk.waymark.dataSource.getRepository(Target).save({ ...rest, missionId });
      await desk.waymark.dataSource.getRepository(Judgement).insert({
        kind: 'computed', missionId, targetId, verdict: 'off-track', countsAs: 'off-track', sentence: 'It is off track.', method: 'm', methodVersion: '1', inputs: [], releaseIds: [], cause: 'new-period',
        components: { reasons: [], causeHints: {} } as never, givenAt: desk.waymark.clock.now(), asOf: desk.waymark.clock.today(),
      });
      await desk.waymark.get(GivenJudgementsService).recordCouncil(council, { missionId, verdict: 'on-track', sentence: 'So we judge.', seen: '' });
    };
    await contradicted(60);
    const look = async () => (await desk.waymark.get(ConflictGrounds).standing(manager())).length;
    const [one, twenty] = await compared(look, async () => {
      for (const number of NINETEEN) await contradicted(60 + number);
    });
    expect(twenty).toBe(one);
  });

  it('interim targets that wait for their figures', async () => {
    const { mission, target } = desk.education;
    const waiting = async (targetId: string, number: number): Promise<void> => {
      const review = await desk.waymark.dataSource.getRepository(InterimReview).save({
        reference: `IR-2026-${number}`, missionId: mission.id, interimOn: `20${String(10 + number)}-08-31`, state: 'waiting', openedAt: desk.waymark.clock.now(), effectsDueOn: '2026-02-02', effectsRemindOn: '2026-01-26',
      });
      await desk.waymark.dataSource.getRepository(InterimReviewTarget).save({ reviewId: review.id, targetId, period: '2023-09-01/P1Y', value: 70, definition: target.firstPublished, waitingSince: '2026-01-05', expectedOn: null });
    };
    await waiting(target.id, 0);
    const look = async (): Promise<number> => {
      await desk.waymark.get(InterimOutcomes).decideDue(desk.waymark.clock.now(), new EachInTurn());
      return desk.waymark.dataSource.getRepository(InterimReviewTarget).countBy({ releasesSeen: 0 });
    };
    const [one, twenty] = await compared(look, async () => {
      for (const number of NINETEEN) await waiting(target.id, number);
    });
    expect(twenty).toBe(one);
  });

  it('cycles that run', async () => {
    const { frameworkId } = desk.education.mission;
    const cycle = (number: number): Promise<unknown> =>
      desk.waymark.dataSource.getRepository(ReportingCycleRow).save({
        frameworkId, kind: 'delivery-plan', coversLabel: `Year ${number}`, coversFrom: `20${10 + number}-04-01`, coversTo: `20${11 + number}-03-31`, opensOn: '2026-01-05', dueOn: '2026-02-02', closesOn: '2026-12-01',
        openedAt: desk.waymark.clock.now(),
      });
    // nobody leads and nobody contributes, so that a look finds nothing to open
    await desk.waymark.dataSource.query('DELETE FROM mission_leads');
    await cycle(0);
    const look = async (): Promise<number> => {
      expect(await desk.waymark.get(LateOpening).openDue(desk.waymark.clock.now())).toBe(0);
      return desk.waymark.dataSource.getRepository(ReportingCycleRow).countBy({ frameworkId });
    };
    const [one, twenty] = await compared(look, async () => {
      for (const number of NINETEEN) await cycle(number);
    });
    expect(twenty).toBe(one);
  });

  async function another(number: number): Promise<Target> {
    const { id: _, ...target } = desk.education.target;
    return desk.waymark.dataSource.getRepository(Target).save({ ...target, slug: `target-${number}`, position: number + 1 });
  }
});
