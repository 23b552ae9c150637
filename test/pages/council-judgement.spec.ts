import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';

describe('the pages of the council’s judgement', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let chair: Agent;
  let address: string;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    chair = await waymark.signIn(education.people.chair.email);
    address = `/council/judgements/${education.mission.id}/new`;
  });
  afterAll(() => waymark.close());

  it.each(['official', 'sro', 'reviewer', 'administrator'] as const)('are closed to the %s', async (name) => {
    const agent = await waymark.signIn(education.people[name].email);
    for (const page of ['/council/judgements', address, address.replace('new', 'recorded')]) {
      expect((await waymark.open(agent, page)).status).toBe(403);
    }
  });

  it('list every mission with its three judgements and lead to the form', async () => {
    const { $, status } = await waymark.open(chair, '/council/judgements');
    expect(status).toBe(200);
    expect($('tbody th').first().text()).toBe('Mission 5, Education');
    expect($('tbody a').attr('href')).toBe(address);
    expect($('tbody a').attr('aria-label')).toBe('Record a judgement of Education');
  });

  it('ask for a word and a reason, beside how the mission stands', async () => {
    const { $ } = await waymark.open(chair, address);
    expect($('input[name="verdict"]')).toHaveLength(14);
    expect($('.govuk-summary-list').text()).toContain('Nothing yet');
    await waymark.submit(chair, address, { sentence: '  ' });
    const back = await waymark.open(chair, address);
    expect(back.$('title').text()).toMatch(/^Error: /);
    expect(back.$('.govuk-error-summary a').toArray().map((link) => back.$(link).attr('href'))).toEqual(['#verdict', '#sentence']);
    const word = await waymark.submit(chair, address, { verdict: 'splendid', sentence: 'Because.' });
    expect(word.status).toBe(303);
    expect((await waymark.open(chair, address)).$('#sentence').text()).toBe('Because.');
  });

  it('record it, confirm it, and name it in the audit chain without its words', async () => {
    const done = await waymark.submit(chair, address, { verdict: 'slipping', sentence: 'Too slow.' });
    const recorded = address.replace('new', 'recorded');
    expect([done.status, done.headers['location']]).toEqual([303, recorded]);
    const { $ } = await waymark.open(chair, recorded);
    expect($('h1').text().trim()).toBe('Judgement recorded');
    expect($('.govuk-panel').text()).toContain('“slipping”');
    expect($('main a').first().attr('href')).toBe('/frameworks/levelling-up-2022/missions/education');
    const [line] = await waymark.dataSource.getRepository(AuditEntry).find({ where: { event: 'COUNCIL_JUDGEMENT_RECORDED' } });
    expect(line).toMatchObject({ actor: `user:${education.people.chair.id}`, facts: { mission: 'education', verdict: 'slipping', before: null } });
    expect(JSON.stringify(line)).not.toContain('Too slow');
  });

  it('answer the second of two members with the conflict page', async () => {
    const response = await waymark.submit(chair, address, { verdict: 'off-track', sentence: 'Worse.', seen: '' });
    expect(response.status).toBe(409);
  });

  it('answer 404 for a mission that there is not, and 400 for what is no id', async () => {
    expect((await waymark.open(chair, address.replace(education.mission.id, '00000000-0000-4000-8000-000000000000'))).status).toBe(404);
    expect((await waymark.open(chair, address.replace(education.mission.id, 'x'))).status).toBe(400);
  });
});
