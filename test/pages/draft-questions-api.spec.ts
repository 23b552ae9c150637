import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { type TokenScope } from '#domain/access/token-scopes.js';
import { AccessTokensService } from '#features/access/access-tokens.service.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewQuestion } from '#features/reviews/review-question.entity.js';
import { ReviewQuestionsService } from '#features/reviews/review-questions.service.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const COMMAND = systemActor('command', 'token add');

interface Question { id: string; section: string | null; question: string; dueOn: string; overdue: boolean; state: string; answer: string | null; rowVersion: number }
interface Problem { type: string; reasons?: { code: string; field?: string; message: string }[] }

describe('the council’s questions, for a department’s own system', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let token: string;
  let readOnly: string;
  let other: string;

  const tokenOf = async (email: string, scopes: TokenScope[]): Promise<string> => (await waymark.get(AccessTokensService).add(COMMAND, { email, scopes, name: 'system', days: 90 })).secret;
  const get = (path: string, bearer = token) => waymark.visitor().get(`/api/v1/drafts/${path}`).set('Authorization', `Bearer ${bearer}`);
  const answer = (reference: string, { id, rowVersion }: Question, text: unknown, { bearer = token, key = '' } = {}) => {
    const request = waymark.visitor().post(`/api/v1/drafts/${reference}/questions/${id}/answer`).set('Authorization', `Bearer ${bearer}`);
    return (key ? request.set('Idempotency-Key', key) : request).send({ answer: text, rowVersion });
  };
  const problem = ({ text }: { text: string }): Problem => JSON.parse(text) as Problem;
  const questions = async (reference: string): Promise<Question[]> => ((await get(`${reference}/questions`)).body as { items: Question[] }).items;
  const reviewOf = ({ id }: Submission): Promise<Review> => waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: id });
  const asked = async (kind: 'evidence-return' | 'delivery-plan' = 'evidence-return'): Promise<{ submission: Submission; question: Question }> => {
    const submission = await make.in('in-review', kind);
    const review = await reviewOf(submission);
    const section = kind === 'evidence-return' ? 'narrative' : 'summary';
    await waymark.get(ReviewQuestionsService).ask(actorOf(education.people.reviewer), review.id, { section, text: 'Which hubs?', rowVersion: review.rowVersion });
    const [question] = await questions(submission.reference);
    if (!question) throw new Error('nothing was asked');
    return { submission, question };
  };

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    token = await tokenOf(education.people.official.email, ['returns.write']);
    readOnly = await tokenOf(education.people.official.email, ['returns.read']);
    other = await tokenOf(education.people.otherSro.email, ['returns.write']);
  }, 60_000);
  afterAll(() => waymark?.close());

  it.each(['evidence-return', 'delivery-plan'] as const)('are read with their clock and answered, of a %s, and the state says so', async (kind) => {
    const { submission, question } = await asked(kind);
    expect(question).toMatchObject({ section: kind === 'evidence-return' ? 'Narrative' : 'Summary', question: 'Which hubs?', overdue: false, state: 'open', answer: null });
    expect(question.dueOn > waymark.clock.today()).toBe(true);
    expect((await get(submission.reference)).body).toMatchObject({ status: 'in-review', questions: [question] });
    expect((await get(`${submission.reference}/questions`, readOnly)).status).toBe(200);

    const answered = await answer(submission.reference, question, 'Those of Leeds.');
    expect([answered.status, answered.body]).toEqual([200, expect.objectContaining({ id: question.id, state: 'answered', answer: 'Those of Leeds.', answeredAt: waymark.clock.now().toISOString() })]);
    expect((await get(submission.reference)).body).toMatchObject({ questions: [{ state: 'answered', answer: 'Those of Leeds.' }] });
    // neither the sign-off nor the version is reset
    const after = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id });
    expect([after.status, after.deliveredVersions, after.signedBy]).toEqual(['in-review', 1, education.people.sro.id]);
  });

  it('are not there before anything was delivered', async () => {
    const { reference } = await make.open('delivery-plan');
    expect([await questions(reference), ((await get(reference)).body as { questions: unknown[] }).questions]).toEqual([[], []]);
  });

  it('are answered once: replayed under one key, refused under another, one of two at once', async () => {
    const { submission: { reference }, question } = await asked();
    const [first, replay] = [await answer(reference, question, 'Leeds.', { key: 'k1' }), await answer(reference, question, 'Leeds.', { key: 'k1' })];
    expect([first.status, replay.status, replay.body]).toEqual([200, 200, first.body]);
    const [twice, changed] = [await answer(reference, question, 'Leeds.', { key: 'k2' }), await answer(reference, question, 'York.', { key: 'k1' })];
    expect([twice.status, problem(twice).type, changed.status]).toEqual([409, 'urn:waymark:problem:question-answered', 409]);

    const next = await asked();
    const both = await Promise.all(['A', 'B'].map((text) => answer(next.submission.reference, next.question, text)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('are late after their day, and are answered all the same until the review is over', async () => {
    const { submission, question } = await asked();
    waymark.clock.advance(9 * 24 * 60 * 60 * 1000);
    expect((await questions(submission.reference))[0]).toMatchObject({ state: 'open', overdue: true, dueOn: question.dueOn });
    expect((await answer(submission.reference, question, 'Late, but here.')).status).toBe(200);

    const over = await asked('delivery-plan');
    waymark.clock.advance(9 * 24 * 60 * 60 * 1000);
    const reviewer = actorOf(education.people.reviewer);
    await waymark.get(ReviewsService).decide(reviewer, (await reviewOf(over.submission)).id, { draft: { decision: 'accepted', reasons: [] }, rowVersion: (await reviewOf(over.submission)).rowVersion });
    const closed = (await questions(over.submission.reference))[0] ?? over.question;
    expect(closed.state).toBe('closed');
    expect((await answer(over.submission.reference, closed, 'Too late.')).status).toBe(409);
  });

  it('are refused to other departments, other scopes, and under another reference', async () => {
    const { submission: { reference }, question } = await asked();
    const elsewhere = await make.open('evidence-return');
    expect((await get(`${reference}/questions`, other)).status).toBe(403);
    expect((await answer(reference, question, 'Theirs.', { bearer: other })).status).toBe(403);
    const scoped = await answer(reference, question, 'Read.', { bearer: readOnly });
    expect([scoped.status, problem(scoped).type, scoped.headers['www-authenticate']]).toEqual([403, 'urn:waymark:problem:insufficient-scope', expect.stringContaining('returns.write')]);
    expect((await answer(elsewhere.reference, question, 'Elsewhere.')).status).toBe(404);
    expect((await answer(reference, { ...question, id: 'x' }, 'None.')).status).toBe(404);
    expect((await answer('ER-2026-NONE', question, 'None.')).status).toBe(404);
    expect((await waymark.visitor().get(`/api/v1/drafts/${reference}/questions`)).status).toBe(401);
    expect((await waymark.dataSource.getRepository(ReviewQuestion).findOneByOrFail({ id: question.id })).answer).toBeNull();
  });

  it('say what an answer lacks, with its field', async () => {
    const { submission: { reference }, question } = await asked();
    const told = async (text: unknown, rowVersion: unknown = question.rowVersion): Promise<unknown> => {
      const refused = await answer(reference, { ...question, rowVersion: rowVersion as number }, text);
      return [refused.status, problem(refused).reasons?.map(({ field }) => field)];
    };
    expect(await told(' ')).toEqual([422, ['answer']]);
    expect(await told('x'.repeat(5001))).toEqual([422, ['answer']]);
    for (const odd of [null, 7, undefined, ['a']]) expect(await told(odd)).toEqual([422, ['answer']]);
    expect(await told('Yes.', 'first')).toEqual([422, ['rowVersion']]);
    expect((await answer(reference, { ...question, rowVersion: 99 }, 'Yes.')).status).toBe(409);
  });
});
