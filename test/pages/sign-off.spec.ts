import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { CommentsWebModule } from '#features/comments/web/comments-web.module.js';
import { DelegationsWebModule } from '#features/delegations/web/delegations-web.module.js';
import { DeliveryPlansWebModule } from '#features/delivery-plans/web/delivery-plans-web.module.js';
import { ReturnParts } from '#features/evidence-returns/return-parts.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { openedAs, SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const MODULES = [AccessWebModule, SubmissionsWebModule, EvidenceReturnsWebModule, DeliveryPlansWebModule, CommentsWebModule, DelegationsWebModule, JobsModule];

const textOf = ({ $ }: Page, selector: string): string[] => $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());
const errorsOf = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);

describe('the pages around the signature', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let official: Agent;
  let sro: Agent;
  let member: Agent;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: MODULES });
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    const { people } = education;
    [official, sro, member] = await Promise.all([people.official, people.sro, people.member].map(({ email }) => waymark.signIn(email))) as [Agent, Agent, Agent];
  });
  afterAll(() => waymark?.close());

  const room = { 'evidence-return': '/evidence-returns', 'delivery-plan': '/delivery-plans' };
  const pageOf = ({ id, kind }: Submission, page = ''): string => `${room[kind]}/${id}${page}`;
  const read = ({ id }: { id: string }): Promise<Submission> => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
  const follow = async (agent: Agent, response: { status: number; headers: Record<string, unknown> }): Promise<Page> => {
    expect(response.status).toBe(303);
    return waymark.open(agent, String(response.headers['location']));
  };
  /** Opens a page and holds it against the rules for all pages. */
  const openValid = async (agent: Agent, address: string): Promise<Page> => {
    const page = await waymark.open(agent, address);
    expect([address, page.status, page.$('h1').length]).toEqual([address, 200, 1]);
    expect([address, await faultsOf(page.response.text)]).toEqual([address, []]);
    return page;
  };
  const clearanceWanted = async (wanted: 'yes' | 'no'): Promise<void> => void (await follow(sro, await waymark.submit(sro, '/work/clearance', { wanted })));

  it('show the SRO of a return on one page what there is to know', async () => {
    const submission = await make.in('awaiting-sign-off');
    const page = await openValid(sro, pageOf(submission, '/sign-off'));
    expect(textOf(page, 'main h2')).toEqual([
      'Where the figures contradict or do not support the rating', 'What you sign', 'What has changed', 'What we promised last time, and what became of it', 'Attachments', 'Contributions of others',
      'Who wrote which section', 'Comments still open', 'What becomes public, and when',
    ]);
    const main = page.$('main').text();
    expect(main).toContain('Catch-up hubs opened in twenty places.');
    expect(textOf(page, 'main li')).toEqual(expect.arrayContaining(['Narrative: official', 'Own rating: official', 'Next steps: official']));
    expect(main).toContain('Once the council accepts it');
  });

  it('ask the database fewer than fifteen times for a page', async () => {
    const submission = await make.in('awaiting-sign-off');
    await waymark.submit(sro, pageOf(submission, '/decline'), { reason: '', sections: 'narrative', 'reasons[narrative]': 'Name the cause.' });
    await waymark.submit(sro, pageOf(submission, '/comments'), { section: 'narrative', text: 'Who says so?', mentionedId: '' });
    await waymark.submit(official, pageOf(submission, '/declined'), { 'replies[narrative]': 'Nobody knows it.' });
    await waymark.submit(official, pageOf(submission, '/check'), {});
    for (const page of ['', '/sign-off']) {
      // whoever has just come back writes the session once; after that every page costs what this one does
      await waymark.open(sro, pageOf(submission, page));
      const { statements } = await statementsOf(() => waymark.open(sro, pageOf(submission, page)));
      expect([page, statements.length < 15]).toEqual([page, true]);
    }
  });

  it('show the SRO of a plan its money, its dependencies and what is gone', async () => {
    const plan = await make.in('awaiting-sign-off', 'delivery-plan');
    const page = await openValid(sro, pageOf(plan, '/sign-off'));
    expect(textOf(page, 'main h2')).toEqual(expect.arrayContaining(['The money and staff that you sign', 'What you count on other departments for', 'What we promised last year, and is gone', 'Who wrote which section']));
    expect(textOf(page, 'main li')).toContain('Planned money, mission by mission: £12.5 million');
    await waymark.submit(sro, pageOf(plan, '/sign-off'), {});
    expect((await read(plan)).status).toBe('submitted');
    await openValid(member, pageOf(plan, '/versions/1'));
  });

  describe('with the minister’s clearance', () => {
    it('lead from the setting to the version', async () => {
      await openValid(sro, '/work/clearance');
      await clearanceWanted('yes');
      expect((await waymark.open(official, '/work/clearance')).status).toBe(403);
      const submission = await make.in('awaiting-sign-off');
      const sign = await openValid(sro, pageOf(submission, '/sign-off'));
      expect(textOf(sign, '.govuk-inset-text')[0]).toMatch(/^Not cleared yet/);
      expect(sign.$('main form')).toHaveLength(0);
      const overview = await waymark.open(official, pageOf(submission));
      expect(overview.$(`a[href="${pageOf(submission, '/clearance')}"]`)).toHaveLength(1);

      const form = pageOf(submission, '/clearance');
      await openValid(official, form);
      const refused = await follow(official, await waymark.submit(official, form, { minister: '', day: '24', month: '11', year: '2026' }));
      expect(errorsOf(refused)).toEqual([['Enter the name of the minister', '#minister'], ['The date of the clearance must be today or in the past', '#day']]);
      expect([refused.$('#day').val(), refused.$('#minister').length]).toEqual(['24', 1]);
      const done = await follow(official, await waymark.submit(official, form, { minister: 'Jane Smith', day: '23', month: '11', year: '2026' }));
      expect(textOf(done, '.govuk-notification-banner__content')).toEqual(['The minister’s clearance is recorded.']);
      expect((await openValid(sro, pageOf(submission, '/sign-off'))).$('main').text()).toContain('Cleared by Jane Smith on 23 November 2026');
      await waymark.submit(sro, pageOf(submission, '/sign-off'), {});
      expect((await openValid(member, pageOf(submission, '/versions/1'))).$('main').text()).toContain('Cleared by Jane Smith on 23 November 2026.');
      await clearanceWanted('no');
    });
  });

  it('decline section by section, and take an answer instead of a change', async () => {
    const submission = await make.in('awaiting-sign-off');
    const form = pageOf(submission, '/decline');
    await openValid(sro, form);
    const refused = await follow(sro, await waymark.submit(sro, form, { reason: '', sections: ['narrative'], 'reasons[narrative]': '', 'reasons[rating]': 'Too good.' }));
    expect(errorsOf(refused)).toEqual([['Tick own rating, or remove what you wrote about it', '#sections']]);
    expect([refused.$('#reasons-rating').val(), refused.$('#sections').attr('checked') !== undefined || refused.$('input[value="narrative"]').attr('checked') !== undefined]).toEqual(['Too good.', true]);
    const empty = await follow(sro, await waymark.submit(sro, form, { reason: '', sections: 'narrative', 'reasons[narrative]': ' ' }));
    expect(errorsOf(empty)).toEqual([['Enter what should change in narrative', '#reasons-narrative']]);
    await follow(sro, await waymark.submit(sro, form, { reason: '', sections: ['narrative', 'rating'], 'reasons[narrative]': 'Name the cause.', 'reasons[rating]': 'Too good.' }));

    const overview = await openValid(official, pageOf(submission));
    expect(overview.$(`a[href="${pageOf(submission, '/declined')}"]`)).toHaveLength(1);
    const row = (section: string): string => overview.$('.govuk-task-list__item').filter((_, item) => overview.$(item).text().includes(section)).first().text();
    expect(row('Narrative')).toContain('Declined: not complete');
    expect(row('Next steps')).not.toContain('Declined');
    const check = await follow(official, await waymark.submit(official, pageOf(submission, '/check'), {}));
    expect(errorsOf(check).map(([, href]) => href)).toEqual([pageOf(submission, '/declined#replies-narrative'), pageOf(submission, '/declined#replies-rating')]);
    expect(check.$('main').text()).toContain('Change “Narrative”, or answer why it stays as it is');

    const replies = await openValid(official, pageOf(submission, '/declined'));
    expect([replies.$('#replies-narrative').length, textOf(replies, 'label[for="replies-rating"]')]).toEqual([1, ['Why should “Own rating” stay as it is?']]);
    const unanswered = await follow(official, await waymark.submit(official, pageOf(submission, '/declined'), { 'replies[narrative]': ' ', 'replies[rating]': '' }));
    expect(textOf(unanswered, '.govuk-notification-banner__content')).toEqual(['Nothing was written, so nothing is saved.']);
    const answered = await follow(official, await waymark.submit(official, pageOf(submission, '/declined'), { 'replies[narrative]': 'The cause is not known.', 'replies[rating]': '' }));
    expect(textOf(answered, '.govuk-notification-banner__content')).toEqual(['Your answers are saved.']);
    await waymark.submit(official, pageOf(submission, '/rating'), { rating: 'amber-red', ratingReason: 'Lower.' });
    await follow(official, await waymark.submit(official, pageOf(submission, '/check'), {}));
    const sign = await openValid(sro, pageOf(submission, '/sign-off'));
    expect(textOf(sign, 'main li')).toEqual(expect.arrayContaining([
      'Narrative: Name the cause. It stays as it is. official answers: The cause is not known.', 'Own rating: Too good. It has been changed.',
    ]));
  });

  it('delegate signing to somebody, who then signs for the SRO', async () => {
    const delegate = await savePerson(waymark, 'Dee Delegate', ['official'], 'dfe');
    const agent = await waymark.signIn(delegate.email);
    const submission = await make.in('awaiting-sign-off');
    expect((await waymark.open(agent, pageOf(submission, '/sign-off'))).status).toBe(403);
    await openValid(sro, '/delegations/new');
    const today = { 'from[day]': '23', 'from[month]': '11', 'from[year]': '2026' };
    const refused = await follow(sro, await waymark.submit(sro, '/delegations/new', { delegateId: delegate.id, ...today, 'to[day]': '31', 'to[month]': '11', 'to[year]': '2026', reason: '' }));
    expect(errorsOf(refused)).toEqual([['Enter the last day, like 4 12 2026', '#to'], ['Enter why you delegate', '#reason']]);
    expect([refused.$('#to').val(), refused.$('#delegateId option[selected]').attr('value')]).toEqual(['31', delegate.id]);
    const list = await follow(sro, await waymark.submit(sro, '/delegations/new', { delegateId: delegate.id, ...today, 'to[day]': '23', 'to[month]': '11', 'to[year]': '2026', reason: 'Leave' }));
    expect(textOf(list, 'tbody tr')[0]).toMatch(/^Dee Delegate for sro 23 November 2026 Leave Holds now/);
    await openValid(official, '/delegations');

    const sign = await openValid(agent, pageOf(submission, '/sign-off'));
    expect(sign.$('main').text()).toContain('in place of sro as senior responsible owner');
    await waymark.submit(agent, pageOf(submission, '/sign-off'), {});
    expect((await openValid(member, pageOf(submission, '/versions/1'))).$('main').text()).toContain('Signed off and submitted by Dee Delegate (for sro)');
    const end = (await waymark.open(sro, '/delegations')).$('a[href$="/end"]').attr('href') ?? '';
    await openValid(sro, end);
    await follow(sro, await waymark.submit(sro, end, {}));
    expect((await waymark.open(agent, pageOf(await make.in('awaiting-sign-off'), '/sign-off'))).status).toBe(403);
    expect((await waymark.open(sro, '/delegations/none/end')).status).toBe(404);
  });

  it('keep what was typed by whoever comes second', async () => {
    const submission = await make.in('awaiting-sign-off');
    const csrf = (await waymark.open(sro, pageOf(submission, '/decline'))).$('input[name="_csrf"]').attr('value');
    await waymark.submit(sro, pageOf(submission, '/sign-off'), {});
    const late = await sro.post(pageOf(submission, '/decline')).type('form')
      .send({ _csrf: csrf, rowVersion: submission.rowVersion, reason: 'All of <it>.', sections: 'narrative', 'reasons[narrative]': 'Name the cause.' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('All of &lt;it&gt;.');
    expect(late.text).toContain('Name the cause.');
    expect(await faultsOf(late.text)).toEqual([]);
  });

  describe('for comments', () => {
    it('take a comment on a section, an answer, and the settling, and tell the SRO of what is open', async () => {
      const submission = await make.in('draft');
      const comments = pageOf(submission, '/comments');
      await openValid(sro, comments);
      const refused = await follow(sro, await waymark.submit(sro, comments, { section: 'narrative', text: ' ', mentionedId: '' }));
      expect(errorsOf(refused)).toEqual([['Enter your comment', '#text']]);
      const unknown = await follow(sro, await waymark.submit(sro, comments, { section: 'weather', text: 'Kept <text>.', mentionedId: '' }));
      expect([errorsOf(unknown), unknown.$('#text').val()]).toEqual([[['Select what your comment is about', '#section']], 'Kept <text>.']);
      const listed = await follow(sro, await waymark.submit(sro, comments, { section: 'narrative', text: 'Who says so?\r\nName them.', mentionedId: education.people.official.id }));
      expect(textOf(listed, 'main h2')).toContain('Narrative Open');
      expect(listed.$('main').text()).toContain('Asks official.');
      await waymark.runJobs();
      expect(waymark.sent.map(({ recipient, subject }) => [recipient, subject])).toContainEqual([education.people.official.email, `Comment on Narrative: ${submission.reference}`]);
      const overview = await waymark.open(official, pageOf(submission));
      expect(textOf(overview, `a[href="${comments}"]`)).toContain('Comments (1 open)');
      const link = `a[href="${comments}?section=narrative"]`;
      expect(textOf(await openValid(official, pageOf(submission, '/narrative')), link)).toEqual(['Comments (1 open)']);

      const thread = listed.$('a[href*="/comments/"]').attr('href') ?? '';
      await openValid(official, thread);
      expect(errorsOf(await follow(official, await waymark.submit(official, thread, { text: '', then: 'reply' })))).toEqual([['Enter your answer', '#text']]);
      await follow(official, await waymark.submit(official, thread, { text: 'The inspectorate.', then: 'reply' }));
      await waymark.submit(official, pageOf(submission, '/check'), {});
      expect(textOf(await openValid(sro, pageOf(submission, '/sign-off')), 'main li')).toContain('Narrative: sro: Who says so? Name them.');
      const csrf = (await waymark.open(official, thread)).$('input[name="_csrf"]').attr('value');
      const settled = await follow(sro, await waymark.submit(sro, thread, { text: '', then: 'resolve' }));
      expect(textOf(settled, 'main .govuk-tag')).toContain('Settled');
      const late = await official.post(thread).type('form').send({ _csrf: csrf, text: 'I settle it.', then: 'resolve' });
      expect([late.status, late.text.includes('I settle it.')]).toEqual([409, true]);
      await follow(sro, await waymark.submit(sro, thread, { text: 'Not so.', then: 'reopen' }));
      await openValid(official, `${comments}?section=narrative`);
    });

    it('are closed to the council, to other departments and to what is no draft', async () => {
      const submission = await make.in('submitted');
      await savePerson(waymark, 'Otto Other', ['official', 'sro'], 'dhsc');
      const other = await waymark.signIn('otto.other@dhsc.example.org');
      for (const agent of [member, other]) expect((await waymark.open(agent, pageOf(submission, '/comments'))).status).toBe(403);
      const page = await openValid(official, pageOf(submission, '/comments'));
      expect(page.$('main form')).toHaveLength(0);
      expect((await waymark.open(member, pageOf(submission))).$('a[href$="/comments"]')).toHaveLength(0);
    });
  });

  it('tell the SRO which contributions are quoted, lead to the attachments, and say that both become public', async () => {
    const submission = await make.in('awaiting-sign-off');
    const given = { organisation: 'Leeds', question: 'What did the hubs do?', answer: 'They opened.', status: 'given' as const };
    const own = <Part>(parts: Part[]) => async (_: unknown, id: string): Promise<Part[]> => (id === submission.id ? parts : []);
    waymark.get(ReturnParts).register('contributions', own([
      { ...given, id: 'c1', quoted: true }, { ...given, id: 'c2', organisation: 'York', quoted: false }, { ...given, id: 'c3', organisation: 'Hull', answer: '', status: 'declined' as const },
    ]));
    waymark.get(ReturnParts).register('attachments', own([{ id: 'f1', name: 'survey.pdf', title: 'Survey of heads', type: 'application/pdf', bytes: 2048, checksum: 'ab' }]));
    const page = await openValid(sro, pageOf(submission, '/sign-off'));
    const lines = textOf(page, 'main li');
    expect(lines).toEqual(expect.arrayContaining([
      'Leeds: What did the hubs do? Given. Quoted in the return, whole.', 'York: What did the hubs do? Given. Not quoted in the return.', 'Hull: What did the hubs do? Declined.',
    ]));
    expect(page.$(`main a[href="${pageOf(submission, '/attachments')}"]`)).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('Once the council accepts it: its attachments') && line.includes('contributions of others that the return quotes'))).toBe(true);
    expect(textOf(page, 'dd').some((text) => text.includes('York: What did the hubs do?') && text.endsWith('Given. Not quoted in the return.'))).toBe(true);
  });

  it('say to a delegate that their SRO wrote part of it', async () => {
    const boss = await savePerson(waymark, 'Will Writer', ['official', 'sro'], 'dfe');
    const helper = await savePerson(waymark, 'Hal Helper', ['official'], 'dfe');
    const written = await waymark.get(EvidenceReturnsService).save(actorOf(boss), openedAs(await make.in('draft')), { narrative: 'By Will.' });
    await waymark.submit(official, pageOf(written, '/check'), {});
    const day = { 'from[day]': '23', 'from[month]': '11', 'from[year]': '2026', 'to[day]': '24', 'to[month]': '11', 'to[year]': '2026' };
    await waymark.submit(await waymark.signIn(boss.email), '/delegations/new', { delegateId: helper.id, ...day, reason: 'Leave' });
    const overview = await waymark.open(await waymark.signIn(helper.email), pageOf(written));
    expect(overview.$(`main a[href="${pageOf(written, '/sign-off')}"]`)).toHaveLength(0);
    const page = await waymark.open(await waymark.signIn(helper.email), pageOf(written, '/sign-off'));
    expect(textOf(page, '.govuk-inset-text')).toEqual(['Will Writer wrote part of this, so nobody can sign it off for them.']);
    expect(page.$('main form')).toHaveLength(0);
  });
});
