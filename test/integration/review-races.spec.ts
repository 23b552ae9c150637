import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewHandOnService } from '#features/reviews/review-hand-on.service.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { verifyChain } from '#platform/audit/verify-chain.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { saveManyReviews } from '../factories/many-reviews.factory.js';
import { ACCEPT, ReviewCouncil, SEND_BACK } from '../factories/review-council.factory.js';
import { type Agent } from '../support/application.js';

const ROUNDS = 500;

/** What became of two at once: one went through, and the other was told in words. */
function outcome(results: PromiseSettledResult<unknown>[]): [string[], string[]] {
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  return [results.map(({ status }) => status).sort(), refused.map((error) => (error instanceof ApplicationError ? error.kind : String(error)))];
}

describe('two reviewers at once', () => {
  let council: ReviewCouncil;
  beforeAll(async () => {
    council = await ReviewCouncil.start();
  }, 60_000);
  afterAll(() => council?.waymark.close());

  it('the other one reads a page that says who was faster', async () => {
    const agents = await Promise.all(['reviewer@council.example.org', 'second.reviewer@council.example.org'].map((email) => council.waymark.signIn(email)));
    const token = async (agent: Agent): Promise<unknown> => (await council.waymark.open(agent, '/sign-out')).$('input[name="_csrf"]').first().attr('value');
    const tokens = await Promise.all(agents.map(token));
    const [first, held] = [await council.queued(), await council.queued()];
    const { id, rowVersion } = first;
    const claims = await Promise.all(agents.map((agent, index) => agent.post(`/reviews/${id}/claim`).redirects(0).type('form').send({ _csrf: tokens[index], rowVersion })));
    expect(claims.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = claims.find(({ status }) => status === 409);
    expect(late?.text).toMatch(/(reviewer|Second Reviewer) has claimed this review/);
    expect(late?.text).toContain('<h1');

    // One decides in one window and hands on in another, as they were opened before.
    await council.reviews.claim(council.actors.reviewer, held.id, held.rowVersion);
    const seen = (await council.read(held.id)).rowVersion;
    const [agent] = agents as [Agent, Agent];
    await council.waymark.submit(agent, `/reviews/${held.id}/decide`, { decision: 'accepted' });
    const both = await Promise.all([
      agent.post(`/reviews/${held.id}/decide/check`).redirects(0).type('form').send({ _csrf: tokens[0], rowVersion: seen }),
      agent.post(`/reviews/${held.id}/hand-on`).redirects(0).type('form').send({ _csrf: tokens[0], rowVersion: seen, to: council.actors.second.id, reason: 'I am on leave until May.' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const [decided, handed] = both;
    if (handed?.status === 409) expect(handed.text).toContain('I am on leave until May.');
    else expect(decided?.text).toContain('has handed this review on to Second Reviewer');
  });

  it(`${ROUNDS} rounds: one claim and one decision each, whether the holder decides twice or hands on meanwhile`, async () => {
    const { reviewer, second } = council.actors;
    const handOns = council.waymark.get(ReviewHandOnService);
    const ids = await saveManyReviews(council, ROUNDS);
    const one = [['fulfilled', 'rejected'], ['conflict']];
    for (const [round, id] of ids.entries()) {
      const { rowVersion } = await council.read(id);
      expect([round, outcome(await Promise.allSettled([reviewer, second].map((actor) => council.reviews.claim(actor, id, rowVersion))))]).toEqual([round, one]);
      const held = await council.read(id);
      const [holder, other] = held.reviewerId === reviewer.id ? [reviewer, second] : [second, reviewer];
      const decide = council.reviews.decide(holder, id, { draft: ACCEPT, rowVersion: held.rowVersion });
      const against = round % 2 === 0
        ? council.reviews.decide(holder, id, { draft: SEND_BACK, rowVersion: held.rowVersion })
        : handOns.handOn(holder, id, { to: other.id, reason: 'Leave', rowVersion: held.rowVersion });
      expect([round, outcome(await Promise.allSettled([decide, against]))]).toEqual([round, one]);
    }
    const reviews = await council.waymark.dataSource.getRepository(Review).find({ relations: { submission: true } });
    const raced = reviews.filter(({ id }) => ids.includes(id));
    expect(raced).toHaveLength(ROUNDS);
    for (const { status, decision, submission } of raced) expect([submission.reference, submission.status]).toEqual([submission.reference, status === 'decided' ? decision : 'in-review']);
    const events = await council.waymark.dataSource.getRepository(SubmissionEvent).find();
    const of = (submissionId: string, ...actions: string[]): number => events.filter((event) => event.submissionId === submissionId && actions.includes(event.action)).length;
    for (const { submissionId, status } of raced) {
      expect([of(submissionId, 'start-review'), of(submissionId, 'accept', 'request-changes')]).toEqual([1, status === 'decided' ? 1 : 0]);
    }
    expect(await verifyChain(council.waymark.dataSource)).toMatchObject({ whole: true });
  }, 180_000);
});
