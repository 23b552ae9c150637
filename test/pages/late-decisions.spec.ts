import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { ReviewHandOnService } from '#features/reviews/review-hand-on.service.js';
import { type Review } from '#features/reviews/review.entity.js';
import { ReviewersWebModule } from '#features/reviewers/web/reviewers-web.module.js';
import { COUNCIL_MODULES, ReviewCouncil } from '../factories/review-council.factory.js';
import { type Agent, type Page } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

/** The council's chair hands a review on while its holder writes. */
describe('a decision that comes too late', () => {
  let council: ReviewCouncil;
  let reviewer: Agent;

  beforeAll(async () => {
    council = await ReviewCouncil.start([...COUNCIL_MODULES, ReviewersWebModule]);
    reviewer = await council.waymark.signIn(council.education.people.reviewer.email);
  }, 60_000);
  afterAll(() => council?.waymark.close());

  const at = ({ id }: Review, page = ''): string => `/reviews/${id}${page}`;
  const send303 = async (agent: Agent, address: string): Promise<Page> => {
    const { response } = await council.waymark.open(agent, address);
    expect([address, response.status]).toEqual([address, 303]);
    return council.waymark.open(agent, String(response.headers['location']));
  };

  it.each(['/decide', '/decide/check', '/decide/templates'])('keep a decision that came too late to %s', async (page) => {
    const review = await council.claimed();
    const typed = { decision: 'changes-requested', sections: 'narrative', reasons: { narrative: 'Say who pays.' }, reservations: '', unresolved: '' };
    if (page === '/decide/check') expect((await council.waymark.submit(reviewer, at(review, '/decide'), typed)).headers['location']).toBe(at(review, page));
    const { $ } = await council.waymark.open(reviewer, at(review, '/decide'));
    const hidden = { _csrf: $('input[name="_csrf"]').first().attr('value'), rowVersion: $('input[name="rowVersion"]').first().attr('value') };
    const { people } = council.education;
    await council.waymark.get(ReviewHandOnService).handOn({ ...council.actors.reviewer, id: people.member.id, name: people.member.name, roles: ['council-chair'] }, review.id, { to: council.actors.second.id, reason: 'She knows it.', rowVersion: (await council.read(review.id)).rowVersion });
    const late = await reviewer.post(at(review, page)).redirects(0).type('form').send({ ...hidden, ...(page === '/decide/check' ? {} : { ...typed, reservations: 'None so far.', templates: { narrative: 'x' } }), ...(page === '/decide' ? { reservations: '' } : {}) });
    expect([late.status, await faultsOf(late.text)]).toEqual([409, []]);
    const shown = load(late.text);
    const texts = shown('main textarea').toArray().map((area) => shown(area).val());
    expect(texts).toEqual(page === '/decide/templates' ? ['Say who pays.', 'None so far.'] : ['Say who pays.']);
    if (page !== '/decide/templates') expect(shown('main').text()).toContain(`${people.member.name} has handed this review on to Second Reviewer`);
    const opened = await send303(reviewer, shown('main a').last().attr('href') ?? '');
    expect(opened.$('.govuk-notification-banner__content').text()).toContain(`${people.member.name} has handed this review on to Second Reviewer.`);
  });
});
