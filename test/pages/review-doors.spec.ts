import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExampleModule } from '#features/example/example.module.js';
import { AbsencesService } from '#features/reviewers/absences.service.js';
import { InterestsService } from '#features/reviewers/interests.service.js';
import { ReviewNotesService } from '#features/reviews/review-notes.service.js';
import { type Review } from '#features/reviews/review.entity.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { ACCEPT, ReviewCouncil, SEND_BACK } from '../factories/review-council.factory.js';
import { type Agent } from '../support/application.js';

const NOTE = 'Zinnia: between ourselves.';

/** Every door through which a department could come to what the council keeps to itself. */
describe('what stays with the council', () => {
  let council: ReviewCouncil;
  let review: Review;

  beforeAll(async () => {
    council = await ReviewCouncil.start([WebModule, JobsModule, ExampleModule]);
    await council.publishOffTrack();
    review = await council.claimed(council.actors.reviewer, { rating: 'amber' });
    await council.waymark.get(ReviewNotesService).add(council.actors.member, review.id, NOTE);
  }, 60_000);
  afterAll(() => council?.waymark.close());

  const agentOf = (email: string): Promise<Agent> => council.waymark.signIn(email);

  it('a note to the file is on the council’s page, and nowhere that the department or the public comes to', async () => {
    const { waymark, education } = council;
    await council.decide(council.actors.reviewer, review, SEND_BACK);
    await waymark.runJobs();
    const { id, reference } = await council.submissionOf(review);
    const room = `/evidence-returns/${id}`;
    const official = await agentOf(education.people.official.email);
    const made = await waymark.submit(official, `${room}/draft-links/new`, { purpose: 'Analysts', days: '7' });
    const secret = /\/drafts\/[\w-]{43}/.exec((await waymark.open(official, String(made.headers['location']))).$('.govuk-notification-banner').text())?.[0] ?? '';
    const pages = ['', '/versions/1', '/questions', '/check', '/take-up', '/narrative', '/comments', '/attachments', '/workbook.xlsx', '/draft-links'].map((page) => `${room}${page}`);
    const doors = [...pages, secret, '/work', '/inbox', '/alerts', '/calendar', '/calendar.csv', '/organisations/dfe', '/frameworks/levelling-up-2022/missions/education', '/api/v1/returns', '/api/v1/reviews', `/api/v1/drafts/${reference}`];
    for (const agent of [official, await agentOf(education.people.sro.email), waymark.visitor()]) {
      for (const door of doors) expect([door, (await waymark.open(agent, door)).response.text ?? '']).toEqual([door, expect.not.stringContaining('Zinnia')]);
      for (const door of [`/reviews/${review.id}`, `/reviews/${review.id}/notes/new`, `/reviews/${review.id}/compare`]) expect([door, [303, 403].includes((await waymark.open(agent, door)).status)]).toEqual([door, true]);
    }
    expect(JSON.stringify(waymark.sent)).not.toContain('Zinnia');
    const told: { notices: string }[] = await waymark.dataSource.query(`SELECT coalesce(json_agg(n)::text, '') AS notices FROM notices n`);
    expect(told[0]?.notices).not.toContain('Zinnia');
    const audited: { events: string }[] = await waymark.dataSource.query(`SELECT coalesce(json_agg(e)::text, '') AS events FROM audit_entries e`);
    expect(audited[0]?.events).not.toContain('Zinnia');
    expect((await waymark.open(await agentOf(education.people.member.email), `/reviews/${review.id}`)).$('main').text()).toContain(NOTE);
  });

  it('nor is it shown to whoever is on secondment from the department', async () => {
    const page = await council.waymark.open(await agentOf('lent@council.example.org'), `/reviews/${review.id}`);
    expect(page.$('main').text()).not.toContain('Zinnia');
    expect(page.$('main').text()).toContain('the notes to the file are not shown to you');
  });

  it('a second opinion is asked of those who may give one, and of nobody with an interest', async () => {
    const { waymark, education, actors } = council;
    const biased = await savePerson(waymark, 'Bia Sed', ['reviewer'], 'council');
    const interest = { subject: `mission:${education.mission.id}`, what: 'My school', from: '2026-01-01', to: '' };
    await waymark.get(InterestsService).declare(actorOf(biased), interest);
    const claimed = await council.claimed(actors.reviewer, { rating: 'green' });
    const before = waymark.sent.length;
    expect((await council.decide(actors.reviewer, claimed, ACCEPT)).status).toBe('proposed');
    await waymark.runJobs();
    expect(council.mailed('Second reviewer needed', before)).toEqual(['second.reviewer@council.example.org']);
  });

  it('the timeline says why a review came back: on leave is not silence', async () => {
    const { waymark, actors } = council;
    const held = await council.claimed(actors.second);
    await waymark.get(AbsencesService).record(actors.second, { from: '2026-11-23', to: '2026-12-11', scope: 'all-open' });
    await waymark.runWatches();
    const page = await waymark.open(await agentOf(council.education.people.member.email), `/reviews/${held.id}`);
    const lines = page.$('ol li').toArray().map((line) => page.$(line).text().replaceAll(/\s+/g, ' ').trim());
    expect(lines.filter((line) => line.startsWith('Returned to the queue'))).toEqual([expect.stringContaining('23 November 2026 to 11 December 2026')]);
    expect(lines.join()).not.toContain('no sign of its holder');
  });
});
