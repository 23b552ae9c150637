import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ResetTargetGrounds } from '#features/alerts/reset-target-grounds.js';
import { VacancyGrounds } from '#features/alerts/vacancy-grounds.js';
import { LateOpening } from '#features/calendar/late-opening.service.js';
import { ReportingCycleRow } from '#features/calendar/reporting-cycle.entity.js';
import { InterimOutcomes } from '#features/interim-reviews/interim-outcomes.service.js';
import { InterimReviewTarget } from '#features/interim-reviews/interim-review-target.entity.js';
import { InterimReview } from '#features/interim-reviews/interim-review.entity.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
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
    expect([one, twenty]).toEqual([2, 2]);
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
