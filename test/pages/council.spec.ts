import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import { type Browser } from 'playwright-core';
import { InterestsService } from '#features/reviewers/interests.service.js';
import { CouncilDecision } from '#features/council/council-decision.entity.js';
import { User } from '#features/access/user.entity.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { Person, startBrowser } from '../support/browser.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

/** The page's words, with a space wherever a tag is. */
const flat = ({ $ }: Page): string => cheerio.load(($('main').html() ?? '').replaceAll('<', ' <')).text().replaceAll(/\s+/g, ' ').trim();
const errorsOf = ({ $ }: Page): string[] => $('.govuk-error-summary a').toArray().map((link) => `${$(link).text()} ${$(link).attr('href')}`);

/** The council in public: its people, money, roles and decisions, by its pages. */
describe('the council’s pages', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let chair: Agent;
  let member: Agent;
  let administrator: Agent;
  let fourth: User;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    education = await saveEducationMission(waymark.dataSource);
    fourth = await savePerson(waymark, 'Fourth Member', ['council-member'], 'council');
    const { people } = education;
    [chair, member, administrator] = await Promise.all([people.chair, people.member, people.administrator].map(({ email }) => waymark.signIn(email))) as [Agent, Agent, Agent];
  }, 60_000);
  afterAll(() => waymark?.close());

  const page = (address: string, agent: Agent = waymark.visitor()): Promise<Page> => waymark.open(agent, address);

  describe('members and money', () => {
    it('lists everybody who holds a role, also one whose term nobody has entered', async () => {
      const text = flat(await page('/council'));
      expect(text).toContain('chair Council chair Not stated Not stated Not stated None declared');
      expect(text).toContain('secondee on loan from Department for Education Council member');
      expect(text).toContain('No budget has been entered.');
    });

    it('shows a term, a budget, a quorum and the changes of all three, with who made them', async () => {
      const term = { person: education.people.member.id, appointedBy: 'The Secretary of State', fromDay: '1', fromMonth: '4', fromYear: '2026', untilDay: '31', untilMonth: '3', untilYear: '2029' };
      expect((await waymark.submit(chair, '/council/members/new', term)).headers['location']).toBe('/council/keep');
      expect((await waymark.submit(chair, '/council/budgets/new', { year: '2026', givenBy: 'HM Treasury', amount: '£1,200,000', spent: '', staff: '4.5', note: 'First year' })).status).toBe(303);
      await waymark.submit(chair, '/council/quorum', { leastNumber: '3', leastShare: '50', reason: 'As the council agreed' });
      const text = flat(await page('/council'));
      expect(text).toContain('member Council member The Secretary of State 1 April 2026 31 March 2029');
      expect(text).toContain('April 2026 to March 2027 HM Treasury £1,200,000 Not stated 4.5 First year');
      expect(text).toContain('at least 3 members are present and at least 50%');
      expect(text).toMatch(/Term of member entered, appointed by The Secretary of State chair/);
    });

    it('keeps a term that has ended, and says what was changed', async () => {
      const { $ } = await page('/council/keep', chair);
      const address = $('a[href^="/council/members/"][href$="/edit"]').attr('href') ?? '';
      await waymark.submit(chair, address, { appointedBy: 'The Secretary of State', fromDay: '1', fromMonth: '4', fromYear: '2026', endedDay: '1', endedMonth: '5', endedYear: '2026', endedWhy: 'Resigned' });
      const text = flat(await page('/council'));
      expect(text).toContain('member The Secretary of State 1 April 2026 No end stated 1 May 2026 Resigned');
      expect(text).toContain('ended from “nothing” to “2026-05-01”');
    });

    it('answers a change that came too late with what was typed', async () => {
      const { $ } = await page('/council/keep', chair);
      const address = $('a[href^="/council/budgets/"][href$="/edit"]').attr('href') ?? '';
      const answer = await waymark.submit(chair, address, { rowVersion: '99', year: '2026', givenBy: 'Somebody else', amount: '1', spent: '', staff: '', note: '' });
      expect([answer.status, answer.text.includes('Somebody else')]).toEqual([409, true]);
    });

    it('names every fault beside its field', async () => {
      expect((await waymark.submit(chair, '/council/members/new', {})).headers['location']).toBe('/council/members/new');
      expect(errorsOf(await page('/council/members/new', chair))).toEqual(['Select the person #person', 'Enter who appointed them #appointedBy', 'Enter the first day, like 23 11 2026 #from']);
      await waymark.submit(chair, '/council/budgets/new', { year: '2026', givenBy: 'X', amount: '1' });
      expect(errorsOf(await page('/council/budgets/new', chair))).toEqual(['That year is entered already #year']);
    });

    it('is kept by a chair alone', async () => {
      for (const agent of [member, administrator]) expect((await page('/council/members/new', agent)).status).toBe(403);
    });
  });

  describe('a decision', () => {
    const draft = { subject: 'council-judgement', about: '', title: 'Education is off track', text: 'The council judges Education to be off track.' };
    const propose = async (agent: Agent, fields: Record<string, unknown> = {}): Promise<string> => {
      const { headers, status } = await waymark.submit(agent, '/council/decisions/new', { ...draft, mission: education.mission.id, ...fields });
      expect(status).toBe(303);
      return /CD-\d{4}-\w{4}/.exec(headers['location'] ?? '')?.[0] ?? '';
    };
    const vote = async (email: string, reference: string, part: string, words = ''): Promise<number> =>
      (await waymark.submit(await waymark.signIn(email), `/council/decisions/${reference}/vote`, { part, words })).status;
    const at = (reference: string, move = ''): string => `/council/decisions/${reference}${move}`;

    it('is private until it is closed, then public with votes, recusals, dissent and minute, and unchanged from then on', async () => {
      const { people } = education;
      await waymark.get(InterestsService).declare(actorOf(fourth), { subject: `mission:${education.mission.id}`, what: 'Chairs a trust of schools', from: '2020-01-01', to: '' });
      const reference = await propose(member);
      expect((await page(at(reference))).status).toBe(404);
      expect((await page('/council/decisions')).response.text).not.toContain(reference);
      expect((await page(at(reference, '/open'), member)).status).toBe(403);
      await waymark.submit(chair, at(reference, '/open'), {});
      expect(await vote(people.member.email, reference, 'for')).toBe(303);
      expect(await vote(people.chair.email, reference, 'against', 'The figures are too young.')).toBe(303);
      // on loan from the department that leads it, and with a declared interest
      expect([await vote(people.secondee.email, reference, 'for'), await vote(fourth.email, reference, 'for')]).toEqual([403, 403]);
      expect((await page(at(reference))).status).toBe(404);
      await waymark.submit(chair, at(reference, '/close'), { minute: 'Two were present. It was discussed for an hour.' });
      const text = flat(await page(at(reference)));
      expect(text).toContain('Not adopted');
      expect(text).toContain('2 of 4 members in office were present; 3 were needed');
      expect(text).toContain('Fourth Member: Declared interest: Chairs a trust of schools');
      expect(text).toContain('secondee: Works for or comes from Department for Education');
      expect(text).toContain('Dissent of chair The figures are too young.');
      expect(text).toContain('Two were present. It was discussed for an hour.');
      expect(flat(await page('/council/decisions'))).toContain('Education is off track');
      expect(await vote(people.member.email, reference, 'against')).toBe(409);
      expect((await waymark.submit(chair, at(reference, '/close'), { minute: 'Again' })).status).toBe(409);
      const { reference: kept } = await waymark.dataSource.getRepository(CouncilDecision).findOneByOrFail({ reference });
      await expect(waymark.dataSource.query(`UPDATE council_decisions SET minute = 'x' WHERE reference = $1`, [kept])).rejects.toThrow(/stays as it is/);
      await expect(waymark.dataSource.query(`UPDATE council_decision_parts SET part = 'for'`)).rejects.toThrow(/not open/);
    });

    it('is adopted by more for than against; of two who close at once one does, and a chair closes only the count they saw', async () => {
      await waymark.submit(chair, '/council/quorum', { leastNumber: '2', leastShare: '0', reason: 'Small council' });
      const reference = await propose(member, { subject: 'other', mission: '', title: 'Publish the minutes' });
      await waymark.submit(chair, at(reference, '/open'), {});
      const seen = (await page(at(reference, '/close'), chair)).$('input[name="rowVersion"]').attr('value');
      for (const email of [education.people.member.email, education.people.secondee.email]) await vote(email, reference, 'for');
      const stale = await waymark.submit(chair, at(reference, '/close'), { rowVersion: seen, minute: 'What I typed' });
      expect([stale.status, stale.text.includes('What I typed')]).toEqual([409, true]);
      const answers = await Promise.all([1, 2].map((n) => waymark.submit(chair, at(reference, '/close'), { minute: `Minute ${n}` })));
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
      expect(flat(await page(at(reference)))).toContain('Adopted');
    });

    it('takes a vote back where an interest is declared after it', async () => {
      const late = await savePerson(waymark, 'Late Member', ['council-member'], 'council');
      const reference = await propose(member, { title: 'Late interest' });
      await waymark.submit(chair, at(reference, '/open'), {});
      expect(await vote(late.email, reference, 'for')).toBe(303);
      await waymark.get(InterestsService).declare(actorOf(late), { subject: `mission:${education.mission.id}`, what: 'A new post', from: '2020-01-01', to: '' });
      await waymark.submit(chair, at(reference, '/close'), { minute: 'Closed' });
      expect(flat(await page(at(reference)))).toContain('Late Member: Declared interest: A new post');
    });

    it('is withdrawn by whoever proposed it, before the vote, and never public', async () => {
      const reference = await propose(member, { title: 'A mistake' });
      expect((await waymark.submit(chair, at(reference, '/withdraw'), {})).status).toBe(409);
      expect((await waymark.submit(member, at(reference, '/withdraw'), {})).status).toBe(303);
      expect((await page(at(reference))).status).toBe(404);
    });

    it('is cited by the council’s judgement, which says whether it is a decision or one member’s word', async () => {
      const judge = `/council/judgements/${education.mission.id}/new`;
      const mission = '/frameworks/levelling-up-2022/missions/education';
      await waymark.submit(member, judge, { verdict: 'off-track', sentence: 'Alone.', decision: '' });
      expect(flat(await page(mission))).toContain('Given by a member for the council');
      await waymark.submit(chair, '/council/quorum', { leastNumber: '1', leastShare: '0', reason: 'For once' });
      const reference = await propose(member, { title: 'Together' });
      const { id } = await waymark.dataSource.getRepository(CouncilDecision).findOneByOrFail({ reference });
      expect((await waymark.submit(member, judge, { verdict: 'off-track', sentence: 'Not yet.', decision: id })).status).toBe(303);
      expect(errorsOf(await page(judge, member))).toEqual(['Select an adopted decision on this mission #decision']);
      await waymark.submit(chair, at(reference, '/open'), {});
      await vote(education.people.member.email, reference, 'for');
      await waymark.submit(chair, at(reference, '/close'), { minute: 'Agreed' });
      await waymark.submit(member, judge, { verdict: 'off-track', sentence: 'Together.', decision: id });
      const shown = await page(mission);
      expect(flat(shown)).toContain(`A decision of the council`);
      expect(shown.$(`main a[href="/council/decisions/${reference}"]`)).toHaveLength(1);
      await expect(waymark.dataSource.query(`INSERT INTO judgements (kind, mission_id, verdict, sentence, components, inputs, release_ids, cause, given_by, given_at, as_of, council_decision_id)
        SELECT 'council', mission_id, 'on-track', 's', '{}', '{}', '{}', 'council', $1, now(), now(), (SELECT id FROM council_decisions WHERE NOT coalesce(adopted, false) LIMIT 1) FROM judgements LIMIT 1`, [education.people.member.id])).rejects.toThrow(/adopted decision/);
    });
  });

  describe('roles and people', () => {
    it('adds somebody, proposes a role, and another person confirms it; every step is public', async () => {
      await waymark.submit(administrator, '/people/add', { name: 'Noor Haddad', email: 'noor@council.example.org', organisation: 'council', home: '' });
      const { id } = await waymark.dataSource.getRepository(User).findOneByOrFail({ email: 'noor@council.example.org' });
      await waymark.submit(administrator, '/council/grants/new', { kind: 'grant', person: id, role: 'council-member', reason: 'Appointed by the Secretary of State' });
      expect(flat(await page('/council/grants'))).toContain('Given: Council member Noor Haddad Advisory Council Appointed by the Secretary of State administrator (Advisory Council, Administrator) Waits for a second person');
      const waiting = await page('/council/grants/waiting', administrator);
      expect(flat(waiting)).toContain('Somebody else must decide on what you proposed');
      const address = (await page('/council/grants/waiting', chair)).$('a[href$="/decide"]').attr('href') ?? '';
      expect((await waymark.submit(administrator, address, {}, address)).status).toBe(403);
      expect((await waymark.submit(chair, address, {})).status).toBe(303);
      expect(flat(await page('/council/grants'))).toContain('chair (Advisory Council, Council chair)');
      expect(flat(await page('/council'))).toContain('Noor Haddad Council member');
      expect((await waymark.submit(administrator, `/people/${id}/disable`, {})).headers['location']).toBe(`/people/${id}/disable`);
      expect(flat(await page(`/people/${id}/disable`, administrator))).toContain('cannot be disabled by one person');
    });

    it('says of everybody in the factory that they were added at the command line', async () => {
      expect(flat(await page('/council/grants'))).toContain('At the command line, by somebody who has the machine');
    });

    it('changes roles of others, not the council’s and not one’s own', async () => {
      const person = await savePerson(waymark, 'Pat Official', ['official'], 'dfe');
      await waymark.submit(administrator, `/people/${person.id}`, { roles: ['official', 'sro'] });
      expect((await waymark.dataSource.getRepository(User).findOneByOrFail({ id: person.id })).roles).toEqual(['official', 'sro']);
      await waymark.submit(administrator, `/people/${person.id}`, { roles: ['reviewer'] });
      expect(errorsOf(await page(`/people/${person.id}`, administrator))).toEqual(['Select roles from the list #roles']);
      const own = `/people/${education.people.administrator.id}`;
      await waymark.submit(administrator, own, { roles: ['administrator', 'statistician'] });
      expect(errorsOf(await page(own, administrator))).toEqual(['Another administrator must change your roles #roles']);
      expect((await waymark.submit(administrator, `/people/${person.id}`, { seenRoles: 'official', roles: [] })).status).toBe(409);
    });
  });

  describe('a name or an address put right', () => {
    it('is told to both addresses, signs in by the new one, and voids links on their way to the old one', async () => {
      const person = await savePerson(waymark, 'Pat Unwed', ['official'], 'dfe');
      await waymark.submit(waymark.visitor(), '/sign-in', { email: person.email });
      const { body } = await waymark.dataSource.getRepository(MailMessage).findOneByOrFail({ recipient: person.email });
      const link = /\/sign-in\/link\/[\w-]+/.exec(body)?.[0] ?? '';
      const address = `/people/${person.id}/details`;
      await waymark.submit(administrator, address, { name: ' Pat Wed ', email: 'Pat.Wed@dfe.example.org' });
      const { name, email } = await waymark.dataSource.getRepository(User).findOneByOrFail({ id: person.id });
      expect([name, email]).toEqual(['Pat Wed', 'pat.wed@dfe.example.org']);
      // the link, and then what was told to either address
      const mails: { recipient: string }[] = await waymark.dataSource.query('SELECT recipient FROM mail_messages WHERE about = $1', [`user:${person.id}`]);
      expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual([email, person.email, person.email].toSorted());
      expect((await waymark.visitor().get(link)).text).toContain('Ask for a new link');
      expect((await waymark.submit(administrator, address, { name: 'Pat', email: 'x@dfe.example.org', seenName: 'Pat Unwed', seenEmail: person.email })).status).toBe(409);
      await waymark.submit(administrator, address, { name: '', email: education.people.chair.email });
      expect(errorsOf(await page(address, administrator))).toEqual(['Enter their full name #name']);
      await waymark.submit(administrator, address, { name: 'Pat Wed', email: education.people.chair.email });
      expect(errorsOf(await page(address, administrator))).toEqual([`Somebody with the address ${education.people.chair.email} is there already #email`]);
      const told: { facts: string }[] = await waymark.dataSource.query(`SELECT facts::text FROM audit_entries WHERE event = 'USER_DETAILS_CHANGED'`);
      expect([told.length > 0, told.map(({ facts }) => facts).join()]).toEqual([true, expect.not.stringMatching(/Pat|@/)]);
    });

    it('leaves the address of somebody of the council alone, and shows their new name in public', async () => {
      const { id, name } = education.people.member;
      const address = `/people/${id}/details`;
      await waymark.submit(administrator, address, { name, email: 'mine@evil.example.org' });
      expect(errorsOf(await page(address, administrator))).toEqual([expect.stringContaining('keeps the address that they sign in with')]);
      await page('/council');
      await waymark.submit(administrator, address, { name: 'Mem Renamed', email: education.people.member.email });
      expect(flat(await page('/council'))).toContain('Mem Renamed');
      await waymark.submit(administrator, address, { name, email: education.people.member.email });
    });
  });

  describe('every page', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(() => browser?.close());

    it('opens the public ones in under 15 statements', async () => {
      for (const address of ['/council', '/council/grants', '/council/decisions']) {
        await waymark.submit(chair, '/council/quorum', { leastNumber: '1', leastShare: '0', reason: address });
        const { result, statements } = await statementsOf(() => page(address));
        expect([address, result.status, statements.length < 15]).toEqual([address, 200, true]);
      }
    });

    it('is valid and nothing that axe finds', async () => {
      const [{ reference }] = await waymark.dataSource.getRepository(CouncilDecision).find({ where: { state: 'closed' }, take: 1 }) as [CouncilDecision];
      const { headers } = await waymark.submit(chair, '/council/decisions/new', { subject: 'other', about: '', mission: '', title: 'To look at', text: 'T' });
      const open = (headers['location'] ?? '').replace(/\/work$/, '');
      const pages: [string, Agent, string[]][] = [
        ['chair', chair, ['/council', '/council/grants', '/council/decisions', `/council/decisions/${reference}`, '/council/keep', '/council/members/new', '/council/budgets/new', '/council/quorum', '/council/decisions/work',
          '/council/decisions/new', `${open}/work`, `${open}/open`, `${open}/withdraw`, '/council/grants/waiting', '/council/grants/new']],
        ['administrator', administrator, ['/people', '/people/add', `/people/${fourth.id}`, `/people/${fourth.id}/disable`]],
      ];
      for (const [name, agent, addresses] of pages) {
        const person = await Person.at(browser, waymark.address, { javaScript: false });
        await person.signIn(name);
        for (const address of addresses) {
          const { status, response } = await page(address, agent);
          expect([address, status, await faultsOf(response.text)]).toEqual([address, 200, []]);
          await person.open(address);
        }
      }
      await waymark.submit(chair, `${open}/open`, {});
      const person = await Person.at(browser, waymark.address, { javaScript: false });
      await person.signIn('chair');
      for (const address of [`${open}/vote`, `${open}/close`]) await person.open(address);
    }, 120_000);
  });
});
