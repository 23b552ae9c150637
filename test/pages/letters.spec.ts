import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Alert } from '#features/alerts/alert.entity.js';
import { AlertsService } from '#features/alerts/alerts.service.js';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { actorOf, PLAN, raiseOffTrack } from '../factories/alert.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { pdfOf } from '../factories/pdf.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { PageLook } from '../support/page-look.js';
import { statementsOf } from '../support/statement-count.js';

type Name = keyof EducationMission['people'];

/** A bad year, through the pages: every page of alerts and letters is looked at in each state that it has. */
describe('the pages of a year in which one alert is answered and one is not', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let look: PageLook;
  let alert: Alert;
  let address: string;
  let letter: string;
  let agents = new Map<Name, Agent>();

  const as = async (name: Name): Promise<Agent> => {
    const agent = agents.get(name) ?? (await waymark.signIn(education.people[name].email));
    agents.set(name, agent);
    return agent;
  };
  const at = async (instant: string): Promise<void> => {
    waymark.clock.set(instant);
    agents = new Map();
    await waymark.runWatches();
  };
  /** Looks at a page, and says what it says. */
  const seen = async (path: string, agent: Agent = waymark.visitor()): Promise<string> => {
    const page = await waymark.open(agent, path);
    expect([path, page.status]).toEqual([path, 200]);
    await look.at(path, page);
    return page.$('main').text().replaceAll(/\s+/g, ' ');
  };
  const send = async (agent: Agent, path: string, fields: Record<string, unknown>): Promise<string> => {
    const { status, headers } = await waymark.submit(agent, path, fields);
    expect([path, status]).toEqual([path, 303]);
    return String(headers['location']);
  };

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2023-09-01/P1Y': 65, '2024-09-01/P1Y': 66 }, '2026-05-01');
    alert = await raiseOffTrack(waymark, education);
    address = `/alerts/${alert.reference}`;
    look = await PageLook.start(waymark);
  }, 60_000);
  afterAll(async () => {
    await look?.close();
    await waymark?.close();
  });

  it('raised: everything that either side can open', async () => {
    for (const path of ['/alerts', '/alerts?status=raised', '/alerts?kind=levelling-down', '/alerts/departments', address, '/letters']) await seen(path);
    for (const path of [address, '/acknowledge', '/query', '/ask-time', '/answer', '/answer/summary', '/answer/actions/new'].map((page) => (page === address ? page : `${address}${page}`))) await seen(path, await as('official'));
    await send(await as('official'), `${address}/query`, { reason: '' });
    expect(await seen(`${address}/query`, await as('official'))).toContain('Enter your question');
    await send(await as('official'), `${address}/query`, { reason: 'Which figures?' });
    await send(await as('sro'), `${address}/ask-time`, { reason: 'A reorganisation.' });
    await seen(`${address}/reply`, await as('chair'));
    await send(await as('chair'), `${address}/reply`, { reason: 'Those of May.' });
    expect(await seen(address)).toContain('1 question, 1 request for more time; the due date has not moved');
    expect((await waymark.open(await as('chair'), `${address}/query`)).status).toBe(403);
    expect((await waymark.open(await as('otherSro'), `${address}/query`)).status).toBe(403);
  });

  it('filters by state, kind and department, in the file too', async () => {
    expect(await seen('/alerts?status=raised&kind=target-off-track&department=dfe')).toContain('1 alert is shown.');
    expect(await seen('/alerts?status=closed')).toContain('0 alerts are shown.');
    expect(await seen('/alerts?department=dhsc')).toContain('0 alerts are shown.');
    expect((await waymark.open(waymark.visitor(), '/alerts?status=nonsense&department=%3Cscript%3E')).status).toBe(200);
    const csv = async (path: string): Promise<number> => (await waymark.visitor().get(path)).text.trim().split('\r\n').length - 1;
    expect([await csv('/alerts.csv'), await csv('/alerts.csv?status=closed'), await csv('/alerts/departments.csv')]).toEqual([1, 0, 1]);
  });

  it('no response, escalated: the letter is drafted, changed, signed and published', async () => {
    await at('2026-06-30T08:00:00Z');
    expect(await seen(address)).toContain('No response. An answer was due by 29 June 2026.');
    expect(await seen(address)).toContain('Not acknowledged. A named owner was due by 8 June 2026.');
    const chair = await as('chair');
    await seen(`${address}/decide`, chair);
    letter = await send(chair, `${address}/decide`, { decision: 'escalate', reason: 'Silence.' });
    expect(letter).toMatch(/^\/letters\/LT-2026-/);
    expect(await seen(letter, chair)).toContain('This is a draft. Only the council sees it.');
    for (const name of ['sro', 'reviewer', 'administrator'] as const) expect([(await waymark.open(await as(name), letter)).status, (await waymark.open(await as(name), `${letter}/edit`)).status]).toEqual([404, 403]);
    expect((await waymark.open(waymark.visitor(), letter)).status).toBe(404);
    expect((await waymark.open(waymark.visitor(), '/letters')).$('main').text()).not.toContain('LT-2026');
    expect(await seen(address, chair)).toContain('A draft, which only the council sees');
    expect((await waymark.open(waymark.visitor(), address)).$('main').text()).not.toContain('LT-2026');

    await seen(`${letter}/edit`, chair);
    const { $ } = await waymark.open(chair, `${letter}/edit`);
    const typed = { subject: 'Education is off track', secretaryOfState: $('#secretaryOfState').attr('value'), body: $('#body').text(), answerWorkingDays: '20' };
    await send(chair, `${letter}/edit`, { ...typed, selectCommittee: '' });
    await send(chair, `${letter}/publish`, {});
    expect(await seen(`${letter}/publish`, chair)).toContain('Enter the select committee that the letter goes to');
    await send(chair, `${letter}/edit`, { ...typed, selectCommittee: 'Chair, Education Committee' });
    expect(await seen(`${letter}/versions`, chair)).toContain('Drafted by the service from the facts');
    const stale = await waymark.submit(chair, `${letter}/edit`, { body: 'Typed in vain', rowVersion: '1' });
    expect([stale.status, stale.text.includes('Typed in vain')]).toEqual([409, true]);
    expect(await seen(`${letter}/publish`, await as('member'))).toContain('within 20 working days');
    await send(await as('member'), `${letter}/publish`, {});
    expect((await waymark.open(chair, `${letter}/publish`)).status).toBe(409);
  });

  it('published: at a public address, in the lists, on the page of its alert', async () => {
    const text = await seen(letter);
    for (const words of ['Chair, Education Committee', 'It is off track.', 'Answer awaited', '28 July 2026', 'Council member, Advisory Council']) expect(text).toContain(words);
    expect(await seen('/letters')).toContain('Education is off track');
    expect(await seen(address)).toContain('Education is off track');
    for (const path of ['/alerts', '/alerts/departments', address, letter, '/letters']) {
      const { statements } = await statementsOf(async () => (await as('chair')).get(path));
      expect([path, statements.length < 15]).toEqual([path, true]);
    }
  });

  it('answered late: overdue in public, then recorded by the council’s people', async () => {
    await at('2026-07-29T08:00:00Z');
    expect(await seen(letter)).toContain('No answer. One was asked for by 28 July 2026.');
    expect(await seen('/letters')).toContain('Answer overdue');
    expect(await seen(address)).toContain('answer overdue');
    const reviewer = await as('reviewer');
    await seen('/letters', reviewer);
    await seen('/letters/received', reviewer);
    const reference = letter.slice('/letters/'.length);
    await send(reviewer, '/letters/received', { answers: reference, sender: '', receivedDay: '31', receivedMonth: '2', receivedYear: '2026' });
    expect(await seen('/letters/received', reviewer)).toContain('Enter who the letter is from');
    const received = await send(reviewer, '/letters/received', {
      answers: reference, sender: 'Secretary of State for Education', subject: 'Your letter', receivedDay: '29', receivedMonth: '7', receivedYear: '2026', body: 'We shall.',
    });
    expect(await seen(received)).toContain('Secretary of State for Education');
    expect(await seen(letter)).toContain('Answered late');
    expect((await waymark.open(await as('sro'), '/letters/received')).status).toBe(403);
    expect((await waymark.visitor().get('/letters.csv')).text).toContain(',late');
    expect((await waymark.visitor().get(`${received}/attachment`)).status).toBe(404);
  });

  it('keeps a PDF that came with a letter, and refuses what is none', async () => {
    const reviewer = await as('reviewer');
    const page = '/letters/received';
    const upload = async (content: Buffer, name: string): Promise<string> => {
      const token = (await waymark.open(reviewer, page)).$('main form input[name="_csrf"]').attr('value') ?? '';
      const form = reviewer.post(page).redirects(0).field('_csrf', token);
      for (const [field, text] of Object.entries({ answers: '', sender: 'A mayor', subject: 'Hubs', receivedDay: '28', receivedMonth: '7', receivedYear: '2026', body: 'Attached.' })) void form.field(field, text);
      const { status, headers } = await form.attach('file', content, name);
      expect(status).toBe(303);
      return String(headers['location']);
    };
    for (const [content, name] of [[Buffer.from('a,b\r\n1,2\r\n'), 'survey.csv'], [Buffer.from('no pdf'), 'letter.pdf']] as const) {
      expect(await upload(content, name)).toBe(page);
      expect(await seen(page, reviewer)).toContain('There is a problem');
    }
    const received = await upload(pdfOf(), 'letter.pdf');
    expect(await seen(received)).toContain('letter.pdf (PDF)');
    const file = await waymark.visitor().get(`${received}/attachment`);
    expect([file.status, file.headers['content-type'], Buffer.compare(file.body as Buffer, pdfOf())]).toEqual([200, 'application/pdf', 0]);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="LT-/);
  });

  it('a letter about nothing', async () => {
    const member = await as('member');
    await seen('/letters/new', member);
    await send(member, '/letters/new', { subject: 'x', about: 'AL-2026-XXXX' });
    expect(await seen('/letters/new', member)).toContain('Enter the reference of an alert that there is');
    const general = await send(member, '/letters/new', { subject: 'Data', other: 'National Statistician', body: 'Dear colleague', answerWorkingDays: '5' });
    await send(member, `${general}/publish`, {});
    expect(await seen(general)).toContain('National Statistician');
    await seen('/letters', member);
  });

  it('a draft that is dropped, with its reason', async () => {
    const [member, chair] = [await as('member'), await as('chair')];
    const dropped = await send(chair, '/letters/new', { subject: 'Thanks', other: 'Somebody', body: 'Dear colleague', answerWorkingDays: '' });
    expect((await waymark.open(member, `${dropped}/drop`)).status).toBe(403);
    expect(await seen(dropped, member)).not.toContain('Drop the draft');
    expect(await seen(dropped, chair)).toContain('Drop the draft');
    await seen(`${dropped}/drop`, chair);
    await send(chair, `${dropped}/drop`, { reason: '' });
    expect(await seen(`${dropped}/drop`, chair)).toContain('Enter why the draft is dropped');
    expect(await send(chair, `${dropped}/drop`, { reason: 'It was said in a meeting.' })).toBe(dropped);
    const page = await seen(dropped, chair);
    expect(page).toMatch(/dropped this draft on .*: It was said in a meeting\./);
    expect(page).not.toContain('Sign and publish');
    expect((await waymark.open(chair, `${dropped}/edit`)).status).toBe(409);
    expect((await waymark.open(waymark.visitor(), dropped)).status).toBe(404);
    expect(await seen('/letters', chair)).toContain('Thanks (dropped)');
    expect(await seen('/letters')).not.toContain('Thanks');
  });

  it('opens no door to anybody else: every address, every wrong person', async () => {
    const doors: [string, string[], Name[]][] = [
      [address, ['/acknowledge', '/query', '/ask-time', '/answer/summary', '/answer/actions/new', '/answer/actions/1', '/answer/actions/1/remove'], ['otherSro', 'chair', 'member', 'reviewer', 'administrator', 'secondee']],
      [address, ['/answer/publish'], ['official', 'otherSro', 'chair', 'administrator']],
      [address, ['/reply', '/decide'], ['official', 'sro', 'otherSro', 'reviewer', 'administrator', 'secondee']],
      [letter, ['/edit', '/publish', '/drop'], ['official', 'sro', 'otherSro', 'reviewer', 'administrator']],
      ['/letters', ['/new'], ['official', 'sro', 'otherSro', 'reviewer', 'administrator']],
      ['/letters', ['/received'], ['official', 'sro', 'otherSro', 'administrator']],
    ];
    const before = await waymark.dataSource.query('SELECT (SELECT count(*) FROM alert_events) + (SELECT count(*) FROM letters) + (SELECT count(*) FROM letter_versions) AS written');
    for (const [base, paths, names] of doors) {
      for (const name of names) {
        const agent = await as(name);
        const token = (await waymark.open(agent, '/sign-out')).$('main input[name="_csrf"]').attr('value') ?? '';
        expect(token).not.toBe('');
        for (const path of paths) {
          const asked = await waymark.open(agent, `${base}${path}`);
          const sent = await agent.post(`${base}${path}`).redirects(0).set('Host', new URL(waymark.address).host).set('Referer', `${waymark.address}${base}`).type('form')
            .send({ _csrf: token, rowVersion: '1', ownerName: 'X', ownerJob: 'Y', reason: 'Z', decision: 'close', subject: 'S', body: 'B', sender: 'X' });
          expect([name, path, asked.status, sent.status, /role for this|another department|you come from/.test(sent.text)]).toEqual([name, path, 403, 403, true]);
        }
      }
    }
    expect(await waymark.dataSource.query('SELECT (SELECT count(*) FROM alert_events) + (SELECT count(*) FROM letters) + (SELECT count(*) FROM letter_versions) AS written')).toEqual(before);
    for (const path of ['/acknowledge', '/answer', '/decide']) expect((await waymark.open(waymark.visitor(), `${address}${path}`)).response.headers['location']).toBe('/sign-in');
  });

  it('accepted and watched: the effect of the plan, and what closes it', async () => {
    const alerts = waymark.get(AlertsService);
    const version = async (): Promise<number> => (await waymark.get(AlertsQueries).byReference(alert.reference)).rowVersion;
    const person = (name: Name) => actorOf(education.people[name]);
    await alerts.acknowledge(person('official'), alert.reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion: await version() });
    expect(await seen(`${address}/answer`, await as('sro'))).toContain('There are no actions yet');
    await alerts.answer(person('sro'), alert.reference, { plan: PLAN, rowVersion: await version() });
    await seen(`${address}/decide`, await as('chair'));
    await send(await as('chair'), `${address}/decide`, { decision: 'not-accept', reason: 'Too little.' });
    expect(await seen(address)).toContain('Another plan due');
    for (const path of ['/answer', '/answer/actions/1', '/answer/actions/1/remove']) await seen(`${address}${path}`, await as('sro'));
    await send(await as('sro'), `${address}/answer/summary`, { summary: 'Much more.' });
    await seen(`${address}/answer/publish`, await as('sro'));
    await send(await as('sro'), `${address}/answer/publish`, {});
    await send(await as('chair'), `${address}/decide`, { decision: 'accept', reason: '' });
    expect(await seen(address)).toContain('Waits for the release of Pupils at the expected standard');
    await at('2027-07-16T08:00:00Z');
    expect(await seen(address)).toContain('Release has not come');
    await publishFigures(waymark.dataSource, education, { '2025-09-01/P1Y': 69 }, '2027-07-20');
    await at('2027-07-21T08:00:00Z');
    expect(await seen(address)).toContain('it is higher by 3%. The plan expected a figure higher by 2% or more. The effect is shown.');
    await seen('/alerts/departments');
    await send(await as('chair'), `${address}/decide`, { decision: 'close', reason: 'The release has shown it.' });
    expect(await seen(address)).toContain('Closed by the council');
    await seen('/alerts?status=closed');
  });
});
