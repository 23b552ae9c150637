import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DecisionDraft } from '#domain/reviews/review-blockers.js';
import { type EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { ReviewNotesService } from '#features/reviews/review-notes.service.js';
import { ReviewQuestion } from '#features/reviews/review-question.entity.js';
import { ReviewQuestionsService } from '#features/reviews/review-questions.service.js';
import { type Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { ACCEPT, ReviewCouncil, WITH_RESERVATIONS } from '../factories/review-council.factory.js';
import { type Agent, type Page } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const MISSION = '/frameworks/levelling-up-2022/missions/education';
const SECRET = 'The minister rang about this one';

const textOf = (page: Page, selector: string): string[] => page.$(selector).toArray().map((element) => page.$(element).text().replaceAll(/\s+/g, ' ').trim());
const errorsOf = ({ $ }: Page): string[] => $('.govuk-error-summary a').toArray().map((link) => `${$(link).text()} ${$(link).attr('href')}`);

/** Every move of a review by its pages; their HTML and axe in each state: page-states-reviews.spec.ts. */
describe('the moves of a review', () => {
  let council: ReviewCouncil;
  let reviewer: Agent;
  let second: Agent;
  let member: Agent;
  let official: Agent;

  beforeAll(async () => {
    council = await ReviewCouncil.start([WebModule, JobsModule]);
    await council.publishOffTrack();
    const { people } = council.education;
    [reviewer, second, member, official] = await Promise.all(
      [people.reviewer.email, 'second.reviewer@council.example.org', people.member.email, people.official.email].map((email) => council.waymark.signIn(email)),
    ) as [Agent, Agent, Agent, Agent];
  }, 60_000);
  afterAll(() => council?.waymark.close());

  const HONEST = { rating: 'amber-red' as const };
  const at = ({ id }: Review, page = ''): string => `/reviews/${id}${page}`;
  const claimed = (answers: Partial<EvidenceReturnAnswers> = HONEST): Promise<Review> => council.claimed(council.actors.reviewer, answers);
  const decide = async (review: Review, draft: DecisionDraft): Promise<Review> => council.decide(council.actors.reviewer, review, draft);
  /** Posts a form to its own page; gives the page that follows: the next one, or the form with its errors. */
  const send = async (agent: Agent, address: string, fields: Record<string, unknown>): Promise<Page> => {
    const response = await council.waymark.submit(agent, address, fields);
    expect([address, response.status]).toEqual([address, 303]);
    return council.waymark.open(agent, String(response.headers['location']));
  };
  const ask = async (review: Review, text = 'Who pays for the hubs?'): Promise<ReviewQuestion> =>
    council.waymark.get(ReviewQuestionsService).ask(council.actors.reviewer, review.id, { section: 'narrative', text, rowVersion: (await council.read(review.id)).rowVersion });

  it('accept with reservations, which are public', async () => {
    const review = await claimed();
    const failed = await send(reviewer, at(review, '/decide'), { decision: 'accepted-with-reservations' });
    expect(errorsOf(failed)).toEqual(['Enter your reservations #reservations']);
    const stray = await send(reviewer, at(review, '/decide'), { decision: 'accepted', reservations: 'The sample is small.' });
    expect(errorsOf(stray)).toEqual(['You wrote reservations but did not choose to accept with them. Choose that, or clear them #decision']);
    expect(stray.$('#reservations').val()).toBe('The sample is small.');
    const check = await send(reviewer, at(review, '/decide'), { decision: 'accepted-with-reservations', reservations: 'The sample is small.\r\n<b>Very</b> small.' });
    expect(textOf(check, '.govuk-summary-list__value')).toEqual(['Accept with reservations', 'The sample is small. <b>Very</b> small.']);
    const done = await send(reviewer, at(review, '/decide/check'), {});
    expect(textOf(done, '.govuk-panel__title')).toEqual(['Accepted with reservations']);
    const { reference, kind, id } = await council.submissionOf(review);
    const mission = await council.waymark.open(council.waymark.visitor(), MISSION);
    expect(mission.$('main').text()).toContain('The council’s reservations');
    expect(mission.$('main').text()).toContain('<b>Very</b> small.');
    const api = await council.waymark.visitor().get('/api/v1/returns?limit=100');
    const item = (api.body as { items: { reference: string; accepted: { reservations: unknown } }[] }).items.find((line) => line.reference === reference);
    expect(item?.accepted.reservations).toEqual([{ section: '', text: 'The sample is small.\n<b>Very</b> small.' }]);
    const version = await council.waymark.open(official, `/${kind}s/${id}/versions/1`);
    expect(version.$('main').text()).toContain('The council’s reservations');
    const department = await council.waymark.open(official, `/${kind}s/${id}`);
    const above = department.$('main .govuk-inset-text').first().text();
    expect(above).toContain('The council accepted it with reservations on 23 November 2026. They are published beside it');
    expect(above).toContain('The sample is small.');
  });

  it.each([
    [0, 'This is the first round.', ['accepted', 'accepted-with-reservations', 'changes-requested']],
    [1, 'It has been sent back once. This is round 2', ['accepted', 'accepted-with-reservations', 'changes-requested']],
    [2, 'you cannot send it back again', ['accepted', 'accepted-with-reservations', 'published-unresolved']],
  ])('after %d rounds the page says what remains', async (rounds, words, options) => {
    const review = await council.inRound(rounds);
    const page = await council.waymark.open(reviewer, at(review, '/decide'));
    expect(page.$('main').text()).toContain(words);
    expect(page.$('input[name="decision"]').toArray().map((radio) => page.$(radio).val())).toEqual(options);
    expect(page.$('input[name="sections"]').length > 0).toBe(rounds < 2);
  });

  it('publish unresolved, clearly marked', async () => {
    const review = await council.inRound(2);
    const failed = await send(reviewer, at(review, '/decide'), { decision: 'published-unresolved' });
    expect(errorsOf(failed)).toEqual(['Enter what is not resolved #unresolved']);
    await send(reviewer, at(review, '/decide'), { decision: 'published-unresolved', unresolved: 'The cause is still not named.' });
    const done = await send(reviewer, at(review, '/decide/check'), {});
    expect(textOf(done, '.govuk-panel__title')).toEqual(['Published unresolved']);
    const { reference } = await council.submissionOf(review);
    const api = await council.waymark.visitor().get('/api/v1/returns?limit=100');
    const item = (api.body as { items: { reference: string; status: string; accepted: null; unresolved: { reservations: unknown } }[] }).items.find((line) => line.reference === reference);
    expect([item?.status, item?.accepted, item?.unresolved.reservations]).toEqual(['published-unresolved', null, [{ section: '', text: 'The cause is still not named.' }]]);
    const mission = await council.waymark.open(council.waymark.visitor(), MISSION);
    expect([textOf(mission, '#accepted-return'), mission.$('main').text()]).toEqual([
      ['The department’s last return, published unresolved Not accepted'],
      expect.stringContaining('The cause is still not named.'),
    ]);
    expect(await faultsOf(mission.response.text)).toEqual([]);
  });

  it('propose, and a second reviewer confirms or does not', async () => {
    const review = await claimed({ rating: 'green' });
    const form = await council.waymark.open(reviewer, at(review, '/decide'));
    expect(form.$('.govuk-inset-text').text()).toContain('a second reviewer must confirm');
    const check = await send(reviewer, at(review, '/decide'), { decision: 'accepted' });
    expect(check.$('form .govuk-button').text()).toContain('Propose to accept');
    expect(textOf(await send(reviewer, at(review, '/decide/check'), {}), '.govuk-panel__title')).toEqual(['Acceptance proposed']);
    expect((await council.waymark.open(reviewer, at(review, '/second'))).status).toBe(403);
    expect(textOf(await council.waymark.open(reviewer, at(review)), 'main form .govuk-button')).toEqual(['Take back your proposal']);
    const page = await council.waymark.open(second, at(review, '/second'));
    expect(page.$('main').text()).toContain('reviewer proposes: accepted');
    expect(errorsOf(await send(second, at(review, '/second'), {}))).toEqual(['Select whether you confirm it #answer']);
    expect(errorsOf(await send(second, at(review, '/second'), { answer: 'refuse' }))).toEqual(['Enter why you do not confirm it #reason']);
    const back = await send(second, at(review, '/second'), { answer: 'refuse', reason: 'The figures say otherwise.' });
    expect(back.$('main').text()).toContain('The figures say otherwise.');
    await decide(review, ACCEPT);
    await send(second, at(review, '/second'), { answer: 'confirm' });
    const decided = await council.waymark.open(member, at(review));
    expect(decided.$('main').text()).toContain('reviewer; confirmed by Second Reviewer');
    expect((await council.submissionOf(review)).status).toBe('accepted');
  });

  /** What the banner of the review says to whoever opens a page that is over. */
  const elsewhere = async (agent: Agent, address: string): Promise<string> => {
    const { response } = await council.waymark.open(agent, address);
    expect([address, response.status, response.headers['location']]).toEqual([address, 303, address.split('/').slice(0, 3).join('/')]);
    const page = await council.waymark.open(agent, String(response.headers['location']));
    expect(await faultsOf(page.response.text)).toEqual([]);
    return page.$('.govuk-notification-banner__content').text().replaceAll(/\s+/g, ' ').trim();
  };

  it('ask, answer and withdraw', async () => {
    const review = await claimed();
    expect(errorsOf(await send(reviewer, at(review, '/questions/new'), { text: ' ' }))).toEqual(['Enter your question #text']);
    const asked = await send(reviewer, at(review, '/questions/new'), { section: 'narrative', text: 'Who pays for the hubs?' });
    expect(textOf(asked, '.govuk-notification-banner__heading')).toEqual(['The question is asked. An answer is due by 26 November 2026.']);
    expect(textOf(asked, 'main h3').filter((line) => line.startsWith('Narrative')).at(0)).toBe('Narrative Waiting for an answer');
    const blocked = await council.waymark.open(reviewer, at(review, '/decide'));
    expect([blocked.status, blocked.$('main').text()]).toEqual([409, expect.stringContaining('The department has a question to answer')]);
    const { kind, id } = await council.submissionOf(review);
    const [question] = await council.waymark.dataSource.getRepository(ReviewQuestion).findBy({ reviewId: review.id });
    const list = `/${kind}s/${id}/questions`;
    expect((await council.waymark.open(official, `/${kind}s/${id}`)).$(`a[href="${list}"]`).text()).toContain('Answer the council’s question');
    expect((await council.waymark.open(official, list)).$('main').text()).toContain('Who pays for the hubs?');
    const one = `${list}/${question?.id}`;
    expect(errorsOf(await send(official, one, { answer: '' }))).toEqual(['Enter your answer #answer']);
    const answered = await send(official, one, { answer: 'The Treasury\r\ndoes.' });
    expect([answered.$('main form').length, answered.$('main').text()]).toEqual([0, expect.stringContaining('The Treasury\ndoes.')]);
    const twice = await council.waymark.open(official, one);
    expect(twice.$('main form')).toHaveLength(0);
    expect((await council.waymark.open(reviewer, at(review, '/decide'))).status).toBe(200);
    const other = await ask(review, 'And who runs them?');
    const withdraw = at(review, `/questions/${other.id}/withdraw`);
    expect(errorsOf(await send(reviewer, withdraw, { reason: '' }))).toEqual(['Enter why you withdraw the question #reason']);
    const page = await send(reviewer, withdraw, { reason: 'It is on page 3.' });
    expect(page.$('main').text()).toContain('It is on page 3.');
    expect((await council.waymark.open(official, list)).$('main').text()).toContain('It is on page 3.');
  });

  it('keep what was typed where somebody was faster', async () => {
    const review = await claimed();
    const question = await ask(review);
    const { kind, id } = await council.submissionOf(review);
    const address = `/${kind}s/${id}/questions/${question.id}`;
    const { $ } = await council.waymark.open(official, address);
    const _csrf = $('input[name="_csrf"]').first().attr('value');
    await council.waymark.get(ReviewQuestionsService).answer(council.actors.sro, question.id, { answer: 'Mine.', rowVersion: question.rowVersion });
    const late = await official.post(address).redirects(0).type('form').send({ _csrf, rowVersion: question.rowVersion, answer: 'A long answer.' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('A long answer.');
    expect(late.text).toContain('has answered this question');
  });

  it('hand on, by the holder and by a member', async () => {
    const review = await claimed();
    expect(errorsOf(await send(reviewer, at(review, '/hand-on'), {}))).toEqual(['Select who takes it #to']);
    const failed = await send(reviewer, at(review, '/hand-on'), { to: council.actors.second.id });
    expect(errorsOf(failed)).toEqual(['Enter why you hand it on #reason']);
    expect(failed.$('input[name="to"]:checked').val()).toBe(council.actors.second.id);
    const page = await send(reviewer, at(review, '/hand-on'), { to: council.actors.second.id, reason: 'I am on leave.' });
    expect(textOf(page, '.govuk-notification-banner__heading')).toEqual(['The review is handed on to Second Reviewer.']);
    expect(page.$('main ol').text().replaceAll(/\s+/g, ' ')).toContain('Handed on to Second Reviewer');
    const again = await send(member, at(review, '/hand-on'), { to: council.actors.reviewer.id, reason: 'Back from leave.' });
    expect(again.$('main').text()).toContain('Back from leave.');
    expect((await council.read(review.id)).reviewerId).toBe(council.actors.reviewer.id);
    const late = await elsewhere(second, at(review, '/hand-on'));
    expect(late).toMatch(/ has handed this review on to reviewer, on 23 November 2026 at /);
  });

  it.each(['/hand-on', '/hand-back', '/questions/new', '/second'])('lead from %s to the review, which says what happened, when somebody was faster', async (page) => {
    const review = await claimed();
    await send(reviewer, at(review, '/hand-on'), { to: council.actors.second.id, reason: 'I am on leave.' });
    expect(await elsewhere(reviewer, at(review, page))).toMatch(/ has handed this review on to Second Reviewer, on 23 November 2026 at /);
    const held = await council.read(review.id);
    await council.waymark.get(ReviewsService).handBack(council.actors.second, held.id, held.rowVersion);
    expect(await elsewhere(reviewer, at(review, page))).toMatch(/^This review is back in the queue\. .* What happened last: review handed back, by Second Reviewer on 23 November 2026 at /);
  });

  it('show the delivery beside the accepted one of the period before', async () => {
    await decide(await claimed({ ...HONEST, narrative: 'Hubs opened in ten places.', steps: [{ id: 'one', action: 'Hire teachers', owner: 'Ada Hill', dueOn: '2027-03-31' }] }), ACCEPT);
    const review = await claimed({ ...HONEST, narrative: 'Hubs opened in twenty places.' });
    const page = await council.waymark.open(reviewer, at(review, '/compare'));
    expect(textOf(page, 'ins')).toContain('twenty');
    expect(textOf(page, 'del')).toContain('ten');
    expect(page.$('main').text()).toContain('as the council accepted it');
    const show = await council.waymark.open(reviewer, at(review));
    expect(show.$('main').text()).toContain('Hire teachers');
    expect(textOf(show, 'main li').filter((line) => line.startsWith('Hire teachers'))).toEqual(['Hire teachers (Ada Hill, by 31 March 2027) Done Opened in spring.']);
  });

  describe('a note to the file', () => {
    it('is on the council’s page, and on none that the department or the public reads', async () => {
      const review = await council.inRound(1);
      const question = await ask(review);
      const page = await send(reviewer, at(review, '/notes/new'), { text: SECRET });
      expect(page.$('main').text()).toContain(SECRET);
      await council.waymark.get(ReviewQuestionsService).answer(council.actors.sro, question.id, { answer: 'We do.', rowVersion: question.rowVersion });
      await decide(review, WITH_RESERVATIONS);
      await council.waymark.runJobs();
      const { kind, id, reference } = await council.submissionOf(review);
      const own = `/${kind}s/${id}`;
      const sro = await council.waymark.signIn(council.education.people.sro.email);
      for (const agent of [official, sro, council.waymark.visitor()]) {
        for (const address of ['/work', own, `${own}/versions/1`, `${own}/versions/2`, `${own}/questions`, `${own}/questions/${question.id}`, '/inbox', MISSION, '/frameworks/levelling-up-2022', at(review), '/api/v1/returns?limit=100', '/api/v1/reviews?limit=100']) {
          const { text } = await agent.get(address);
          expect([address, text.includes(SECRET)]).toEqual([address, false]);
        }
      }
      expect(council.waymark.sent.some(({ subject, body }) => `${subject} ${body}`.includes(SECRET))).toBe(false);
      expect(reference).toMatch(/^ER-/);
    });
  });

  it('opens in under 15 statements', async () => {
    const review = await claimed();
    await ask(review);
    await council.waymark.get(ReviewNotesService).add(council.actors.member, review.id, 'Note.');
    await council.waymark.open(reviewer, at(review));
    const { result, statements } = await statementsOf(() => council.waymark.open(reviewer, at(review)));
    expect(result.status).toBe(200);
    // Session, person, audit line and transaction are of the frame of every page.
    const own = statements.filter((statement) => !/sessions|delegations|audit_entries|pg_advisory|"User"\."email"|^(START|COMMIT)/.test(statement));
    expect(own.length).toBeLessThan(15);
  });
});
