import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExampleModule } from '#features/example/example.module.js';
import { ReviewQuestionsService } from '#features/reviews/review-questions.service.js';
import { type Review } from '#features/reviews/review.entity.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { ACCEPT, ReviewCouncil, SEND_BACK, UNRESOLVED, WITH_RESERVATIONS } from '../factories/review-council.factory.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

/** In the order of the work: each row stands on what the rows before it have done. */
const QUEUE: PageState[] = [
  ['empty', 'reviewer', '/reviews'],
  ['nothing to accept together', 'reviewer', '/reviews/bulk/accept'],
  ['empty', 'member', '/reviews/workload'],
];

const ONE: PageState[] = [
  ['waiting', 'reviewer', '/reviews'],
  ['filtered', 'reviewer', '/reviews?kind=evidence-return&state=waiting&risk=high'],
  ['filtered to nothing', 'reviewer', '/reviews?kind=delivery-plan'],
  ['with what somebody is barred from', 'inside', '/reviews'],
  ['waiting', 'member', '/reviews/{review}'],
  ['refused without a tick', 'reviewer', '/reviews /reviews/bulk/claims', {}],
  ['claimed', 'reviewer', '/reviews/{review} /reviews/{review}/claim', {}],
  ['conflict of two claims', 'second', '/reviews/{review} /reviews/{review}/claim', STALE],
  ['held by another', 'second', '/reviews/{review}'],
  ['mine', 'reviewer', '/reviews'],
  ['refused', 'reviewer', '/reviews/{review}/decide', {}],
  ['refused without a section', 'reviewer', '/reviews/{review}/decide', { decision: 'changes-requested' }],
  ['refused without words', 'reviewer', '/reviews/{review}/decide', { decision: 'accepted-with-reservations', reservations: ' ' }],
  ['conflict', 'reviewer', '/reviews/{review}/decide', { decision: 'accepted', ...STALE }],
  ['empty', 'reviewer', '/reviews/{review}/questions/new'],
  ['refused', 'reviewer', '/reviews/{review}/questions/new', { text: ' ' }],
  ['conflict', 'reviewer', '/reviews/{review}/questions/new', { text: 'Which schools?', ...STALE }],
  ['with a question', 'reviewer', '/reviews/{review}/questions/new', { text: 'Which schools?' }],
  ['moved on: a question is open', 'reviewer', '/reviews/{review}/decide'],
  ['open', 'official', '/evidence-returns/{return}/questions', undefined, ['question', /(?<=questions\/)[\w-]{36}/]],
  ['refused', 'official', '/evidence-returns/{return}/questions/{question}', { answer: '' }],
  ['conflict', 'official', '/evidence-returns/{return}/questions/{question}', { answer: 'Ours.', ...STALE }],
  ['refused', 'reviewer', '/reviews/{review}/questions/{question}/withdraw', { reason: '' }],
  ['answered', 'official', '/evidence-returns/{return}/questions/{question}', { answer: 'All of them.' }],
  ['answered', 'reviewer', '/reviews/{review}'],
  ['refused', 'member', '/reviews/{review}/notes/new', { text: '' }],
  ['with a note', 'member', '/reviews/{review}/notes/new', { text: 'For the file.' }],
  ['refused', 'reviewer', '/reviews/{review}/hand-on', { reason: '' }],
  ['conflict', 'reviewer', '/reviews/{review}/hand-on', { to: '{second}', reason: 'Leave', ...STALE }],
  ['handed on', 'reviewer', '/reviews/{review}/hand-on', { to: '{second}', reason: 'Leave' }],
  ['conflict', 'second', '/reviews/{review}/hand-back', STALE],
  ['handed back', 'second', '/reviews/{review}/hand-back', {}],
  ['claimed again', 'reviewer', '/reviews/{review} /reviews/{review}/claim', {}],
  ['to check', 'reviewer', '/reviews/{review}/decide', { decision: 'accepted-with-reservations', reservations: 'The sample is small.' }],
  ['conflict', 'reviewer', '/reviews/{review}/decide/check', STALE],
  ['decided', 'reviewer', '/reviews/{review}/decide/check', {}],
  ['with a last decision', 'reviewer', '/reviews'],
];

const SEVERAL: PageState[] = [
  ['claims of several', 'reviewer', '/reviews /reviews/bulk/claims', { reviews: '{tick}' }],
  ['to accept together', 'reviewer', '/reviews/bulk/accept'],
  ['refused without a tick', 'reviewer', '/reviews/bulk/accept/check'],
  ['to check', 'reviewer', '/reviews/bulk/accept/check?reviews={several}'],
  ['accepted together', 'reviewer', '/reviews/bulk/accept/check?reviews={several} /reviews/bulk/accept/check', {}],
];

describe('the pages of reviews', () => {
  let council: ReviewCouncil;
  let states: PageStates;

  beforeAll(async () => {
    council = await ReviewCouncil.start([WebModule, JobsModule, ExampleModule]);
    const { people } = council.education;
    const emails = Object.fromEntries(['official', 'sro', 'reviewer', 'member'].map((name) => [name, people[name as 'official'].email]));
    states = await PageStates.start(council.waymark, { ...emails, second: 'second.reviewer@council.example.org', inside: 'inside@dfe.example.org' });
    states.kept['second'] = council.actors.second.id;
  }, 60_000);
  afterAll(() => states?.close());

  it.each(QUEUE)('empty queue: %s, %s at %s', (...state) => states.show(state));

  describe('one review', () => {
    beforeAll(async () => {
      const review = await council.queued();
      Object.assign(states.kept, { review: review.id, return: review.submissionId });
    });
    it.each(ONE)('%s, %s at %s', (...state) => states.show(state));
  });

  describe('several at once', () => {
    beforeAll(async () => {
      const { id, rowVersion } = await council.queued();
      Object.assign(states.kept, { several: id, tick: `${id}:${rowVersion}` });
      await council.waymark.dataSource.query(`UPDATE review_checks SET outcome = 'passed' WHERE review_id = $1`, [id]);
    });
    it.each(SEVERAL)('%s, %s at %s', (...state) => states.show(state));
  });

  it.each<[string, () => Promise<Review>]>([
    ['overdue', () => council.claimed()],
    ['sent back', async () => council.decide(council.actors.reviewer, await council.claimed(), SEND_BACK)],
    ['in its second round, with a difference', () => council.inRound(1)],
    ['in its last round', () => council.inRound(2)],
    ['published unresolved', async () => council.decide(council.actors.reviewer, await council.inRound(2), UNRESOLVED)],
    ['accepted', async () => council.decide(council.actors.reviewer, await council.claimed(), ACCEPT)],
    ['accepted with reservations', async () => council.decide(council.actors.reviewer, await council.claimed(), WITH_RESERVATIONS)],
    ['with an open question', async () => {
      const { id, rowVersion } = await council.claimed();
      await council.waymark.get(ReviewQuestionsService).ask(council.actors.reviewer, id, { section: 'narrative', text: 'Which schools?', rowVersion });
      return council.read(id);
    }],
  ])('%s: every page of it, to whoever comes to it', async (_, make) => {
    const { id } = await make();
    for (const person of ['reviewer', 'second', 'member']) await states.sweep(person, '/reviews/:id', id);
  }, 60_000);

  it('proposed to a second reviewer, where the return claims better than the figures', async () => {
    await council.publishOffTrack();
    const review = await council.claimed(council.actors.reviewer, { rating: 'green' });
    await states.sweep('reviewer', '/reviews/:id', review.id);
    const { id } = await council.decide(council.actors.reviewer, review, ACCEPT);
    for (const person of ['reviewer', 'second', 'member']) await states.sweep(person, '/reviews/:id', id);
    states.kept['proposed'] = id;
    await states.show(['refused', 'second', '/reviews/{proposed}/second', {}]);
    await states.show(['conflict', 'second', '/reviews/{proposed}/second', { answer: 'confirm', ...STALE }]);
    await states.show(['not confirmed', 'second', '/reviews/{proposed}/second', { answer: 'refuse', reason: 'Not yet.' }]);
    await states.show(['a queue with every kind of line', 'reviewer', '/reviews']);
    expect(states.look.count.pages).toBeGreaterThan(60);
  }, 60_000);
});
