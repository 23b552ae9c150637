import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { type OpenedSubmission, SubmissionsService } from '#features/submissions/submissions.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type DepartmentActor, openedAs, startDepartments, type SubmissionFactory } from '../factories/submission.factory.js';
import { type TestApplication } from '../support/application.js';

const ROUNDS = 500;
const WHY = [{ section: 'narrative', text: 'Name the cause' }];

/** Two moves at once and which state the submission is in before them. Each reads the page once, before the race. */
type Race = 'send and save' | 'sign and save' | 'sign and decline' | 'decline and decline';

describe('an official and an SRO at once', () => {
  let waymark: TestApplication;
  let make: SubmissionFactory;
  let actors: Record<DepartmentActor, Actor>;
  let submissions: SubmissionsService;

  beforeAll(async () => {
    ({ waymark, make, actors } = await startDepartments());
    submissions = waymark.get(SubmissionsService);
  });
  afterAll(() => waymark?.close());

  const read = async (id: string): Promise<OpenedSubmission> => openedAs(await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id }));
  const decisionsOf = (submissionId: string): Promise<number> => waymark.dataSource.getRepository(SubmissionEvent).countBy({ submissionId });
  const save = (actor: Actor, opened: OpenedSubmission, round: number): Promise<Submission> =>
    waymark.get(EvidenceReturnsService).save(actor, opened, { narrative: `Words of round ${round}.` });

  /** The two moves of a race, from one page each. */
  function movesOf(race: Race, seen: OpenedSubmission, round: number): [Promise<unknown>, Promise<unknown>] {
    switch (race) {
      case 'send and save':
        return [submissions.move(actors.official, seen, 'send-for-sign-off'), save(actors.official, seen, round)];
      case 'sign and save':
        return [submissions.move(actors.sro, seen, 'submit'), save(actors.official, seen, round)];
      case 'sign and decline':
        return [submissions.move(actors.sro, seen, 'submit'), submissions.move(actors.both, seen, 'decline', WHY)];
      case 'decline and decline':
        return [submissions.move(actors.sro, seen, 'decline', WHY), submissions.move(actors.both, seen, 'decline', WHY)];
    }
  }

  it(`${ROUNDS} rounds: one decision each, and the other is told that it came too late`, async () => {
    let submission = await make.in('draft');
    const won = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { status } = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id });
      if (status === 'submitted') submission = await make.in('draft');
      const draft = status === 'draft' || status === 'submitted';
      const race: Race = draft ? 'send and save' : (['sign and save', 'decline and decline', 'sign and decline'] as const)[round % 3] ?? 'sign and save';
      const seen = await read(submission.id);
      const before = await decisionsOf(submission.id);
      const moves = movesOf(race, seen, round);
      const outcomes = await Promise.allSettled(round % 2 === 0 ? moves : moves.reverse());
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as ApplicationError] : []));
      expect([race, refused.map((error) => (error instanceof ApplicationError ? error.kind : String(error)))]).toEqual([race, ['conflict']]);
      expect(await decisionsOf(submission.id)).toBe(before + 1);
      const now = await read(submission.id);
      expect(now.rowVersion).toBe(seen.rowVersion + 1);
      won.set(race, (won.get(race) ?? 0) + 1);
      // What was declined by name is changed, so that it can be sent again.
      if (race === 'decline and decline' || race === 'sign and decline') {
        const after = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id });
        if (after.status === 'draft') await save(actors.official, openedAs(after), round + ROUNDS);
      }
    }
    expect([...won.keys()].sort()).toEqual(['decline and decline', 'send and save', 'sign and decline', 'sign and save']);
    const unsigned = await waymark.dataSource.getRepository(SubmissionVersion).countBy({ signedBy: actors.official.id });
    expect(unsigned).toBe(0);
  }, 120_000);
});
