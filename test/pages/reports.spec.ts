import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { FactCheckReply } from '#features/reports/fact-check-reply.entity.js';
import { ReportEdition } from '#features/reports/report-edition.entity.js';
import { ReportClockService } from '#features/reports/report-clock.service.js';
import { ReportText } from '#features/reports/report-text.entity.js';
import { Report } from '#features/reports/report.entity.js';
import { type EducationMission, publishFigures, saveAcceptedReturn, saveEducationMission } from '../factories/education-mission.factory.js';
import { actingAs } from '../support/acting.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const SECRET = 'Attendance is what holds the mission back.';

describe('the pages of annual reports', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let member: Agent;
  let chair: Agent;
  let official: Agent;
  let sro: Agent;
  let other: Agent;
  let address: string;
  let reference: string;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    await waymark.dataSource.getRepository(Framework).update({ id: education.mission.frameworkId }, { reportDuty: { owedBy: 'minister', basis: 'the Act' } });
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2024-09-01/P1Y': 62 }, '2025-12-01');
    await saveAcceptedReturn(waymark.dataSource, education, 'amber');
    await signIn();
  }, 60_000);
  afterAll(() => waymark.close());

  /** A session ends after half a day. */
  const signIn = async (): Promise<void> => {
    const { people } = education;
    [member, chair, official, sro, other] = (await Promise.all([people.member, people.chair, people.official, people.sro, people.otherSro].map(({ email }) => waymark.signIn(email)))) as [Agent, Agent, Agent, Agent, Agent];
  };
  const at = async (instant: string): Promise<void> => {
    waymark.clock.set(instant);
    await waymark.runWatches();
    await signIn();
  };
  const valid = async (agent: Agent, path: string): Promise<string> => {
    const { status, $, response } = await waymark.open(agent, path);
    expect([path, status, await faultsOf(response.text)]).toEqual([path, 200, []]);
    expect($('h1')).toHaveLength(1);
    return $('main').text().replaceAll(/\s+/g, ' ');
  };
  const errorsAt = async (agent: Agent, path: string): Promise<(string | undefined)[]> => {
    const { $, response } = await waymark.open(agent, path);
    expect([$('title').text().startsWith('Error: '), await faultsOf(response.text)]).toEqual([true, []]);
    return $('.govuk-error-summary a').toArray().map((link) => {
      expect($(`[id="${($(link).attr('href') ?? '').slice(1)}"]`)).toHaveLength(1);
      return $(link).attr('href');
    });
  };
  const day = (prefix: string, date: string) => {
    const [year, month, of] = date.split('-');
    return prefix === '' ? { day: of, month, year } : { [`${prefix}Day`]: of, [`${prefix}Month`]: month, [`${prefix}Year`]: year };
  };
  const NEW = () => ({ framework: education.mission.frameworkId, kind: 'council', ...day('from', '2025-04-01'), ...day('to', '2026-03-31') });
  const write = (text: string, ruralNote = '') => waymark.submit(member, `${address}/texts/education`, { text, ruralNote, devolvedNote: '' });
  const acknowledgeAll = async (): Promise<void> => {
    for (;;) {
      const next = (await waymark.open(member, address)).$('a[href*="/warnings/"]').first().attr('href');
      if (next === undefined) break;
      await valid(member, next);
      await waymark.submit(member, next, { reason: '' });
      expect(await errorsAt(member, next)).toEqual(['#reason']);
      await waymark.submit(member, next, { reason: 'No figures by place.' });
    }
  };
  const report = () => waymark.dataSource.getRepository(Report).findOneByOrFail({ reference });
  const reply = async (): Promise<FactCheckReply> => {
    const replies = await waymark.dataSource.getRepository(FactCheckReply).find({ relations: { window: true }, order: { window: { number: 'ASC' } } });
    return replies.at(-1) as FactCheckReply;
  };

  it('are opened by the council, with every wrong field named', async () => {
    await at('2026-11-23T09:00:00Z');
    expect((await waymark.open(official, '/reports/new')).status).toBe(403);
    await valid(member, '/reports/new');
    await waymark.submit(member, '/reports/new', { ...NEW(), framework: '', kind: '', ...day('to', '2025-02-31'), ...day('due', '2026-13-01') });
    expect(await errorsAt(member, '/reports/new')).toEqual(['#framework', '#kind', '#to', '#dueOn']);
    address = (await waymark.submit(member, '/reports/new', NEW())).headers['location'] as string;
    reference = address.split('/').at(-1) ?? '';
    expect(reference).toMatch(/^AR-2026-[0-9A-Z]{4}$/);
    expect(await valid(member, address)).toContain('Education: progress has not been assembled');
    await waymark.submit(member, '/reports/new', NEW());
    expect(await errorsAt(member, '/reports/new')).toEqual(['#to']);
  });

  it('assemble what stood on a day, never one to come', async () => {
    await waymark.submit(member, `${address}/assemble`, day('', '2026-11-24'));
    expect(await errorsAt(member, `${address}/assemble`)).toEqual(['#asOf']);
    await waymark.submit(member, `${address}/assemble`, day('', '2026-11-23'));
    const page = await valid(member, `${address}/texts/education`);
    expect(page).toContain('90% reach the expected standard');
    expect(page).toContain('Department for Education');
    expect(page).toContain('ER-2026-7K3D');
  });

  it('keep every version with its author, and what was typed at a conflict', async () => {
    await valid(member, `${address}/texts/introduction`);
    expect((await waymark.submit(member, `${address}/texts/introduction`, { text: 'A year of little progress.' })).status).toBe(303);
    const { $ } = await waymark.open(chair, `${address}/texts/education`);
    await write('First words.');
    const stale = { text: 'Words that came late', ruralNote: '', devolvedNote: '', rowVersion: $('input[name="rowVersion"]').attr('value'), _csrf: $('input[name="_csrf"]').attr('value') };
    const late = await chair.post(`${address}/texts/education`).redirects(0).type('form').send(stale);
    expect([late.status, late.text.includes('Words that came late')]).toEqual([409, true]);
    await write(SECRET);
    const versions = await valid(member, `${address}/texts/education/versions`);
    expect(versions).toContain('First words.');
    expect(versions).toContain('member');
    await expect(waymark.dataSource.query(`UPDATE report_texts SET text = 'x'`)).rejects.toThrow();
    const [text] = await waymark.dataSource.getRepository(ReportText).find({ take: 1 });
    const { administrator, chair: somebody } = education.people;
    const forged = (by: string, author: string) => actingAs(waymark.dataSource, `user:${by}`, (manager) =>
      manager.query<unknown>('INSERT INTO report_texts (section_id, version, text, rural_note, devolved_note, author_id, author_name, at) VALUES ($1, 99, $2, $2, $2, $3, $2, $4)', [text?.sectionId, 'x', author, new Date()]));
    await expect(forged(administrator.id, administrator.id)).rejects.toThrow('written by the council alone');
    await expect(forged(administrator.id, somebody.id)).rejects.toThrow('in the name of another');
  });

  it('leave by no door before publication', async () => {
    const strangers: Agent[] = [waymark.visitor(), official, sro, other, await waymark.signIn(education.people.administrator.email), await waymark.signIn(education.people.reviewer.email)];
    const doors = ['', '/assemble', '/texts/education', '/texts/education/versions', '/warnings/rural-note-empty:education', '/fact-check', '/schedule', '/editions/1', '/editions/1/report.json', '/editions/1/report.json.sha256', '/editions/1/report.csv', '/editions/1/report.csv-metadata.json', '/editions/1/report.pdf'];
    for (const agent of strangers) {
      for (const door of doors) {
        const { status, response } = await waymark.open(agent, `${address}${door}`);
        expect([door, [303, 401, 403, 404].includes(status), response.text.includes(SECRET)]).toEqual([door, true, false]);
        if (status === 303) expect(response.headers['location']).toContain('sign-in');
      }
      const list = await waymark.open(agent, '/reports');
      expect(list.response.text).not.toContain(reference);
      // what is not there and what is not public look alike
      expect((await waymark.open(agent, '/reports/AR-2026-XXXX')).status).toBe((await waymark.open(agent, address)).status);
    }
    expect(await valid(waymark.visitor(), '/reports')).toContain('owed by the minister (the Act)');
    expect(await valid(member, '/reports')).toContain(reference);
  });

  it('want a fact-check of ten working days, and no change meanwhile', async () => {
    await valid(member, `${address}/fact-check`);
    await waymark.submit(member, `${address}/fact-check`, day('', '2026-12-04'));
    expect(await errorsAt(member, `${address}/fact-check`)).toEqual(['#closesOn']);
    expect((await waymark.submit(member, `${address}/fact-check`, day('', '2026-12-07'))).status).toBe(303);
    expect(await valid(member, address)).toContain('With departments for fact-check');
    expect(await waymark.dataSource.getRepository(Notice).countBy({ kind: 'fact-check-opened', userId: education.people.official.id })).toBe(1);
    expect(await valid(member, `${address}/texts/education`)).toContain('cannot be changed');
    await expect(waymark.dataSource.query(`UPDATE report_sections SET text = 'x' WHERE key = 'education'`)).rejects.toThrow('while it is in writing');
  });

  it('are seen by the lead department alone, drafted by officials and sent by the responsible owner', async () => {
    const { id } = await reply();
    expect(await valid(official, '/fact-checks')).toContain('Mission 5: Education');
    expect(await valid(other, '/fact-checks')).not.toContain('Education');
    expect((await waymark.open(other, `/fact-checks/${id}`)).status).toBe(404);
    expect((await waymark.open(member, `/fact-checks/${id}`)).status).toBe(403);
    expect(await valid(official, `/fact-checks/${id}`)).toContain(SECRET);
    await waymark.submit(official, `/fact-checks/${id}`, { text: ' ' });
    expect(await errorsAt(official, `/fact-checks/${id}`)).toEqual(['#text']);
    await waymark.submit(official, `/fact-checks/${id}`, { text: 'Attendance has risen since.' });
    expect((await waymark.open(official, `/fact-checks/${id}/send`)).status).toBe(403);
    await valid(sro, `/fact-checks/${id}/send`);
    expect((await waymark.submit(sro, `/fact-checks/${id}/send`, {})).status).toBe(303);
    expect((await reply()).state).toBe('sent');
    expect((await waymark.open(sro, `/fact-checks/${id}/send`)).status).toBe(409);
  });

  it('are over by the clock; warnings are acknowledged by name and a time is set by the chair', async () => {
    await at('2026-12-07T23:30:00Z');
    expect((await report()).state).toBe('fact-check');
    await at('2026-12-08T00:30:00Z');
    expect((await report()).state).toBe('checked');
    expect((await waymark.open(member, `${address}/schedule`)).status).toBe(403);
    const set = () => waymark.submit(chair, `${address}/schedule`, { ...day('', '2026-12-09'), time: '09:30' });
    await set();
    const { $ } = await waymark.open(chair, `${address}/schedule`);
    expect($('.govuk-error-summary').text()).toContain('there is no note on rural areas (to be acknowledged)');
    await acknowledgeAll();
    expect((await set()).status).toBe(303);
    expect(await valid(chair, address)).toContain('9 December 2026 at 9:30am');
    expect((await waymark.open(waymark.visitor(), address)).status).toBe(404);
  });

  it('are published once at the set time, also after a stop and with two clocks at once', async () => {
    await at('2026-12-09T09:29:00Z');
    expect((await report()).state).toBe('scheduled');
    waymark.clock.set('2026-12-11T08:00:00Z');
    const clock = waymark.get(ReportClockService);
    const now = new Date('2026-12-11T08:00:00Z');
    const done = await Promise.all([clock.run(now), clock.run(now)]);
    expect(done[0] + done[1]).toBe(1);
    await at('2026-12-11T08:01:00Z');
    expect(await waymark.dataSource.getRepository(ReportEdition).count()).toBe(1);
    expect(await report()).toMatchObject({ state: 'published', editions: 1 });
    await expect(waymark.dataSource.query(`UPDATE report_editions SET body = '{}'`)).rejects.toThrow();
  });

  it('are public with the reply beside the text, and say that there is no PDF', async () => {
    const visitor = waymark.visitor();
    expect((await waymark.open(visitor, address)).response.headers['location']).toBe(`${address}/editions/1`);
    const page = await valid(visitor, `${address}/editions/1`);
    for (const words of [SECRET, 'Attendance has risen since.', 'There is no PDF of this edition', 'Warnings that the council acknowledged', 'No figures by place.']) expect(page).toContain(words);
    expect((await statementsOf(() => waymark.open(official, `${address}/editions/1`))).statements.length).toBeLessThan(15);
    expect((await statementsOf(() => waymark.open(member, address))).statements.length).toBeLessThan(15);
    expect((await waymark.open(visitor, `${address}/editions/1/report.pdf`)).status).toBe(404);
    expect((await waymark.open(visitor, `${address}/editions/2`)).status).toBe(404);
    expect(await valid(visitor, '/reports')).toContain('Edition 1');
  });

  it('have the checksum of the very bytes of the JSON, and a CSV that its metadata describe', async () => {
    const visitor = waymark.visitor();
    const { text } = await visitor.get(`${address}/editions/1/report.json`).buffer(true).parse((stream, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => done(null, Buffer.concat(chunks)));
    }).then(({ body }) => ({ text: (body as Buffer).toString('utf8') }));
    const checksum = createHash('sha256').update(text).digest('hex');
    expect((await visitor.get(`${address}/editions/1/report.json.sha256`)).text).toBe(`${checksum}  report.json\n`);
    expect((await waymark.open(visitor, `${address}/editions/1`)).$('main').text()).toContain(checksum);
    const document = JSON.parse(text) as { audit: { head: string; position: number }; missions: { factCheck: { text: string } }[] };
    const [line] = (await waymark.dataSource.query('SELECT hash FROM audit_entries WHERE position = $1', [document.audit.position])) as { hash: string }[];
    expect(document.audit.head).toBe(line?.hash);
    expect(document.missions[0]?.factCheck.text).toBe('Attendance has risen since.');
    const csv = (await visitor.get(`${address}/editions/1/report.csv`)).text.trim().split('\r\n');
    const { tableSchema } = JSON.parse((await visitor.get(`${address}/editions/1/report.csv-metadata.json`)).text) as { tableSchema: { columns: { name: string }[] } };
    expect(csv[0]?.split(',')).toEqual(tableSchema.columns.map(({ name }) => name));
    expect(csv).toHaveLength(3);
  });

  it('are corrected by a new edition after a new fact-check; the older one stays and links to it', async () => {
    expect((await waymark.open(member, `${address}/correct`)).status).toBe(403);
    await waymark.submit(chair, `${address}/correct`, { words: '' });
    expect(await errorsAt(chair, `${address}/correct`)).toEqual(['#words']);
    await waymark.submit(chair, `${address}/correct`, { words: 'Attendance figures were of another year.' });
    await write('Attendance holds the mission back less than before.', 'Rural schools do better.');
    await waymark.submit(chair, `${address}/schedule`, { ...day('', '2027-01-20'), time: '9:30' });
    expect((await waymark.open(chair, `${address}/schedule`)).$('.govuk-error-summary').text()).toContain('the fact-check of this text is not over');
    expect((await waymark.submit(member, `${address}/fact-check`, day('', '2027-01-12'))).status).toBe(303);
    await waymark.submit(member, `${address}/revise`, { words: 'A slip in the text.' });
    expect((await waymark.open(official, `/fact-checks/${(await reply()).id}`)).status).toBe(404);
    expect((await waymark.submit(member, `${address}/fact-check`, day('', '2027-01-12'))).status).toBe(303);
    await at('2027-01-13T09:00:00Z');
    expect((await reply()).state).toBe('no-reply');
    await acknowledgeAll();
    await waymark.submit(chair, `${address}/schedule`, { ...day('', '2027-01-20'), time: '9:30' });
    expect((await waymark.open(waymark.visitor(), `${address}/editions/2`)).status).toBe(404);
    await at('2027-01-20T09:30:00Z');
    const latest = await valid(waymark.visitor(), `${address}/editions/2`);
    for (const words of ['Attendance figures were of another year.', 'No reply from Department for Education.', 'Rural schools do better.']) expect(latest).toContain(words);
    const older = await waymark.open(waymark.visitor(), `${address}/editions/1`);
    expect(older.$('main').text()).toContain(SECRET);
    expect(older.$(`.govuk-inset-text a[href="${address}/editions/2"]`)).toHaveLength(1);
  });

  it('show when they were laid, and that a statutory date was missed', async () => {
    await valid(member, `${address}/dates`);
    await waymark.submit(member, `${address}/dates`, { ...day('due', '2027-01-25'), ...day('delivered', '2027-01-21'), paperNumber: '' });
    expect(await errorsAt(member, `${address}/dates`)).toEqual(['#deliveredOn']);
    await waymark.submit(member, `${address}/dates`, { ...day('due', '2027-01-25'), ...day('delivered', '2027-01-20'), paperNumber: '' });
    await at('2027-01-26T09:00:00Z');
    await at('2027-01-27T09:00:00Z');
    expect(await valid(waymark.visitor(), '/reports')).toContain('Not laid in time');
    expect(await waymark.dataSource.getRepository(Notice).countBy({ kind: 'statutory-report-late', userId: education.people.chair.id })).toBe(1);
    const late = () => waymark.dataSource.query(`SELECT status, sentence FROM alerts WHERE kind = 'report-late'`) as Promise<{ status: string; sentence: string }[]>;
    expect(await late()).toMatchObject([{ status: 'raised', sentence: expect.stringContaining('The council had to deliver') }]);
    await waymark.submit(member, `${address}/dates`, { ...day('due', '2027-01-25'), ...day('delivered', '2027-01-20'), ...day('laid', '2027-01-27'), paperNumber: 'HC 123' });
    expect(await valid(waymark.visitor(), `${address}/editions/2`)).toContain('Paper number: HC 123');
    expect(await late()).toMatchObject([{ status: 'closed' }]);
  });
});
