import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { type Alert } from '#features/alerts/alert.entity.js';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { AlertsService } from '#features/alerts/alerts.service.js';
import { type OpenedDraft, RecoveryPlanDrafts } from '#features/alerts/recovery-plan-drafts.service.js';
import { InterimReview } from '#features/interim-reviews/interim-review.entity.js';
import { InterimReviewsQueries } from '#features/interim-reviews/interim-reviews.queries.js';
import { InterimReviewsService } from '#features/interim-reviews/interim-reviews.service.js';
import { TargetReplacementsService } from '#features/interim-reviews/target-replacements.service.js';
import { TargetResetsService } from '#features/interim-reviews/target-resets.service.js';
import { EscalationService } from '#features/letters/escalation.service.js';
import { Letter } from '#features/letters/letter.entity.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { PLAN, raiseOffTrack } from '../factories/alert.factory.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { endsOf, ONE_OF_TWO } from '../support/two-at-once.js';

const ROUNDS = [1, 2, 3];
const MILESTONES: Target['milestones'] = [{ period: '2023-09-01/P1Y', kind: 'interim-target', value: 70 }, { period: '2024-09-01/P1Y', kind: 'interim-target', value: 75 }];

/** Each with its page open before the other was sent. */
describe('two at once', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  const as = (name: keyof EducationMission['people']): Actor => actorOf(education.people[name]);

  beforeEach(async () => {
    waymark = await startTestApplication();
  });
  afterEach(() => waymark?.close());

  describe('at a target that was reviewed', () => {
    let reset: InterimReview;
    let replace: InterimReview;
    const TARGET = 'expected-standard';
    const targets = (): Promise<Target[]> => waymark.dataSource.getRepository(Target).find({ order: { position: 'ASC' } });
    const versions = (): Promise<TargetVersion[]> => waymark.dataSource.getRepository(TargetVersion).find({ order: { number: 'ASC' } });
    const seen = (): Promise<number> => waymark.get(InterimReviewsQueries).changesOf(education.target.id);
    const resetTo = (value: string, seenChanges: number): Promise<void> =>
      waymark.get(TargetResetsService).reset(as('member'), { reference: reset.reference, rowVersion: reset.rowVersion, target: TARGET, value, reason: 'Tests were not sat.', setBy: 'DfE', seen: seenChanges });
    const replaceIt = (title: string, seenChanges: number): Promise<void> =>
      waymark.get(TargetReplacementsService).replace(as('chair'), {
        reference: replace.reference, rowVersion: replace.rowVersion, target: TARGET, title, metric: 'key-stage-2', kind: 'level', value: '80', period: '2031-09-01/P1Y', reason: 'Another.', setBy: 'DfE', seen: seenChanges,
      });

    /** Two reviews of one target: after the first it is to be reset, after the second to be replaced. */
    beforeEach(async () => {
      waymark.clock.set('2025-09-01T08:00:00Z');
      education = await saveEducationMission(waymark.dataSource);
      const { id, firstPublished } = education.target;
      await waymark.dataSource.getRepository(Target).update({ id }, { milestones: MILESTONES as never, firstPublished: { ...firstPublished, milestones: MILESTONES } as never });
      await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2024-12-10');
      await waymark.runWatches();
      await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 62 }, '2025-12-11');
      waymark.clock.set('2025-12-11T09:30:00Z');
      await waymark.runWatches();
      const decided: InterimReview[] = [];
      for (const { reference } of [...(await waymark.get(InterimReviewsQueries).all())].sort((a, b) => a.interimOn.localeCompare(b.interimOn))) {
        const opened = async (): Promise<InterimReview> => waymark.get(InterimReviewsQueries).byReference(reference);
        await waymark.get(InterimReviewsService).answer(as('official'), await opened(), 'None.');
        await waymark.get(InterimReviewsService).decide(as('member'), await opened(), { recommendation: decided.length === 0 ? 'reset' : 'replace', reason: 'Out of reach.' });
        decided.push(await opened());
      }
      [reset, replace] = decided as [InterimReview, InterimReview];
    });

    it.each(ROUNDS)('two resets are one version (%s)', async () => {
      const before = await seen();
      expect(await endsOf([resetTo('60', before), resetTo('70', before)])).toEqual(ONE_OF_TWO);
      const [target] = await targets();
      expect((await versions()).map(({ number }) => number)).toEqual([1, 2]);
      expect((await versions())[1]?.definition.rule['value']).toBe(target?.rule['value']);
      // whoever has seen it may reset it again
      await resetTo('55', await seen());
      expect(await versions()).toHaveLength(3);
    });

    it.each(ROUNDS)('a reset and a replacement are one of the two (%s)', async (round) => {
      const before = await seen();
      const moves = [() => resetTo('60', before), () => replaceIt('More schools', before)];
      expect(await endsOf((round % 2 === 0 ? moves : moves.reverse()).map((move) => move()))).toEqual(ONE_OF_TWO);
      const [target, made] = await targets();
      expect([target?.rule['value'], target?.role, made?.title]).toEqual(made ? [90, 'supporting', 'More schools'] : [60, 'headline', undefined]);
    });

    it('two replacements are one target', async () => {
      const before = await seen();
      expect(await endsOf([replaceIt('One', before), replaceIt('Two', before)])).toEqual(ONE_OF_TWO);
      expect(await targets()).toHaveLength(2);
    });

    it('what was replaced is not reset any more', async () => {
      await replaceIt('More schools', await seen());
      await expect(resetTo('60', await seen())).rejects.toMatchObject({ kind: 'conflict', code: 'replaced' });
      expect((await targets())[0]?.rule['value']).toBe(90);
    });
  });

  // raised on Monday 1 June 2026: answered by Monday 29 June
  describe('at an alert', () => {
    let reference: string;
    const alerts = (): AlertsService => waymark.get(AlertsService);
    const drafts = (): RecoveryPlanDrafts => waymark.get(RecoveryPlanDrafts);
    const current = (): Promise<Alert> => waymark.get(AlertsQueries).byReference(reference);
    const actions = async (): Promise<string[]> => (await waymark.get(AlertsQueries).eventsOf((await current()).id)).map(({ action }) => action);
    const opened = async (): Promise<OpenedDraft> => ({ reference, rowVersion: (await drafts().read(as('sro'), await current())).rowVersion });
    const planWritten = async (): Promise<OpenedDraft & { status: Alert['status'] }> => {
      await alerts().acknowledge(as('official'), reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion: (await current()).rowVersion });
      await drafts().saveSummary(as('official'), await opened(), PLAN.summary);
      for (const line of PLAN.actions) await drafts().putAction(as('official'), await opened(), null, line);
      return { ...(await opened()), status: (await current()).status };
    };
    const escalate = (rowVersion: number): Promise<unknown> => waymark.get(EscalationService).escalate(as('chair'), reference, { reason: 'Nothing came.', rowVersion });

    beforeEach(async () => {
      waymark.clock.set('2026-06-01T08:00:00Z');
      education = await saveEducationMission(waymark.dataSource);
      await publishFigures(waymark.dataSource, education, { '2023-09-01/P1Y': 65, '2024-09-01/P1Y': 66 }, '2026-05-01');
      reference = (await raiseOffTrack(waymark, education)).reference;
    });

    it.each(ROUNDS)('two answers are one plan (%s)', async () => {
      const plan = await planWritten();
      expect(await endsOf([drafts().publish(as('sro'), plan), drafts().publish(as('sro'), plan)])).toEqual(ONE_OF_TWO);
      expect([await current(), (await actions()).filter((action) => action === 'answer')]).toEqual([expect.objectContaining({ status: 'answered', plansPublished: 1 }), ['answer']]);
    });

    it.each(ROUNDS)('a plan and an escalation at the deadline are one of the two (%s)', async (round) => {
      const plan = await planWritten();
      waymark.clock.set('2026-06-30T08:00:00Z');
      const { rowVersion } = await current();
      const moves = [() => drafts().publish(as('sro'), plan), () => escalate(rowVersion)];
      expect(await endsOf((round % 2 === 0 ? moves : moves.reverse()).map((move) => move()))).toEqual(ONE_OF_TWO);
      const escalated = (await current()).status === 'escalated';
      expect([await waymark.dataSource.getRepository(Letter).count(), (await current()).plansPublished]).toEqual(escalated ? [1, 0] : [0, 1]);
      // the draft is not lost: whoever has seen the escalation publishes it
      if (escalated) await drafts().publish(as('sro'), { ...(await opened()), status: 'escalated' });
      expect((await current()).status).toBe('answered');
    });

    it.each(ROUNDS)('a plan after the deadline is published, whatever the clock says meanwhile (%s)', async (round) => {
      const plan = await planWritten();
      waymark.clock.set('2026-06-30T08:00:00Z');
      const moves: (() => Promise<unknown>)[] = [() => drafts().publish(as('sro'), plan), () => waymark.runWatches()];
      expect(await endsOf((round % 2 === 0 ? moves : moves.reverse()).map((move) => move()))).toEqual(['done', 'done']);
      await waymark.runWatches();
      const told = (await actions()).filter((action) => action === 'answer' || action === 'no-response');
      expect([['answer'], ['no-response', 'answer']]).toContainEqual(told);
    });

    it.each(['query', 'ask-time'] as const)('%s from two windows is asked once', async (action) => {
      const { rowVersion } = await current();
      expect(await endsOf([1, 2].map(() => alerts().say(as('official'), reference, action, { text: 'Which figures?', rowVersion })))).toEqual(ONE_OF_TWO);
      expect((await actions()).filter((each) => each === action)).toEqual([action]);
      await alerts().say(as('official'), reference, action, { text: 'And which schools?', rowVersion: (await current()).rowVersion });
      expect((await actions()).filter((each) => each === action)).toHaveLength(2);
    });

    it('an acknowledgement from two windows is one', async () => {
      const { rowVersion } = await current();
      expect(await endsOf([1, 2].map(() => alerts().acknowledge(as('official'), reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion })))).toEqual(ONE_OF_TWO);
      expect((await actions()).filter((each) => each === 'acknowledge')).toHaveLength(1);
    });
  });
});
