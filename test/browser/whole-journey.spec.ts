import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Person, startBrowser } from '../support/browser.js';
import { createExampleDatabase } from '../support/example-database.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;

/** Issue 2's journey as four people: official, senior responsible owner, reviewer, member of the council; and the public. */
withBrowser.each([
  ['with JavaScript', true, 1280],
  ['without JavaScript', false, 1280],
  ['with JavaScript on a narrow screen', true, 320],
])('from a department’s form to the council’s alert and the public page, %s', (_, javaScript, width) => {
  let waymark: TestApplication;
  let browser: Browser;
  let people: Record<'official' | 'sro' | 'reviewer' | 'second' | 'member' | 'public', Person>;

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createExampleDatabase() });
    browser = await startBrowser();
    const at = (): Promise<Person> => Person.at(browser, waymark.address, { javaScript, width });
    people = { official: await at(), sro: await at(), reviewer: await at(), second: await at(), member: await at(), public: await at() };
    await people.official.signIn('Ben Carter');
    await people.sro.signIn('Helen Marsh');
    await people.reviewer.signIn('Priya Nair');
    await people.second.signIn('Ruth Calder');
    await people.member.signIn('Grace Adeyemi');
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await waymark?.close();
    await waymark?.database.drop();
  });

  it('shows the official what is due and keeps a draft', async () => {
    const { official } = people;
    await official.open('/work');
    await official.go(/Education/);
    await official.go('Figures');
    expect(await official.text()).toContain('63%');
    await official.fill('Comment on the figures (optional)', 'The tests of 2025 are final.');
    await official.go('Save and continue');
    expect(await official.heading()).toContain('Narrative');
    await official.fill('What was done in this time, and what came of it?', 'The English hubs reached 1,200 schools (DfE, hubs report 2026, page 4).');
    await official.go('Save and come back later');
    await official.open('/work');
    await official.go(/Education/);
    await official.go('Narrative');
    expect(await official.page.getByLabel('What was done').inputValue()).toContain('1,200 schools');
    await official.go('Save and continue');
    expect(await official.heading()).toBe('Evidence');
    await official.go('Continue');
    await official.choose(/^Amber-green/);
    await official.fill('Why this rating?', 'The recovery since 2022 continues.');
    await official.go('Save and continue');
    expect(await official.heading()).toBe('Risks');
    await official.go('Continue');
    expect(await official.text()).toContain('there is nothing to answer here');
    await official.go('Continue');
    await official.fill('What will you do next, and by when?', 'Extend the hubs to 400 more schools by July 2027.');
    await official.go('Save and continue');
    for (const section of ['Contributions', 'Attachments']) {
      expect(await official.heading()).toContain(section);
      await official.go('Continue');
    }
  }, 60_000);

  it('checks the answers and sends them to the senior responsible owner, who declines once and then submits', async () => {
    const { official, sro } = people;
    expect(await official.heading()).toBe('Check your answers');
    const address = new URL(official.page.url()).pathname;
    await official.go('Send for sign-off');
    await sro.open(address.replace(/check$/, 'sign-off'));
    expect(await sro.text()).toContain('1,200 schools');
    await sro.go('Decline with a reason');
    await sro.fill('Why do you decline?', 'Name the cost.');
    await sro.go('Decline');
    await official.open(address.replace(/check$/, 'narrative'));
    await official.fill('What was done', 'The English hubs reached 1,200 schools for £26 million (DfE, hubs report 2026, page 4).');
    await official.go('Save and continue');
    await official.open(address);
    await official.go('Send for sign-off');
    await sro.open(address.replace(/check$/, 'sign-off'));
    await sro.go('Sign off and submit');
    expect(await sro.heading()).toContain('Evidence return submitted');
    expect(await sro.text()).toMatch(/ER-2026-\w{4}/);
  }, 60_000);

  it('runs the checks as jobs and lets the reviewer send a section back, then accept', async () => {
    const { official, sro, reviewer, second } = people;
    expect(await waymark.runJobs()).toEqual(expect.arrayContaining(['open-review', 'run-review-checks', 'send-mail']));
    await reviewer.open('/reviews');
    await reviewer.go(/ER-2026/);
    expect(await reviewer.text()).toContain('£26 million');
    await reviewer.go(/^Claim/);
    await reviewer.go(/^Decide/);
    await reviewer.choose('Request changes');
    await reviewer.choose('Next steps');
    await reviewer.fill('What should change in next steps?', 'Say who owns the extension.');
    await reviewer.go('Continue');
    await reviewer.go('Send the sections back');
    expect(await reviewer.heading()).toContain('Changes requested');
    await waymark.runJobs();
    await official.open('/work');
    await official.go(/Education/);
    expect(await official.text()).toContain('Say who owns the extension.');
    await official.go('Next steps');
    await official.fill('What will you do next', 'The director of English hubs extends them to 400 more schools by July 2027.');
    await official.go('Save and come back later');
    await official.go('Check your answers and send');
    await official.go('Send for sign-off');
    await sro.open('/work');
    await sro.go(/Education/);
    await sro.go('Sign off and submit');
    await sro.go('Sign off and submit');
    await waymark.runJobs();
    await reviewer.open('/reviews');
    await reviewer.go(/ER-2026/);
    expect(await reviewer.text()).toContain('The director of English hubs');
    await reviewer.go(/^Claim/);
    await reviewer.go(/^Decide/);
    // Amber-green where the figures deteriorate: the return claims better than they do.
    expect(await reviewer.text()).toContain('a second reviewer must confirm');
    await reviewer.choose('Accept');
    await reviewer.go('Continue');
    await reviewer.go('Propose to accept');
    expect(await reviewer.heading()).toContain('Acceptance proposed');
    await waymark.runJobs();
    expect(waymark.sent.some(({ subject, recipient }) => subject.startsWith('Second reviewer needed') && recipient === 'ruth.calder@council.example.org')).toBe(true);
    await second.open('/reviews');
    await second.go(/ER-2026/);
    await second.go('Give a second opinion');
    await second.choose('Yes, confirm');
    await second.go('Continue');
    expect(await second.text()).toContain('Priya Nair; confirmed by Ruth Calder');
  }, 90_000);

  it('sets the department’s rating beside the computed verdict and raises the conflict', async () => {
    const ran = await waymark.runJobs();
    expect(ran).toEqual(expect.arrayContaining(['record-department-judgement', 'judge-missions', 'raise-alert', 'send-mail']));
    const { public: visitor } = people;
    await visitor.open('/frameworks/levelling-up-2022/missions/education');
    const page = await visitor.text();
    expect(page).toContain('Deteriorating');
    expect(page).toContain('Amber-green');
    expect(page).toContain('The recovery since 2022 continues.');
    expect(page).toContain('£26 million');
    const conflict = waymark.sent.filter(({ subject, recipient }) => /disagree|conflict/i.test(subject) && recipient === 'margaret.ellison@council.example.org');
    expect(conflict).toHaveLength(1);
  }, 60_000);

  it('lets the department name an owner and answer the alert, and the council accept the answer, in public', async () => {
    const { official, sro, member, public: visitor } = people;
    await visitor.open('/alerts');
    const own = await educationAlert(waymark);
    expect(await visitor.text()).toContain(own);
    await visitor.go(own);
    expect(await visitor.text()).toContain('The department has not answered yet.');
    await official.open(`/alerts/${own}/acknowledge`);
    await official.fill('Full name', 'Ben Carter');
    await official.fill('Job title', 'Deputy director, primary assessment');
    await official.go('Acknowledge');
    await sro.open(`/alerts/${own}/answer`);
    await sro.go('Write the summary');
    await sro.fill('Summary of the plan', 'Hubs in every area with fewer than half of pupils at the standard.');
    await sro.go('Save the summary');
    await sro.go('Add an action');
    await sro.fill('What will be done', 'Open 40 hubs');
    await sro.fill('Who owns it', 'Director of English hubs');
    const done = sro.page.getByRole('group', { name: 'Done by' });
    for (const [label, text] of [['Day', '31'], ['Month', '7'], ['Year', '2027']] as const) await done.getByLabel(label).fill(text);
    await sro.fill('Expected effect', 'Two points more in 2027/28');
    await sro.page.getByLabel('Metric whose figures will show it').selectOption({ index: 1 });
    const release = sro.page.getByRole('group', { name: 'When that release is expected' });
    for (const [label, text] of [['Day', '15'], ['Month', '9'], ['Year', '2028']] as const) await release.getByLabel(label).fill(text);
    await sro.go('Save the action');
    await sro.go('Check and publish the plan');
    await sro.go('Publish the plan');
    await member.open(`/alerts/${own}/decide`);
    await member.choose(/^Accept/);
    await member.go('Record and publish the decision');
    await visitor.open(`/alerts/${own}`);
    expect(await visitor.text()).toContain('Answer accepted by the council');
    expect(await visitor.text()).toContain('Open 40 hubs');
  }, 90_000);

  it('records the council’s own judgement beside the two', async () => {
    const { member, public: visitor } = people;
    await member.open('/council/judgements');
    await member.go(/Education/);
    await member.choose(/^Off track/i);
    await member.page.locator('textarea').first().fill('Recovery alone does not reach 90%.');
    await member.go(/record|publish/i);
    await visitor.open('/frameworks/levelling-up-2022/missions/education');
    expect(await visitor.text()).toContain('Recovery alone does not reach 90%.');
  }, 60_000);
});

async function educationAlert(waymark: TestApplication): Promise<string> {
  const [row]: { reference: string }[] = await waymark.dataSource.query(
    `SELECT a.reference FROM alerts a JOIN missions m ON m.id = a.mission_id WHERE m.slug = 'education' AND a.kind = 'target-off-track'`,
  );
  return row?.reference ?? '';
}
