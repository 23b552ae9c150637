import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { SubmissionContents } from '#features/submissions/submission-contents.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { actorOf, ANSWERS, deliver, stepsAnswered } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { openedAs, SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

const MODULES = [AccessWebModule, SubmissionsWebModule, EvidenceReturnsWebModule, DeliveryPlansModule, JobsModule];
const WORDS = (count: number): string => 'word '.repeat(count).trim();
const EVIDENCE = { kind: 'evaluation', strength: 'moderate', claim: 'Tutoring raised results.', source: 'Evaluation, NFER', page: 'page 14', link: 'https://www.gov.uk/tutoring' };
const RISK = { risk: 'Too few tutors', impact: '4', likelihood: '3', proximity: 'now', owner: 'Director of Schools', response: 'Train more.' };
const STEP = { action: 'Open ten hubs', owner: 'Director of Schools', day: '31', month: '3', year: '2027' };
const OPENED = { 'lastSteps[0][outcome]': 'done', 'lastSteps[0][what]': 'Opened.' };
const OWN = { value: '63.4%', period: 'school year 2025/26', reason: 'The census is later.', source: 'School census, DfE', published: 'yes' };

const textOf = ({ $ }: Page, selector: string): string[] => $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());
const errorsOf = ({ $ }: Page): string[] => $('.govuk-error-summary a').toArray().map((link) => `${$(link).attr('href')} ${$(link).text()}`);

describe('the sections of an evidence return', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let official: Agent;
  let sro: Agent;
  let submission: Submission;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: MODULES });
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2023-09-01/P1Y': 61 }, '2026-10-01');
    await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
    await waymark.runJobs();
    [official, sro] = (await Promise.all([education.people.official, education.people.sro].map(({ email }) => waymark.signIn(email)))) as [Agent, Agent];
  });
  beforeEach(async () => {
    submission = await make.open('evidence-return');
  });
  afterAll(() => waymark?.close());

  const pageOf = (page = ''): string => `/evidence-returns/${submission.id}${page}`;
  const open = async (page: string, agent = official): Promise<Page> => {
    const opened = await waymark.open(agent, pageOf(page));
    expect([page, opened.status, await faultsOf(opened.response.text), opened.$('h1').length]).toEqual([page, 200, [], 1]);
    expect(opened.$('main').text()).not.toMatch(/undefined|NaN|\[object/);
    return opened;
  };
  /** Posts and follows: the page that comes. */
  const send = async (page: string, fields: Record<string, unknown>): Promise<Page> => {
    const response = await waymark.submit(official, pageOf(page), fields);
    expect([page, response.status]).toEqual([page, 303]);
    return open(String(response.headers['location']).replace(pageOf(), ''));
  };
  const content = (): Promise<EvidenceReturnContent> => waymark.get(SubmissionContents).of('evidence-return').contentOf(waymark.dataSource.manager, submission.id);
  const save = async (answers: Partial<EvidenceReturnContent>): Promise<void> => {
    const current = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id });
    await waymark.get(EvidenceReturnsService).save(actorOf(education.people.official), openedAs(current), answers);
  };

  it('say that there is nothing to copy where there is no last return, and hold steps to the time after the one reported on', async () => {
    const page = await open('/copy-forward');
    expect([page.$('main form').length, page.$('main').text().includes('There is no last return to copy.')]).toEqual([0, true]);
    submission = await make.open('evidence-return', '2300-12-15');
    const refused = await send('/next-steps/new', STEP);
    expect(errorsOf(refused)).toEqual([expect.stringMatching(/^#dueOn The day by which it is done must be 31 March \d{4}, on which the time of this return ends, or after$/)]);
  });

  describe('evidence', () => {
    it('is added, changed and taken out, one item a page', async () => {
      expect(textOf(await open('/evidence'), 'main .govuk-summary-card')).toEqual([]);
      const listed = await send('/evidence/new', { ...EVIDENCE, then: 'continue' });
      expect(textOf(listed, 'h1')).toEqual(['Evidence']);
      expect(textOf(listed, '.govuk-summary-list__value')).toEqual(['Tutoring raised results.', 'Evaluation', 'Moderate', 'Evaluation, NFER', 'page 14', 'https://www.gov.uk/tutoring']);
      expect(listed.$('.govuk-summary-card dd a').attr('href')).toBe('https://www.gov.uk/tutoring');
      const [item] = (await content()).evidence;
      const form = await open(`/evidence/${item?.id}`);
      expect([form.$('#claim').text(), form.$('input[name="kind"]:checked').attr('value')]).toEqual([EVIDENCE.claim, 'evaluation']);
      expect(form.$('main').text()).toContain('Published, tested by others, and about this very claim.');
      const left = await send(`/evidence/${item?.id}`, { ...EVIDENCE, strength: 'strong', then: 'later' });
      expect(textOf(left, '.govuk-notification-banner__content')).toEqual(['Evidence saved. You can leave now and come back.']);
      expect((await content()).evidence).toEqual([{ ...EVIDENCE, id: item?.id, strength: 'strong', attachment: null }]);
      expect(textOf(await open(''), '.govuk-task-list__status')[2]).toBe('1 added');
      await open(`/evidence/${item?.id}/remove`);
      expect(textOf(await send(`/evidence/${item?.id}/remove`, {}), '.govuk-notification-banner__content')).toEqual(['Removed.']);
      expect((await content()).evidence).toEqual([]);
      expect((await waymark.open(official, pageOf(`/evidence/${item?.id}`))).status).toBe(404);
    });

    it.each<[string, object, string[]]>([
      ['nothing', { kind: '', strength: '', claim: ' ', source: '', page: '', link: '' }, [
        '#kind Select what kind of evidence it is', '#strength Select how strong it is', '#claim Enter the one claim that it carries',
        '#source Enter the source, with its publisher', '#page Enter the page, table or paragraph of the source',
      ]],
      ['a kind that there is not', { kind: 'rumour' }, ['#kind Select what kind of evidence it is']],
      ['101 words', { claim: WORDS(101) }, ['#claim Claim must be 100 words or less']],
      ['a link that runs', { link: 'javascript:alert(1)' }, ['#link Enter a link that begins with https:// or http://']],
      ['a file of somebody else’s', { attachment: '00000000-0000-4000-8000-000000000000' }, ['#attachment The attachment that it rests on is not among this return’s files']],
    ])('with %s is refused beside the field, and nothing typed is lost', async (_, change, errors) => {
      const page = await send('/evidence/new', { ...EVIDENCE, ...change });
      expect(errorsOf(page)).toEqual(errors);
      expect(page.$('title').text()).toMatch(/^Error: Add evidence/);
      expect(page.$('#claim').text()).toBe({ ...EVIDENCE, ...change }.claim);
      expect(page.$('#source').attr('value') ?? '').toBe({ ...EVIDENCE, ...change }.source);
      expect((await content()).evidence).toEqual([]);
    });

    it('needs no page for an event, and keeps what the second of two typed', async () => {
      const csrf = (await open('/evidence/new')).$('input[name="_csrf"]').attr('value');
      await send('/evidence/new', { ...EVIDENCE, kind: 'event', page: '' });
      const late = await official.post(pageOf('/evidence/new')).type('form').send({ ...EVIDENCE, claim: 'Mine & only mine', _csrf: csrf, rowVersion: submission.rowVersion });
      expect([late.status, late.text.includes('Mine &amp; only mine')]).toEqual([409, true]);
      expect((await content()).evidence).toHaveLength(1);
    });
  });

  it('lists risks by their score, in words', async () => {
    await send('/risks/new', { ...RISK, impact: '1', likelihood: '2' });
    await send('/risks/new', { ...RISK, risk: 'Strikes', impact: '5', likelihood: '4' });
    const listed = await send('/risks/new', RISK);
    expect(textOf(listed, '.govuk-summary-list__row:nth-child(2) dd')).toEqual(['20 of 25: very high', '12 of 25: high', '2 of 25: low']);
    const empty = await send('/risks/new', { impact: '6' });
    expect(errorsOf(empty)).toEqual([
      '#risk Enter what could go wrong', '#impact Select the impact, from 1 to 5', '#likelihood Select the likelihood, from 1 to 5',
      '#proximity Select when it would strike', '#owner Enter who owns the risk', '#response Enter what is done about it',
    ]);
  });

  it('takes next steps as a text or step by step', async () => {
    await save({ ...ANSWERS, nextSteps: '', lastSteps: await stepsAnswered(waymark, submission) });
    expect(textOf(await open('/check'), '.govuk-inset-text li')).toEqual(['Enter what you will do next']);
    const wrong = await send('/next-steps/new', { ...STEP, day: '31', month: '2' });
    expect(errorsOf(wrong)).toEqual(['#dueOn The day by which it is done must be a real date']);
    expect([wrong.$('#dueOn').attr('value'), wrong.$('#dueOn-month').attr('value'), wrong.$('#action').text()]).toEqual(['31', '2', STEP.action]);
    const listed = await send('/next-steps/new', STEP);
    expect(textOf(listed, '.govuk-summary-list__value')).toEqual(['Open ten hubs', 'Director of Schools', '31 March 2027']);
    const check = await open('/check');
    expect(check.$('.govuk-inset-text')).toHaveLength(0);
    expect(check.$('main').text()).toContain('Director of Schools, by 31 March 2027');
  });

  it('counts words as the page does, and holds a whole screen of long texts over an error', async () => {
    expect(errorsOf(await send('/narrative', { narrative: WORDS(1001).replaceAll('word', 'we') }))).toEqual(['#narrative Narrative must be 1,000 words or less']);
    const long = 'x'.repeat(5000);
    const steps = Array.from({ length: 7 }, (_, index) => ({ id: `s${index}`, action: `Step ${index}`, owner: 'Ada', dueOn: '2026-11-30' }));
    await deliver(waymark, education, await make.open('evidence-return'), { ...ANSWERS, steps });
    submission = await make.open('evidence-return');
    const what = Object.fromEntries(steps.map((_, index) => [`lastSteps[${index}][what]`, long]));
    const page = await send('/nil', { narrative: long, rating: 'green', ratingReason: long, ...what });
    expect(errorsOf(page)).toEqual(['#confirm Confirm that you have looked at the rating again']);
    expect(page.$('textarea').toArray().map((field) => page.$(field).text() === long)).toEqual(Array.from({ length: 9 }, () => true));
  });

  describe('a figure of the department’s own', () => {
    const AT = '/figures/expected-standard';

    it('stands beside Waymark’s, never instead of it', async () => {
      const form = await open(AT);
      expect(form.$('main').text()).toContain('Waymark shows: 61%, school year 2023/24.');
      const figures = await send(AT, OWN);
      const beside = /61%school year 2023\/24.*Department’s own figure ?The department gives 63\.4% for school year 2025\/26\. Source: School census, DfE\. Why: The census is later\./;
      expect(textOf(figures, 'table')[0]).toMatch(beside);
      expect(textOf(await open('/check'), 'table')[0]).toMatch(beside);
      const { departures: _, ...others } = ANSWERS;
      await save({ ...others, lastSteps: await stepsAnswered(waymark, submission) });
      await send('/check', {});
      expect(textOf(await open('/sign-off', sro), 'table')[0]).toMatch(beside);
      expect((await waymark.submit(sro, pageOf('/sign-off'), {})).status).toBe(303);
      expect(textOf(await open('/versions/1'), 'table')[0]).toMatch(beside);
      expect(textOf(await open(''), 'table')[0]).toMatch(beside);
    });

    it.each<[string, object, string[]]>([
      ['no reason', { reason: '' }, ['#reason Enter why you depart from Waymark’s figure']],
      ['nothing said of its source’s publication', { published: '' }, ['#published Select whether the source is published']],
      ['an unpublished source without day and clearance', { published: 'no' }, [
        '#unpublishedUntil Enter the day on which the source is published', '#clearedBy Enter the name of the Head of Profession for Statistics who cleared it',
      ]],
      ['an unpublished source after the due date', { published: 'no', day: '16', month: '12', year: '2026', clearedBy: 'Ada Hill' }, [
        '#unpublishedUntil The source must be published no later than the day on which this return is due',
      ]],
    ])('is refused with %s', async (_, change, errors) => {
      const page = await send(AT, { ...OWN, ...change });
      expect([errorsOf(page), page.$('#value').attr('value')]).toEqual([errors, OWN.value]);
      expect((await content()).departures).toEqual([]);
    });

    it('is taken with an unpublished source that is cleared and comes in time, and taken out again', async () => {
      await send(AT, { ...OWN, published: 'no', day: '15', month: '12', year: '2026', clearedBy: 'Ada Hill' });
      expect((await content()).departures).toEqual([expect.objectContaining({ unpublishedUntil: '2026-12-15', clearedBy: 'Ada Hill' })]);
      expect((await open('/check')).$('table').text()).toContain('The source is published on 15 December 2026; cleared for use here by Ada Hill');
      await open(`${AT}/remove`);
      await send(`${AT}/remove`, {});
      expect((await content()).departures).toEqual([]);
      expect((await waymark.open(official, pageOf('/figures/another-target'))).status).toBe(404);
    });
  });

  describe('after a return with steps', () => {
    const steps = [
      { id: 's1', action: 'Open ten hubs', owner: 'Director of Schools', dueOn: '2026-11-30' },
      { id: 's2', action: 'Evaluate them', owner: 'Chief Analyst', dueOn: '2028-01-31' },
    ];
    const evidence = [{ id: 'e1', ...EVIDENCE, attachment: null }] as EvidenceReturnContent['evidence'];

    beforeEach(async () => {
      await deliver(waymark, education, submission, { ...ANSWERS, steps, evidence });
      submission = await make.open('evidence-return');
    });

    it('asks what became of each', async () => {
      const listed = await open('/last-steps');
      expect(textOf(listed, '.govuk-summary-card__title')).toEqual(['Step 1', 'Step 2']);
      expect(errorsOf(await send('/last-steps/s1', { outcome: 'dropped', what: '' }))).toEqual(['#what Enter why it was dropped']);
      expect(errorsOf(await send('/last-steps/s1', {}))).toEqual(['#outcome Select what became of it', '#what Enter what happened']);
      const said = await send('/last-steps/s1', { outcome: 'late', what: 'Two are open, eight by spring.' });
      expect(textOf(said, '.govuk-summary-card:first-child, .govuk-summary-card').join()).toContain('Under way, late');
      expect(textOf(await open('/check'), '.govuk-inset-text li')).toContain('Last step 2: select what became of it');
      expect((await waymark.open(official, pageOf('/last-steps/s9'))).status).toBe(404);
    });

    it('copies it forward once, and marks what is not changed', async () => {
      expect((await open('')).$('main').text()).toContain('Copy the last return forward');
      await send('/last-steps/s1', { outcome: 'done', what: 'Opened.' });
      expect((await open('/copy-forward')).$('main li').toArray()).toHaveLength(4);
      expect(textOf(await send('/copy-forward', {}), '.govuk-notification-banner__content')[0]).toMatch(/^Copied from the last return/);
      const { narrative, evidence: copied, steps: left } = await content();
      expect([narrative, copied, left.map(({ id }) => id)]).toEqual([ANSWERS.narrative, evidence, ['s2']]);
      for (const page of ['/narrative', '/evidence', '/next-steps']) expect([page, (await open(page)).$('main').text().includes('As in the last return')]).toEqual([page, true]);
      expect(textOf(await open('/check'), 'dt')).toEqual(expect.arrayContaining(['Narrative (as in the last return)', 'Evidence 1 (as in the last return)', 'Step 1 (as in the last return)']));
      await send('/evidence/e1', { ...EVIDENCE, claim: 'Tutoring raised results again.' });
      expect((await open('/evidence')).$('main').text()).not.toContain('As in the last return');
      expect((await open('')).$('main').text()).not.toContain('Copy the last return forward');
      const again = await open('/copy-forward');
      expect([again.$('main form').length, again.$('main').text().includes('Something is written on this return already')]).toEqual([0, true]);
      // nothing new was published, whatever is written already
      expect((await open('')).$('main').text()).toContain('Write a nil return');
    });

    it('takes a nil return on one screen, through sign-off, and keeps what it left open as promised', async () => {
      expect((await open('')).$('main').text()).toContain('Write a nil return');
      const screen = await open('/nil');
      expect([screen.$('input[name="rating"]:checked').attr('value'), screen.$('#ratingReason').text()]).toEqual([ANSWERS.rating, ANSWERS.ratingReason]);
      expect(errorsOf(await send('/nil', { narrative: 'No release came.', rating: 'amber', ratingReason: 'As before.' }))).toEqual(['#confirm Confirm that you have looked at the rating again']);
      const check = await send('/nil', { narrative: 'No release came.', rating: 'amber', ratingReason: 'As before.', confirm: 'yes', then: 'continue' });
      // the second is not due by the return's own date
      expect(textOf(check, '.govuk-inset-text li')).toEqual(['Last step 1: select what became of it']);
      await send('/nil', { narrative: 'No release came.', rating: 'amber', ratingReason: 'As before.', confirm: 'yes', ...OPENED });
      expect(textOf(await open(''), '.govuk-task-list__name-and-hint')).toEqual(['Nil return', 'Check your answers and send']);
      const closed = await waymark.open(official, pageOf('/evidence'));
      expect([closed.status, closed.$('main').text().includes('This is a nil return')]).toEqual([409, true]);
      await send('/check', {});
      expect((await open('/sign-off', sro)).$('main').text()).toContain('Nil return: nothing new was published since the last return.');
      expect((await waymark.submit(sro, pageOf('/sign-off'), {})).status).toBe(303);
      expect((await open('/versions/1')).$('main').text()).toContain('Nil return: nothing new was published since the last return.');
      submission = await make.open('evidence-return');
      expect((await content()).lastSteps.map(({ step }) => step)).toEqual(['s2']);
    });

    it('refuses a nil return once a figure came, and names the release; one under embargo counts for nothing', async () => {
      await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 62 }, '2026-11-25');
      expect((await open('/nil')).$('#narrative')).toHaveLength(1);
      await send('/nil', { narrative: 'No release came.', rating: 'amber', ratingReason: 'As before.', confirm: 'yes', ...OPENED });
      const before = waymark.clock.now();
      waymark.clock.set('2026-11-25T09:31:00Z');
      official = await waymark.signIn(education.people.official.email);
      const page = await open('/nil');
      expect(page.$('main form')).toHaveLength(0);
      expect(textOf(page, 'main li')).toEqual(['A nil return is not possible: Department for Education published Pupils at the expected standard on 25 November 2026 (ks2.csv), after the last return']);
      expect(page.$('#narrative').text()).toBe('No release came.');
      expect((await open('/check')).$('.govuk-inset-text').text()).toContain('Write a full return');
      const full = await send('/full-return', {});
      expect(full.$('main').text()).not.toContain('Write a nil return');
      expect((await content()).narrative).toBe('No release came.');
      waymark.clock.set(before.toISOString());
      official = await waymark.signIn(education.people.official.email);
    });
  });
});
