import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansWebModule } from '#features/delivery-plans/web/delivery-plans-web.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';

const MODULES = [
  AccessWebModule, SubmissionsWebModule, DeliveryPlansWebModule, EvidenceReturnsModule,
  JobsModule,
];

const textOf = ({ $ }: Page, selector: string): string[] => $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());
const errorsOf = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);
/** What a browser sends for a plan's form: the lines of education, which the department leads, and health, to which it contributes. */
function typed(summary: string, ...lines: Record<string, string>[]): Record<string, string> {
  const missions = ['education', 'health'].map((mission, index) => ({ mission, contribution: '', policies: '', moneyMillions: '', ...lines[index] }));
  const fields = missions.flatMap((line, index) => Object.entries(line).map(([name, value]) => [`contributions[${index}][${name}]`, value]));
  return { summary, ...Object.fromEntries(fields) as Record<string, string> };
}

describe('the pages of an outcome delivery plan', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let official: Agent;
  let sro: Agent;
  let other: Agent;
  let member: Agent;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: MODULES });
    education = await saveEducationMission(waymark.dataSource);
    await waymark.dataSource.getRepository(Mission).save({
      frameworkId: education.mission.frameworkId, slug: 'health', number: 7, focusArea: 'Health', objectiveSlug: 'o', statement: 'S', scope: 'england',
      maturity: 'agreed', clauses: [], openTerms: [], expertVerdicts: [], headlineMetrics: [], contributors: ['dfe'],
    });
    make = new SubmissionFactory(waymark, education);
    await savePerson(waymark, 'Otto Other', ['official', 'sro'], 'dhsc');
    const { people } = education;
    [official, sro, member] = await Promise.all([people.official, people.sro, people.member].map(({ email }) => waymark.signIn(email))) as [Agent, Agent, Agent];
    other = await waymark.signIn('otto.other@dhsc.example.org');
  });
  afterAll(() => waymark?.close());

  const pageOf = ({ id }: Submission, page = ''): string => `/delivery-plans/${id}${page}`;
  const read = ({ id }: Submission): Promise<Submission> => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
  const follow = async (agent: Agent, response: { status: number; headers: Record<string, unknown> }): Promise<Page> => {
    expect(response.status).toBe(303);
    return waymark.open(agent, String(response.headers['location']));
  };

  it('walks from what is due to the reference', async () => {
    const plan = await make.open('delivery-plan');
    const work = await waymark.open(official, '/work');
    expect(textOf(work, `a[href="${pageOf(plan)}"]`)).toEqual([expect.stringMatching(/^Outcome delivery plan, April/)]);

    const edit = await waymark.open(official, pageOf(plan, '/edit'));
    expect(textOf(edit, 'legend')).toEqual(['Mission 5: Education', 'Mission 7: Health']);
    const later = await follow(official, await waymark.submit(official, pageOf(plan, '/edit'), { ...typed('Tutors.', { contribution: 'Tutors\r\nin every school' }), then: 'later' }));
    expect(textOf(later, '.govuk-notification-banner__content')).toEqual(['Plan saved. You can leave now and come back.']);
    const back = await waymark.open(official, pageOf(plan, '/edit'));
    expect([back.$('#summary').text(), back.$('#contributions-0-contribution').text()]).toEqual(['Tutors.', 'Tutors\nin every school']);

    const fields = typed('Tutors.', { contribution: 'Tutors', policies: 'Tutoring', moneyMillions: '£1,250.5m' }, { contribution: 'School meals', moneyMillions: '0.25' });
    const check = await follow(official, await waymark.submit(official, pageOf(plan, '/edit'), { ...fields, then: 'continue' }));
    expect(textOf(check, 'dd.govuk-summary-list__value')).toEqual(['Tutors.', 'Tutors', 'Tutoring', '£1,250.5 million', 'School meals', 'Not answered', '£0.25 million', '£1,250.75 million']);
    await follow(official, await waymark.submit(official, pageOf(plan, '/check'), {}));
    const sign = await waymark.open(sro, pageOf(plan, '/sign-off'));
    expect(sign.$('main').text()).toContain('What becomes public');
    const confirmed = await follow(sro, await waymark.submit(sro, pageOf(plan, '/sign-off'), {}));
    expect(confirmed.$('.govuk-panel').text()).toContain(plan.reference);
    expect((await read(plan)).status).toBe('submitted');
  });

  it('names every sum that is none beside its field, and keeps all that was typed', async () => {
    const plan = await make.open('delivery-plan');
    const fields = typed('Kept.', { contribution: 'Kept too', moneyMillions: 'lots' }, { moneyMillions: '-3' });
    const page = await follow(official, await waymark.submit(official, pageOf(plan, '/edit'), fields));
    expect(page.$('title').text()).toMatch(/^Error: /);
    expect(errorsOf(page)).toEqual([
      ['Planned money for Education must be a number in £ million, like 12.5', '#contributions-0-moneyMillions'],
      ['Planned money for Health must be 0 or more', '#contributions-1-moneyMillions'],
    ]);
    expect(page.$('#contributions-0-moneyMillions').attr('value')).toBe('lots');
    expect([page.$('#summary').text(), page.$('#contributions-0-contribution').text()]).toEqual(['Kept.', 'Kept too']);
    expect((await read(plan)).rowVersion).toBe(plan.rowVersion);
  });

  it('names a text that is too long at its line', async () => {
    const plan = await make.open('delivery-plan');
    const page = await follow(official, await waymark.submit(official, pageOf(plan, '/edit'), typed('Fine.', { policies: 'x'.repeat(5001) })));
    expect(errorsOf(page)).toEqual([['Policies must be 5,000 characters or less', '#contributions-0-policies']]);
    expect(page.$('#contributions-0-policies').text()).toHaveLength(5001);
  });

  it('names each gap on the check page, with links to where it is filled', async () => {
    const plan = await make.open('delivery-plan');
    const check = await waymark.open(official, pageOf(plan, '/check'));
    const links = check.$('.govuk-inset-text a').toArray().map((link) => check.$(link).attr('href'));
    expect(links).toEqual(['#summary', '#contributions-0-contribution', '#contributions-0-policies'].map((id) => `${pageOf(plan, '/edit')}${id}`));
    const edit = await waymark.open(official, pageOf(plan, '/edit'));
    for (const link of links) expect(edit.$(`#${link?.split('#')[1]}`)).toHaveLength(1);
    const page = await follow(official, await waymark.submit(official, pageOf(plan, '/check'), {}));
    for (const [, href] of errorsOf(page)) expect(page.$(href ?? '')).toHaveLength(1);
  });

  it('gives the second of two a page with what was typed', async () => {
    const plan = await make.open('delivery-plan');
    const csrf = (await waymark.open(official, pageOf(plan, '/edit'))).$('input[name="_csrf"]').attr('value');
    await waymark.submit(official, pageOf(plan, '/edit'), typed('Faster.', {}));
    const late = await official.post(pageOf(plan, '/edit')).type('form').send({ ...typed('Slower.', { policies: 'My policy' }), _csrf: csrf, rowVersion: plan.rowVersion });
    expect([late.status, late.text.includes('Slower.'), late.text.includes('My policy')]).toEqual([409, true, true]);
  });

  it('only its SRO withdraws it', async () => {
    const plan = await make.in('submitted', 'delivery-plan');
    expect((await waymark.open(official, pageOf(plan))).$('main [role="button"]')).toHaveLength(0);
    expect((await waymark.open(official, pageOf(plan, '/withdraw'))).status).toBe(403);
    const withdrawn = await follow(sro, await waymark.submit(sro, pageOf(plan, '/withdraw'), { reason: 'Wrong year.' }));
    expect(textOf(withdrawn, '.govuk-tag')[0]).toBe('Withdrawn');
  });

  const FORMS: [string, SubmissionStatus][] = [
    ['/edit', 'draft'], ['/check', 'draft'], ['/sign-off', 'awaiting-sign-off'], ['/decline', 'awaiting-sign-off'], ['/withdraw', 'submitted'], ['/take-up', 'withdrawn'],
  ];

  it.each(FORMS)('%s refuses a form without its token', async (path, status) => {
    const plan = await make.in(status, 'delivery-plan');
    for (const agent of [official, sro]) expect((await agent.post(pageOf(plan, path)).type('form').send({ rowVersion: plan.rowVersion, reason: 'x' })).status).toBe(403);
    expect(await read(plan)).toEqual(plan);
  });

  it.each(FORMS)('%s is nobody’s outside the department', async (path, status) => {
    const plan = await make.in(status, 'delivery-plan');
    expect((await waymark.open(other, pageOf(plan, path))).status).toBe(403);
    const csrf = (await waymark.open(other, '/sign-out')).$('input[name="_csrf"]').attr('value');
    const forced = await other.post(pageOf(plan, path)).type('form').send({ ...typed('x', {}), _csrf: csrf, rowVersion: plan.rowVersion, reason: 'x' });
    expect(forced.status).toBe(403);
    expect(await read(plan)).toEqual(plan);
  });

  it('has one heading and a title of its own on every page', async () => {
    const states = new Map<SubmissionStatus, Submission>();
    for (const status of ['draft', 'awaiting-sign-off', 'submitted', 'withdrawn', 'changes-requested', 'accepted'] as const) states.set(status, await make.in(status, 'delivery-plan'));
    const addresses: [Agent, string][] = [
      ...[...states.values()].map((plan): [Agent, string] => [official, pageOf(plan)]),
      ...FORMS.map(([path, status]): [Agent, string] => [status === 'draft' || status === 'withdrawn' ? official : sro, pageOf(states.get(status) as Submission, path)]),
      [sro, pageOf(states.get('submitted') as Submission, '/confirmation')],
      [member, pageOf(states.get('accepted') as Submission, '/versions/1')],
    ];
    const titles: string[] = [];
    for (const [agent, address] of addresses) {
      const page = await waymark.open(agent, address);
      expect([address, page.status, page.$('h1').length]).toEqual([address, 200, 1]);
      expect(page.$('main').text()).not.toMatch(/undefined|NaN|\[object/);
      titles.push(page.$('title').text());
    }
    expect(new Set(titles).size).toBe(titles.length);
  });
});
