import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { BadYear, boxes } from '../factories/bad-year.factory.js';
import { type Person, startBrowser } from '../support/browser.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;
const READER = 'reader@example.net';

/** Issue 5's journey: a year in which targets slip, one department answers and the other does not, and the council says so. */
withBrowser('a bad year', () => {
  let browser: Browser;
  let year: BadYear;
  let visitor: Person;
  let answered: string;
  let silent: string;
  let letter: string;
  let review: string;
  let inquiry: string;
  let recommendation: string;
  let report: string;

  const seen = (path: string): Promise<string> => year.read(visitor, path);
  const json = async (path: string): Promise<{ status: number; text: string }> => {
    const answer = await visitor.page.request.get(new URL(path, year.waymark.address).toString());
    return { status: answer.status(), text: await answer.text() };
  };

  beforeAll(async () => {
    browser = await startBrowser();
    year = await BadYear.begin(browser);
    visitor = await year.visitor(true);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await year?.end();
  });

  it('begins with a reader who follows a mission', async () => {
    await year.send(visitor, '/subscribe?about=mission:levelling-up-2022/education', { rhythm: 'at-once', email: READER }, 'Continue');
    await year.waymark.runJobs();
    const [confirm = ''] = /https?:\S+\/subscribe\/confirm\/\S+/.exec(year.waymark.sent.at(-1)?.body ?? '') ?? [];
    await year.send(visitor, new URL(confirm).pathname, {}, 'Confirm');
    expect(await seen('/alerts')).toContain('No alert is open.');
  }, 60_000);

  it('sees both targets slip: two alerts, with their mails', async () => {
    year.waymark.clock.set('2026-06-01T09:31:00Z');
    await year.publish({ '2024-09-01/P1Y': 66 }, '2026-06-01');
    await year.at('2026-06-01T09:32:00Z');
    [answered, silent] = [`/alerts/${await year.referenceOf('alerts', 'education')}`, `/alerts/${await year.referenceOf('alerts', 'skills')}`];
    for (const alert of [answered, silent]) expect(await seen(alert)).toContain('The department has not answered yet.');
    for (const recipient of ['sro@dfe.example.org', 'otherSro@dhsc.example.org', 'chair@council.example.org']) expect([recipient, year.subjects(recipient).length > 0]).toEqual([recipient, true]);
    expect(year.subjects(READER).join()).toMatch(/Education|changes/);
    expect((await json('/feeds/missions/levelling-up-2022/education.atom')).text).toContain(answered);
  }, 90_000);

  it('hears one department, which acknowledges and answers with a plan that the council accepts', async () => {
    await year.send('official', `${answered}/acknowledge`, { ownerName: 'Ben Carter', ownerJob: 'Deputy director' }, 'Acknowledge');
    await year.send('sro', `${answered}/answer/summary`, { summary: 'Hubs where fewest reach the standard.' }, 'Save the summary');
    const sro = await year.as('sro');
    await sro.open(`${answered}/answer/actions/new`);
    for (const [name, text] of [['action', 'Open 40 hubs'], ['owner', 'Director of hubs'], ['expectedEffect', 'Two points more']] as const) await sro.page.locator(`[name="${name}"]`).fill(text);
    await sro.page.locator('select[name="metric"]').selectOption({ index: 1 });
    for (const [group, date] of [['Done by', '2026-12-31'], ['When that release is expected', '2027-07-15']] as const) {
      const [day = '', month = '', of = ''] = date.split('-').reverse();
      for (const [label, text] of [['Day', day], ['Month', month], ['Year', of]] as const) await sro.page.getByRole('group', { name: group }).getByLabel(label).fill(text);
    }
    await sro.go('Save the action');
    await year.send('sro', `${answered}/answer/publish`, {}, 'Publish the plan');
    await year.send('member', `${answered}/decide`, { decision: 'accept' }, 'Record and publish the decision');
    expect(await seen(answered)).toMatch(/Answer accepted by the council.*Open 40 hubs|Open 40 hubs.*Answer accepted by the council/);
  }, 90_000);

  it('says by itself that the other does not answer, and escalates to the Secretary of State and the select committee', async () => {
    await year.at('2026-06-30T08:00:00Z');
    expect(await seen(silent)).toContain('No response. An answer was due by 29 June 2026.');
    expect(await seen('/alerts/departments')).toContain('Department of Health and Social Care');
    letter = await year.send('chair', `${silent}/decide`, { decision: 'escalate', reason: 'Nothing was heard in 20 working days.' }, 'Record and publish the decision');
    expect((await json(letter)).status).toBe(404);
    await year.send('chair', `${letter}/edit`, { subject: 'Skills is off track', secretaryOfState: 'Secretary of State for Health and Social Care', selectCommittee: 'Chair, Health and Social Care Committee' }, 'Save the draft');
    await year.send('member', `${letter}/publish`, {}, 'Sign and publish');
    expect(await seen(letter)).toContain('Chair, Health and Social Care Committee');
    expect(await seen('/letters')).toContain('Skills is off track');
  }, 90_000);

  it('opens an inquiry of its own motion, asks for evidence, and publishes findings with a recommendation', async () => {
    const { mission, organisations } = year.education;
    const asked = { title: 'Attendance', scope: 'Why fewer children come to school.', origin: 'own-motion', missionIds: [mission.id], ...boxes('end', '2026-12-31') };
    inquiry = await year.send('member', '/inquiries/new', asked, 'Open the inquiry');
    expect(await seen(inquiry)).toContain('Of the council’s own motion');
    await year.send('member', `${inquiry}/ask`, { organisationId: organisations.dfe.id, question: 'How many schools?', ...boxes('due', '2026-07-31') }, 'Ask');
    const official = await year.as('official');
    await official.open('/inquiries/asked');
    await official.go('Attendance');
    const question = new URL(official.page.url()).pathname;
    await year.send(official, `${question}/answer`, { text: 'Eleven hundred.', publish: 'yes' }, 'Send the answer');
    await year.send('member', `${inquiry}/findings`, { text: 'Attendance falls in winter.' }, 'Save a new version');
    await year.send('member', `${inquiry}/recommendations/add`, { text: 'Publish attendance weekly.', addresseeId: organisations.dfe.id, missionId: mission.id, answerDays: '20' }, 'Save');
    expect(await seen(inquiry)).not.toContain('Attendance falls in winter.');
    await year.send('chair', `${inquiry}/publish`, { quoted: [question.split('/').at(-1) ?? ''] }, 'Publish');
    const page = await seen(inquiry);
    for (const words of ['Attendance falls in winter.', 'Eleven hundred.', 'Publish attendance weekly.']) expect(page).toContain(words);
    recommendation = `/recommendations/${await year.referenceOf('recommendations', 'education')}`;
    await year.at('2026-06-30T08:01:00Z');
  }, 90_000);

  it('marks the recommendation overdue in public, until it is answered', async () => {
    await year.at('2026-09-01T08:00:00Z');
    expect(await seen('/recommendations?overdue=yes')).toContain('Publish attendance weekly.');
    expect(await seen(recommendation)).toContain('Department for Education has not answered. The answer was due by 28 July 2026.');
    await year.send('sro', `${recommendation}/answer`, { how: 'accept', words: 'We agree.', promise: 'Publish weekly.', ...boxes('promised', '2027-03-01') }, 'Publish the answer');
    expect(await seen(recommendation)).toContain('Answered late');
  }, 60_000);

  it('opens the interim review by itself on the day after the date, which waits for its release and closes on it', async () => {
    review = `/interim-reviews/${await year.referenceOf('interim_reviews')}`;
    expect(await seen(review)).toContain('Waiting for figures');
    await year.at('2026-12-10T08:00:00Z');
    await year.publish({ '2025-09-01/P1Y': 67 }, '2026-12-10');
    expect(await seen(review)).toContain('Waiting for figures');
    await year.at('2026-12-10T09:31:00Z');
    expect(await seen(review)).toContain('Missed');
    await year.send('official', `${review}/answer`, { effects: 'Schools drill for the test; we asked 40 heads.' }, 'Publish the answer');
    await year.send('member', `${review}/decide`, { recommendation: 'keep', reason: 'It is one year.' }, 'Publish and close');
    const page = await seen(review);
    for (const words of ['Schools drill for the test', 'It is one year.']) expect(page).toContain(words);
  }, 90_000);

  it('reports on the year, with the department’s right of reply beside the text', async () => {
    const { frameworkId } = year.education.mission;
    report = await year.send('member', '/reports/new', { framework: frameworkId, kind: 'council', ...boxes('from', '2025-04-01'), ...boxes('to', '2026-03-31') }, 'Open the workspace');
    await year.send('member', `${report}/assemble`, boxes('', '2026-12-10'), 'Assemble');
    await year.send('member', `${report}/texts/introduction`, { text: 'A bad year.' }, 'Save as a new version');
    for (const mission of ['education', 'skills']) await year.send('member', `${report}/texts/${mission}`, { text: `Words on ${mission}.` }, 'Save as a new version');
    await year.send('member', `${report}/fact-check`, boxes('', '2027-01-05'), 'Open the fact-check');
    const official = await year.as('official');
    await official.open('/fact-checks');
    await official.go(/Education/);
    const reply = new URL(official.page.url()).pathname;
    expect(await official.text()).toContain('Words on education.');
    await year.send(official, reply, { text: 'Attendance has risen since.' }, 'Save the reply');
    await year.send('sro', `${reply}/send`, {}, 'Send the reply');
    await year.at('2027-01-06T08:00:00Z');
    await acknowledge();
    await year.send('chair', `${report}/schedule`, { ...boxes('', '2027-01-06'), time: '09:30' }, 'Set the time');
    await year.at('2027-01-06T09:29:00Z');
    expect((await json(`${report}/editions/1`)).status).toBe(404);
    await year.at('2027-01-06T09:30:00Z');
    await verify(1, ['Words on education.', 'Attendance has risen since.', 'No reply from Department of Health and Social Care.', 'No figures by place.']);
  }, 180_000);

  it('is corrected by a second edition with a note, to which the first one links', async () => {
    await year.send('chair', `${report}/correct`, { words: 'The hubs were 1,200.' }, 'Begin the correction');
    await year.send('member', `${report}/texts/education`, { text: 'Other words on education.' }, 'Save as a new version');
    await year.send('member', `${report}/fact-check`, boxes('', '2027-01-21'), 'Open the fact-check');
    await year.at('2027-01-22T08:00:00Z');
    await acknowledge();
    await year.send('chair', `${report}/schedule`, { ...boxes('', '2027-01-22'), time: '09:30' }, 'Set the time');
    await year.at('2027-01-22T09:30:00Z');
    await verify(2, ['Other words on education.', 'The hubs were 1,200.']);
    expect(await seen(`${report}/editions/1`)).toContain('Words on education.');
    expect(await visitor.page.locator(`.govuk-inset-text a[href="${report}/editions/2"]`).count()).toBe(1);
  }, 180_000);

  it('is heard of by the reader and in the feed, and read without JavaScript on a narrow screen', async () => {
    const mails = year.waymark.sent.filter(({ recipient }) => recipient === READER).map(({ body }) => body).join();
    const feed = (await json('/feeds/all.atom')).text;
    for (const path of [answered, review, inquiry, recommendation]) expect([path, mails.includes(path)]).toEqual([path, true]);
    for (const path of [review, report]) expect([path, feed.includes(path)]).toEqual([path, true]);
    const plain = await year.visitor(false, 320);
    const pages = [answered, silent, letter, review, inquiry, recommendation, `${report}/editions/1`, `${report}/editions/2`, '/alerts', '/alerts/departments', '/letters', '/inquiries', '/interim-reviews', '/recommendations', '/reports', '/changes'];
    for (const path of pages) await plain.open(path);
  }, 120_000);

  /** Each warning by name, as a member comes to it from the workspace. */
  async function acknowledge(): Promise<void> {
    const member = await year.as('member');
    for (;;) {
      await member.open(report);
      const warning = member.page.locator('main a[href*="/warnings/"]').first();
      if ((await warning.count()) === 0) return;
      await year.send(member, (await warning.getAttribute('href')) ?? '', { reason: 'No figures by place.' }, 'Acknowledge');
    }
  }

  /** An edition as the public reads it, with the checksum of the very bytes of its JSON. */
  async function verify(number: number, words: string[]): Promise<void> {
    const edition = `${report}/editions/${number}`;
    const page = await seen(edition);
    const checksum = createHash('sha256').update((await json(`${edition}/report.json`)).text).digest('hex');
    for (const text of [...words, checksum]) expect(page).toContain(text);
    expect(await seen('/reports')).toContain(`Edition ${number}`);
  }
});
