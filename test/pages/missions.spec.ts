import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { saveAcceptedReturn } from '../factories/accepted-return.factory.js';
import { type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const FILE = { id: '9b2e7c1e-5a3b-4a9e-8f10-2b6d1c0a4e11', name: 'survey.pdf', title: 'Survey of heads', type: 'application/pdf', bytes: 4, checksum: 'x' };
const MISSIONS = '/frameworks/levelling-up-2022/missions';
const SLUGS = [
  'living-standards', 'research-and-development', 'transport', 'digital-connectivity', 'education', 'skills',
  'health', 'wellbeing', 'pride-in-place', 'housing', 'crime', 'local-leadership',
];

describe('the page of a mission', () => {
  let database: TestDatabase;
  let waymark: TestApplication;

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
  }, 120_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  const open = (slug: string): Promise<Page> => waymark.open(waymark.visitor(), `${MISSIONS}/${slug}`);

  it.each(SLUGS)('of %s is valid, light, and made with under fifteen statements', async (slug) => {
    const { result, statements } = await statementsOf(() => open(slug));
    expect(result.status).toBe(200);
    expect(result.$('h1')).toHaveLength(1);
    expect(await faultsOf(result.response.text)).toEqual([]);
    expect(statements.length).toBeLessThan(15);
    // style sheet and script are 28 kB together
    expect(gzipSync(result.response.text).length).toBeLessThan(60_000);
  });

  it('sets three judgements side by side and says which are missing', async () => {
    const { $ } = await open('education');
    expect($('.waymark-judgement h3').toArray().map((heading) => $(heading).text())).toEqual(['What the figures say', 'What the department says', 'What the council says']);
    const [figures, department, council] = $('.waymark-judgement').toArray().map((card) => $(card).text());
    expect(figures).toContain('Deteriorating on 1 of 2 headline targets');
    expect(department).toContain('has not given a rating');
    expect(council).toContain('has not recorded a judgement');
  });

  it('says of each target its word, why, the caveat, the method, and what it is not', async () => {
    const { $ } = await open('education');
    const target = $('section#ks2-90-percent');
    expect(target.find('.govuk-tag').first().text()).toBe('Deteriorating');
    expect(target.text()).toMatch(/In school year 2024\/25, .+ stood at 63%; the straight path from 65% in school year 2018\/19 to 90%/);
    expect(target.text()).toContain('not an official statistic');
    expect(target.text()).toContain('The producer’s caveat: State-funded schools in England.');
    expect(target.text()).toMatch(/Method\s*Interim path, version 2/);
    expect(target.text()).toMatch(/Releases used\s*Release 1, levelling-up-2022\.csv/);
    // from the list of targets, and from the alert about it
    expect($('a[href="#ks2-90-percent"]')).toHaveLength(2);
  });

  it('draws each series with a headline, a statistical title, the path, and the same figures as a table', async () => {
    const { $ } = await open('health');
    const figure = $('section#hle-male-five-years-by-2035 figure');
    expect(figure.find('h4').text()).toMatch(/^Deteriorating: .+ years in 2022 to 2024, against .+ years on the path$/);
    expect(figure.find('figcaption p').text()).toBe('Healthy life expectancy, males, United Kingdom, 2011 to 2013 to 2022 to 2024');
    expect(figure.find('svg').attr('role')).toBe('img');
    expect(figure.find('svg path[opacity="0.22"]')).toHaveLength(1);
    expect(figure.find('svg text').text()).toMatch(/Target: 67\.9 years, 2033 to 2035/);
    expect(figure.find('tbody tr')).toHaveLength(12);
    expect(figure.find('tbody tr').last().find('td').toArray().map((cell) => $(cell).text())).toHaveLength(3);
  });

  it('offers the same figures as a tidy file', async () => {
    const { $ } = await open('education');
    const section = $('section#ks2-90-percent');
    const address = section.find('a[href$=".csv"]').attr('href') ?? '';
    const { text, headers } = await waymark.visitor().get(address);
    expect(headers['content-type']).toContain('text/csv');
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ period, value }) => [period, `${value}%`])).toEqual(
      section.find('tbody tr').toArray().map((row) => [$(row).find('th').text(), $(row).find('td').first().text()]),
    );
    expect(rows.at(-1)).toMatchObject({ area_code: 'E92000001', period_start: '2024-09-01', period_end: '2025-08-31', marker: '' });
  });

  it('offers every area’s figures for a rule over areas, blanks with their marker', async () => {
    const { text } = await waymark.visitor().get(`${MISSIONS}/living-standards/targets/pay-rises-in-every-area.csv`);
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(new Set(rows.map(({ area_level: level }) => level))).toEqual(new Set(['unitary', 'lower-tier']));
    expect(rows.filter(({ value }) => value === '').every(({ marker }) => marker === '[x]')).toBe(true);
    expect(rows.some(({ value }) => value === '')).toBe(true);
  });

  it('marks what no metric covers, what nobody has defined, and what experts said, with their names', async () => {
    const { $ } = await open('living-standards');
    expect($('.waymark-uncovered').text()).toContain('No metric covers this part');
    expect($('main').text()).toContain('“globally competitive city” Open');
    expect($('main').text()).toMatch(/Institute for Government, as of 31 March 2022/);
    expect($('main').text()).toContain('the government has not named a lead department');
  });

  it('shows an open alert, and “no response” from the day after its answer was due', async () => {
    const before = await open('education');
    expect(before.$('.waymark-answer h3 a').attr('href')).toMatch(/^\/alerts\/AL-/);
    expect(before.$('.waymark-answer').text()).not.toContain('No response');
    const today = waymark.clock.now();
    waymark.clock.advance(60 * 24 * 60 * 60 * 1000);
    const after = await open('education');
    expect(after.$('.waymark-answer').text()).toMatch(/No response: the department’s answer was due on \d+ \w+ \d{4}\./);
    waymark.clock.set(today.toISOString());
  });

  it('shows what happened at once: an overdue return, an accepted one, the council’s word', async () => {
    const mission = await waymark.dataSource.getRepository(Mission).findOneByOrFail({ slug: 'health' });
    const dhsc = await waymark.dataSource.getRepository(Organisation).findOneByOrFail({ slug: 'dhsc' });
    expect((await open('health')).$('#accepted-return')).toHaveLength(0);
    await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'RETURNS_OPENED', subject: 'submission:test' }, async (tx) => {
      await tx.repository(Submission).save({
        kind: 'evidence-return', reference: 'ER-2026-LATE', frameworkId: mission.frameworkId, missionId: mission.id, organisationId: dhsc.id,
        coversLabel: 'April 2026 to September 2026', coversFrom: '2026-04-01', coversTo: '2026-09-30', dueOn: '2026-10-31', firstDueOn: '2026-10-31',
        status: 'draft', standingVersion: null, acceptedVersion: null, createdAt: tx.now,
      });
      const people = { official: 'asha.rahman@dhsc.example.org', sro: 'daniel.okafor@dhsc.example.org', reviewer: 'priya.nair@council.example.org' };
      await saveAcceptedReturn(tx, mission, people, {
        narrative: 'Waiting lists are <falling>.', rating: 'amber', ratingReason: 'It depends on staff.', attachments: [FILE],
        contributions: [
          { id: 'c1', organisation: 'Leeds City Council', question: 'What of the clinics?', status: 'given', answer: 'Two clinics opened.', quoted: true },
          { id: 'c2', organisation: 'York Council', question: 'And yours?', status: 'given', answer: 'For the council alone.', quoted: false },
          { id: 'c3', organisation: 'Hull Council', question: 'And theirs?', status: 'declined', answer: '', reason: 'We have none.' },
        ],
      });
    });
    const { $, response } = await open('health');
    expect($('.waymark-answer').text()).toContain('Department of Health and Social Care owes an evidence return for April 2026 to September 2026. It was due on 31 October 2026.');
    const accepted = $('#accepted-return').nextAll();
    expect(accepted.filter('h3').toArray().map((heading) => $(heading).text())).toEqual([
      'Narrative', 'Why it rates the likelihood as “Amber”', 'What Leeds City Council contributed, quoted whole', 'Files of the return',
    ]);
    expect(accepted.find(`a[href="/published-attachments/${FILE.id}"]`).text()).toBe('Survey of heads (survey.pdf)');
    const published = await waymark.open(waymark.visitor(), '/api/v1/returns');
    for (const text of [response.text, published.response.text]) {
      expect(text).toContain('Two clinics opened.');
      for (const hidden of ['For the council alone.', 'And theirs?', 'We have none.', 'York Council']) expect(text).not.toContain(hidden);
    }
    expect(accepted.filter('.waymark-prose').first().text()).toBe('Waiting lists are <falling>.');
    expect(await faultsOf(response.text)).toEqual([]);
    const chair = await waymark.signIn('margaret.ellison@council.example.org');
    const recorded = await waymark.submit(chair, `/council/judgements/${mission.id}/new`, { verdict: 'off-track', sentence: 'No plan reaches the target.' });
    expect(recorded.status).toBe(303);
    expect((await open('health')).$('.waymark-judgement').last().text()).toMatch(/Off track\s*No plan reaches the target\.\s*Margaret Ellison, 23 November 2026\./);
  });

  it('is the same page for the signed-in but for their own navigation, which nobody else is shown', async () => {
    const official = await waymark.signIn('asha.rahman@dhsc.example.org');
    const own = await waymark.open(official, `${MISSIONS}/health`);
    expect(own.$('nav').text()).toContain('Sign out (Asha Rahman)');
    expect(own.response.headers['cache-control']).toContain('private');
    const visitor = await open('health');
    expect(visitor.$('nav').text()).toContain('Sign in');
    expect(visitor.response.text).not.toContain('Asha Rahman');
    expect(visitor.response.headers['set-cookie']).toBeUndefined();
    expect(visitor.$('main').text()).toBe(own.$('main').text());
  });

  it.each(['/missions/unknown', '/missions/education/targets/unknown.csv', '/missions/pride-in-place/targets/pride-gap-closes.csv'])('answers 404 for %s', async (address) => {
    expect((await waymark.open(waymark.visitor(), `/frameworks/levelling-up-2022${address}`)).status).toBe(404);
  });
});
