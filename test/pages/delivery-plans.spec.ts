import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { type Agent, type Page } from '../support/application.js';
import { type PlanPages, startPlanPages, textOf } from '../factories/plan-pages.factory.js';
import { faultsOf } from '../support/valid-page.js';

const errorsOf = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);

describe('the pages of an outcome delivery plan', () => {
  let plans: PlanPages;
  let official: Agent;
  let sro: Agent;
  let other: Agent;

  beforeAll(async () => {
    plans = await startPlanPages();
    ({ official, sro, other } = plans.agents);
  }, 60_000);
  afterAll(() => plans?.waymark.close());

  const pageOf = ({ id }: Submission, page = ''): string => `/delivery-plans/${id}${page}`;
  const open = (agent: Agent, address: string): Promise<Page> => plans.waymark.open(agent, address);
  const send = async (agent: Agent, address: string, fields: Record<string, unknown>): Promise<Page> => plans.follow(agent, await plans.waymark.submit(agent, address, fields));
  const read = ({ id }: Submission): Promise<Submission> => plans.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });

  it('walks from what is due through every section to the reference', async () => {
    const plan = await plans.make.open('delivery-plan');
    expect(textOf(await open(official, '/work'), `a[href="${pageOf(plan)}"]`)).toEqual([expect.stringMatching(/^Outcome delivery plan, /)]);
    const tasks = await open(official, pageOf(plan));
    expect(textOf(tasks, '.govuk-task-list__name-and-hint')).toEqual([
      'Summary', 'Priority outcomes', 'Contributions, policies and money', 'Metrics', 'Policies and milestones', 'Programmes and outside pledges', 'Funding', 'Staffing',
      'Dependencies on other departments', 'Attachments', 'Check your answers and send',
    ]);
    const outcomes = await send(official, pageOf(plan, '/summary'), { summary: 'Tutors.', then: 'continue' });
    expect(textOf(outcomes, 'h1')).toEqual(['Priority outcomes']);
    await plans.fill(plan);
    const check = await open(official, pageOf(plan, '/check'));
    expect(textOf(check, '.govuk-inset-text')).toEqual([]);
    expect(check.$('main').text()).toContain('Milestone, 30 September 2026: First 100 tutors');
    await send(official, pageOf(plan, '/check'), {});
    expect((await open(sro, pageOf(plan, '/sign-off'))).$('main').text()).toContain('What becomes public');
    const confirmed = await send(sro, pageOf(plan, '/sign-off'), {});
    expect(confirmed.$('.govuk-panel').text()).toContain(plan.reference);
    expect((await read(plan)).status).toBe('submitted');
  });

  it('is saved and left at any section', async () => {
    const plan = await plans.make.open('delivery-plan');
    const later = await send(official, pageOf(plan, '/summary'), { summary: 'Kept.', then: 'later' });
    expect(textOf(later, '.govuk-notification-banner__content')).toEqual(['Summary saved. You can leave now and come back.']);
    expect((await open(official, pageOf(plan, '/summary'))).$('#summary').text()).toBe('Kept.');
    expect(textOf(later, '.govuk-task-list__status').slice(0, 3)).toEqual(['Completed', 'Optional', 'Not started']);
  });

  it('adds, changes and removes a line on small pages, and a policy takes its milestones with it', async () => {
    const plan = await plans.make.open('delivery-plan');
    const added = await send(official, pageOf(plan, '/lists/policies/add'), { title: 'Tutoring', mission: 'education' });
    expect(textOf(added, '.govuk-summary-card__title')).toEqual(['Policy: Tutoring']);
    expect(textOf(added, '.govuk-inset-text li')).toContain('Enter the name of the owner (Tutoring)');
    const change = added.$('.govuk-summary-card__actions a').first().attr('href') ?? '';
    const changed = await send(official, change, { title: 'Tutoring for all', mission: 'education', owner: 'Ada Hill', ownerJob: 'Director', startsOnDay: '1', startsOnMonth: '4', startsOnYear: '2026', endsOnDay: '31', endsOnMonth: '3', endsOnYear: '2027', clauses: 'a' });
    expect(textOf(changed, '.govuk-summary-card .waymark-prose')[0]).toMatch(/Ada Hill, Director From 1 April 2026 to 31 March 2027 Serves: S/);
    const milestone = changed.$('a[href*="lists/milestones/add"]').attr('href') ?? '';
    const dated = await send(official, milestone, { policy: new URLSearchParams(milestone.split('?')[1]).get('policy'), title: 'First tutors', dueOnDay: '30', dueOnMonth: '9', dueOnYear: '2026' });
    expect(textOf(dated, '.govuk-summary-card li').join()).toContain('30 September 2026: First tutors');
    const removed = await send(official, `${change}/remove`, {});
    expect(textOf(removed, '.govuk-notification-banner__content')).toEqual(['The policy was removed.']);
    const { policies, milestones } = await plans.draftOf(plan);
    expect([policies, milestones]).toEqual([[], []]);
  });

  const FUNDING = { title: 'Tutors', kind: 'resource', mission: 'education', moneyMillions: '12.5', source: 'Tutoring fund' };
  it.each<[string, string, Record<string, string>, [string, string][]]>([
    ['a sum that is none', 'funding', { ...FUNDING, moneyMillions: 'lots' }, [['Money must be a number in £ million, like 12.5', '#moneyMillions']]],
    ['no sum and no kind', 'funding', { ...FUNDING, moneyMillions: '', kind: '' }, [['Select resource or capital', '#kind'], ['Enter the money in £ million', '#moneyMillions']]],
    ['a mission of others', 'funding', { ...FUNDING, mission: 'crime' }, [['The department has no part in the mission crime', '#mission']]],
    ['a date that is none', 'policies', { title: 'T', mission: 'education', startsOnDay: '31', startsOnMonth: '2', startsOnYear: '2026' }, [['Start date must be a real date', '#startsOn']]],
    ['an end before the start', 'policies', { title: 'T', mission: 'education', startsOnDay: '2', startsOnMonth: '2', startsOnYear: '2026', endsOnDay: '1', endsOnMonth: '2', endsOnYear: '2026' }, [['End date must be the same as or after the start date', '#endsOn']]],
    ['no metric and no name', 'metrics', { mission: 'education', aim: '70%' }, [['Select a metric, or enter the name of your own', '#name']]],
    ['a metric that is not in the catalogue', 'metrics', { metric: 'nope', mission: 'education' }, [['Select a metric from the list', '#metric']]],
    ['its own department', 'dependencies', { department: 'dfe', mission: 'none', what: 'x' }, [['Select another department from the list', '#department']]],
    ['a text that is too long', 'programmes', { kind: 'programme', title: 'T', mission: 'education', otherwise: 'x'.repeat(5001) }, [['What happens if it does not come must be 5,000 characters or less', '#otherwise']]],
    ['half a person', 'staffing', { team: 'Tutors', mission: 'none', staff: 'seven' }, [['Full-time equivalents must be a number, like 7.5', '#staff']]],
  ])('names %s beside its field and keeps all that was typed', async (_, list, fields, errors) => {
    const plan = await plans.make.open('delivery-plan');
    const page = await send(official, pageOf(plan, `/lists/${list}/add`), fields);
    expect(page.$('title').text()).toMatch(/^Error: /);
    expect(errorsOf(page)).toEqual(errors);
    for (const [, href] of errors) expect(page.$(`main ${href ?? ''}`).length).toBe(1);
    for (const [name, value] of Object.entries(fields)) {
      const field = page.$(`main [name="${name}"]`);
      expect([name, field.is('textarea') ? field.text() : field.is('select') ? (field.find('[selected]').attr('value') ?? '') : field.is('[type=radio]') ? (field.filter('[checked]').attr('value') ?? '') : (field.attr('value') ?? '')]).toEqual([
        name, field.is('select') && field.find(`option[value="${value}"]`).length === 0 ? '' : value,
      ]);
    }
    expect((await read(plan)).rowVersion).toBe(plan.rowVersion);
  });

  it('names both sums and the difference where totals do not add up', async () => {
    const plan = await plans.make.open('delivery-plan');
    await send(official, pageOf(plan, '/lists/funding/add'), { ...FUNDING, moneyMillions: '0.1' });
    await send(official, pageOf(plan, '/lists/funding/add'), { ...FUNDING, moneyMillions: '0.2' });
    const differs = await send(official, pageOf(plan, '/totals/funding'), { total: '0.4' });
    expect(textOf(differs, '.govuk-inset-text li')).toEqual(['Total funding is stated as £0.4 million, but its lines add up to £0.3 million: a difference of £0.1 million']);
    const agrees = await send(official, pageOf(plan, '/totals/funding'), { total: '£0.3m' });
    expect(agrees.$('main').text()).toContain('The lines add up to the stated total.');
    await send(official, pageOf(plan, '/contributions/education'), { contribution: 'Tutors', policies: 'Tutoring', moneyMillions: '5' });
    const check = await open(official, pageOf(plan, '/check'));
    expect(textOf(check, '.govuk-inset-text li')).toContain('Planned money for education is £5 million, but its funding lines add up to £0.3 million: a difference of £4.7 million');
    const refused = await send(official, pageOf(plan, '/check'), {});
    expect(refused.$('title').text()).toMatch(/^Error: /);
    for (const [, href] of errorsOf(refused)) {
      const [address = '', anchor = ''] = (href ?? '').split('#');
      expect((await open(official, address)).$(`#${anchor}`).length).toBe(1);
    }
  });

  it('gives the second of two a page with what was typed', async () => {
    const plan = await plans.make.open('delivery-plan');
    const csrf = (await open(official, pageOf(plan, '/summary'))).$('input[name="_csrf"]').attr('value');
    await send(official, pageOf(plan, '/lists/outcomes/add'), { title: 'Faster' });
    const late = await official.post(pageOf(plan, '/lists/outcomes/add')).type('form').send({ title: 'Slower', description: 'My words', _csrf: csrf, rowVersion: plan.rowVersion });
    expect([late.status, late.text.includes('Slower'), late.text.includes('My words')]).toEqual([409, true, true]);
    expect((await plans.draftOf(plan)).outcomes.map(({ title }) => title)).toEqual(['Faster']);
  });

  it('only its SRO withdraws it', async () => {
    const plan = await plans.make.in('submitted', 'delivery-plan');
    expect((await open(official, pageOf(plan, '/withdraw'))).status).toBe(403);
    const withdrawn = await send(sro, pageOf(plan, '/withdraw'), { reason: 'Wrong year.' });
    expect(textOf(withdrawn, '.govuk-tag')[0]).toBe('Withdrawn');
  });

  const WRITING = ['/summary', '/contributions/education', '/lists/outcomes/add', '/lists/outcomes/o1', '/lists/outcomes/o1/remove', '/totals/funding', '/dependencies/d1/ask', '/copy-forward', '/check'];
  const STATES: SubmissionStatus[] = ['draft', 'awaiting-sign-off', 'submitted', 'in-review', 'changes-requested', 'accepted', 'withdrawn'];

  it.each(STATES)('while %s, is written by its own officials alone, and only when it is their turn', async (status) => {
    const plan = await plans.make.in(status, 'delivery-plan');
    const csrf = async (agent: Agent): Promise<string | undefined> => (await open(agent, '/sign-out')).$('input[name="_csrf"]').attr('value');
    const tokens = new Map([[official, await csrf(official)], [other, await csrf(other)], [sro, await csrf(sro)]]);
    const writable = status === 'draft' || status === 'changes-requested';
    for (const path of WRITING) {
      const forced = (agent: Agent): Promise<number> => agent.post(pageOf(plan, path)).type('form').send({ _csrf: tokens.get(agent), rowVersion: plan.rowVersion, title: 'x' }).then((answer) => answer.status);
      expect([path, 'other', (await open(other, pageOf(plan, path))).status, await forced(other)]).toEqual([path, 'other', 403, 403]);
      expect([path, 'sro', (await open(sro, pageOf(plan, path))).status, await forced(sro)]).toEqual([path, 'sro', 403, 403]);
      if (!writable) expect([path, 'own', await forced(official)]).toEqual([path, 'own', 409]);
    }
    expect((await read(plan)).rowVersion).toBe(plan.rowVersion);
    expect((await open(official, pageOf(plan, '/sections/funding'))).status).toBe(writable ? 200 : 409);
    expect((await open(plans.agents.member, pageOf(plan))).status).toBe(plan.deliveredVersions > 0 ? 200 : 403);
    expect((await open(other, pageOf(plan, '/since-last-year'))).status).toBe(403);
  });

  it('refuses a form without its token', async () => {
    const plan = await plans.make.in('draft', 'delivery-plan');
    for (const path of WRITING) expect((await official.post(pageOf(plan, path)).type('form').send({ rowVersion: plan.rowVersion, title: 'x' })).status).toBe(403);
    expect(await read(plan)).toEqual(plan);
  });

  it('has valid HTML, one heading and a title of its own on every page', async () => {
    const plan = await plans.make.open('delivery-plan');
    await plans.fill(plan);
    const draft = await plans.draftOf(plan);
    const lists = ['outcomes', 'metrics', 'policies', 'milestones', 'programmes', 'funding', 'staffing', 'dependencies'] as const;
    const addresses: [Agent, string][] = [
      [official, ''], [official, '/check'], [official, '/summary'], [official, '/since-last-year'], [official, '/totals/funding'], [official, '/totals/staffing'],
      [official, '/contributions/education'], [official, `/dependencies/${draft.dependencies[0]?.id}/ask`],
      ...['outcomes', 'contributions', 'metrics', 'policies', 'programmes', 'funding', 'staffing', 'dependencies'].map((key): [Agent, string] => [official, `/sections/${key}`]),
      ...lists.flatMap((list): [Agent, string][] => ['add', `${draft[list][0]?.id}`, `${draft[list][0]?.id}/remove`].map((page) => [official, `/lists/${list}/${page}`])),
    ];
    const titles: string[] = [];
    for (const [agent, path] of addresses) {
      const page = await open(agent, pageOf(plan, path));
      expect([path, page.status, page.$('h1').length]).toEqual([path, 200, 1]);
      expect(page.$('main').text()).not.toMatch(/undefined|NaN|\[object/);
      expect([path, await faultsOf(page.response.text)]).toEqual([path, []]);
      titles.push(page.$('title').text());
    }
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});
