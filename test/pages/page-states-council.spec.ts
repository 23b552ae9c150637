import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InterestsService } from '#features/reviewers/interests.service.js';
import { SubscriptionLinks } from '#features/subscriptions/subscription-links.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication } from '../support/application.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

const days = (which: string, day: string, month: string, year: string): Record<string, string> => ({ [`${which}Day`]: day, [`${which}Month`]: month, [`${which}Year`]: year });
const NO_DAY = { ...days('from', '', '', ''), ...days('until', '', '', ''), ...days('ended', '', '', '') };
const TERM = { ...NO_DAY, person: '{member}', appointedBy: 'The Secretary of State', ...days('from', '1', '4', '2026'), ...days('until', '31', '3', '2029'), endedWhy: '' };
const YEAR = { year: '2026', givenBy: 'HM Treasury', amount: '£1,200,000', spent: '', staff: '4.5', note: 'First year' };

const KEEPING: PageState[] = [
  ['empty', 'visitor', '/council'],
  ['empty', 'visitor', '/council/decisions'],
  ['empty', 'chair', '/council/keep'],
  ['empty', 'chair', '/council/members/new'],
  ['refused', 'chair', '/council/members/new', { person: '', appointedBy: '', ...NO_DAY, endedWhy: '' }],
  ['refused', 'chair', '/council/members/new', { ...TERM, ...days('from', '31', '2', '2026'), ...days('until', '1', '1', '2020'), ...days('ended', 'x', '', '') }],
  ['appointed', 'chair', '/council/members/new', TERM, ['term', /(?<=members\/)[\w-]{36}/]],
  ['to change', 'chair', '/council/members/{term}/edit'],
  ['refused', 'chair', '/council/members/{term}/edit', { ...TERM, appointedBy: '', ...days('ended', '31', '2', '2026') }],
  ['conflict', 'chair', '/council/members/{term}/edit', { ...TERM, ...STALE }],
  ['ended', 'chair', '/council/members/{term}/edit', { ...TERM, ...days('ended', '1', '5', '2026'), endedWhy: 'Resigned' }],
  ['empty', 'chair', '/council/budgets/new'],
  ['refused', 'chair', '/council/budgets/new', { year: 'x', givenBy: '', amount: 'much', spent: '-1', staff: 'x', note: '' }],
  ['given', 'chair', '/council/budgets/new', YEAR, ['budget', /(?<=budgets\/)[\w-]{36}/]],
  ['refused: that year is there', 'chair', '/council/budgets/new', YEAR],
  ['to change', 'chair', '/council/budgets/{budget}/edit'],
  ['refused', 'chair', '/council/budgets/{budget}/edit', { ...YEAR, amount: '' }],
  ['conflict', 'chair', '/council/budgets/{budget}/edit', { ...YEAR, ...STALE }],
  ['changed', 'chair', '/council/budgets/{budget}/edit', { ...YEAR, spent: '£900,000' }],
  ['as it is', 'chair', '/council/quorum'],
  ['refused', 'chair', '/council/quorum', { leastNumber: 'x', leastShare: '101', reason: '' }],
  ['set', 'chair', '/council/quorum', { leastNumber: '2', leastShare: '0', reason: 'A small council' }],
  ['filled', 'chair', '/council/keep'],
  ['filled', 'visitor', '/council'],
];

const DRAFT = { subject: 'council-judgement', about: '', mission: '{mission}', title: 'Education is off track', text: 'The council judges Education to be off track.' };

const DECISIONS: PageState[] = [
  ['empty', 'member', '/council/decisions/work'],
  ['empty', 'member', '/council/decisions/new'],
  ['filled in by the page that leads here', 'chair', '/council/decisions/new?subject=framework-closing&about=Levelling+Up'],
  ['refused', 'member', '/council/decisions/new', { subject: '', about: '', mission: '', title: '', text: '' }],
  ['refused for what it is about', 'member', '/council/decisions/new', { ...DRAFT, subject: 'report' }],
  ['refused without its mission', 'member', '/council/decisions/new', { ...DRAFT, mission: '' }],
  ['proposed', 'member', '/council/decisions/new', DRAFT, ['decision', /CD-\d{4}-\w{4}/]],
  ['proposed', 'chair', '/council/decisions/{decision}/work'],
  ['to withdraw', 'member', '/council/decisions/{decision}/withdraw'],
  ['conflict', 'member', '/council/decisions/{decision}/withdraw', STALE],
  ['to open', 'chair', '/council/decisions/{decision}/open'],
  ['conflict', 'chair', '/council/decisions/{decision}/open', STALE],
  ['open', 'chair', '/council/decisions/{decision}/open', {}],
  ['open, in the list', 'member', '/council/decisions/work'],
  ['empty', 'member', '/council/decisions/{decision}/vote'],
  ['refused', 'member', '/council/decisions/{decision}/vote', { part: '', words: '' }],
  ['refused without words', 'member', '/council/decisions/{decision}/vote', { part: 'recused', words: ' ' }],
  ['refused, for and against', 'member', '/council/decisions/{decision}/vote', { part: 'for', words: 'But not so.' }],
  ['recused', 'member', '/council/decisions/{decision}/vote', { part: 'recused', words: 'My sister teaches.' }],
  ['to change', 'member', '/council/decisions/{decision}/vote'],
  ['voted', 'member', '/council/decisions/{decision}/vote', { part: 'for', words: '' }],
  ['dissenting', 'chair', '/council/decisions/{decision}/vote', { part: 'against', words: 'The figures are too young.' }],
  ['voted, with votes', 'chair', '/council/decisions/{decision}/work'],
  ['barred by an interest', 'fourth', '/council/decisions/{decision}/work'],
  ['on loan', 'secondee', '/council/decisions/{decision}/work'],
  ['empty', 'chair', '/council/decisions/{decision}/close'],
  ['refused', 'chair', '/council/decisions/{decision}/close', { minute: '' }],
  ['conflict', 'chair', '/council/decisions/{decision}/close', { minute: 'What I typed', ...STALE }],
  ['closed', 'chair', '/council/decisions/{decision}/close', { minute: 'Two were present.' }],
  ['moved on', 'chair', '/council/decisions/{decision}/close', { minute: 'Again' }],
  ['moved on', 'member', '/council/decisions/{decision}/vote', { part: 'against', words: '' }],
  ['closed', 'visitor', '/council/decisions/{decision}'],
  ['filled', 'visitor', '/council/decisions'],
  ['a mistake', 'member', '/council/decisions/new', { ...DRAFT, subject: 'other', mission: '', title: 'A mistake' }, ['mistake', /CD-\d{4}-\w{4}/]],
  ['withdrawn', 'member', '/council/decisions/{mistake}/withdraw', {}],
  ['closed ones and none open', 'chair', '/council/decisions/work'],
];

const PEOPLE: PageState[] = [
  ['everybody', 'administrator', '/people'],
  ['empty', 'administrator', '/people/add'],
  ['refused', 'administrator', '/people/add', { name: '', email: 'no', organisation: '', home: '' }],
  ['added', 'administrator', '/people/add', { name: 'Noor Haddad', email: 'noor@council.example.org', organisation: 'council', home: '', roles: ['statistician'] }, ['noor', /(?<=people\/)[\w-]{36}/]],
  ['refused: the address is taken', 'administrator', '/people/add', { name: 'Noor Haddad', email: 'noor@council.example.org', organisation: 'council', home: '' }],
  ['filled', 'administrator', '/people/{noor}'],
  ['refused', 'administrator', '/people/{noor}', { roles: ['reviewer'] }],
  ['refused: one’s own', 'administrator', '/people/{administrator}', { roles: ['administrator', 'statistician'] }],
  ['conflict', 'administrator', '/people/{noor}', { seenRoles: 'sro', roles: [] }],
  ['changed', 'administrator', '/people/{noor}', { roles: [] }],
  ['a member of the council', 'administrator', '/people/{member}'],
  ['filled', 'administrator', '/people/{noor}/details'],
  ['refused', 'administrator', '/people/{noor}/details', { name: '', email: 'no' }],
  ['conflict', 'administrator', '/people/{noor}/details', { name: 'Noor', email: 'n@council.example.org', seenName: 'N', seenEmail: 'n' }],
  ['refused: of the council', 'administrator', '/people/{member}/details', { email: 'other@council.example.org' }],
  ['put right', 'administrator', '/people/{noor}/details', { name: 'Noor Haddad-Reid', email: 'noor@council.example.org' }],
  ['to disable', 'administrator', '/people/{noor}/disable'],
  ['refused: needs a second person', 'administrator', '/people/{member}/disable', {}],
  ['conflict', 'administrator', '/people/{noor}/disable', { seenRoles: 'sro' }],
  ['disabled', 'administrator', '/people/{noor}/disable', {}],
  ['to enable', 'administrator', '/people/{noor}/enable'],
  ['enabled', 'administrator', '/people/{noor}/enable', {}],
];

const GRANT = { kind: 'grant', person: '{noor}', role: 'council-member', reason: 'Appointed by the Secretary of State' };

const GRANTS: PageState[] = [
  ['from the command line alone', 'visitor', '/council/grants'],
  ['empty', 'chair', '/council/grants/waiting'],
  ['empty', 'administrator', '/council/grants/new'],
  ['refused', 'administrator', '/council/grants/new', { kind: '', person: '', role: '', reason: '' }],
  ['refused: has no such role', 'administrator', '/council/grants/new', { ...GRANT, kind: 'removal' }],
  ['proposed', 'administrator', '/council/grants/new', GRANT],
  ['one’s own', 'administrator', '/council/grants/waiting'],
  ['conflict: it waits already', 'administrator', '/council/grants/new', GRANT],
  ['somebody else’s', 'chair', '/council/grants/waiting', undefined, ['grant', /(?<=grants\/)[\w-]{36}/]],
  ['waiting', 'visitor', '/council/grants'],
  ['to confirm', 'chair', '/council/grants/{grant}/decide'],
  ['conflict', 'chair', '/council/grants/{grant}/decide', STALE],
  ['to refuse', 'chair', '/council/grants/{grant}/refuse'],
  ['refused', 'chair', '/council/grants/{grant}/refuse', { reason: ' ' }],
  ['conflict', 'chair', '/council/grants/{grant}/refuse', { reason: 'Not yet.', ...STALE }],
  ['not given', 'chair', '/council/grants/{grant}/refuse', { reason: 'Not yet.' }],
  ['proposed again', 'administrator', '/council/grants/new', GRANT],
  ['somebody else’s', 'administrator', '/council/grants/waiting', undefined, ['grant', /(?<=grants\/)[\w-]{36}/]],
  ['to withdraw', 'administrator', '/council/grants/{grant}/withdraw'],
  ['conflict', 'administrator', '/council/grants/{grant}/withdraw', STALE],
  ['withdrawn', 'administrator', '/council/grants/{grant}/withdraw', {}],
  ['proposed a third time', 'administrator', '/council/grants/new', GRANT],
  ['somebody else’s', 'chair', '/council/grants/waiting', undefined, ['grant', /(?<=grants\/)[\w-]{36}/]],
  ['given', 'chair', '/council/grants/{grant}/decide', {}],
  ['barred: it is decided', 'chair', '/council/grants/{grant}/decide'],
  ['moved on', 'chair', '/council/grants/{grant}/decide', STALE],
  ['filled', 'visitor', '/council/grants'],
];

const SUBSCRIBING: PageState[] = [
  ['none', 'administrator', '/subscribers'],
  ['empty', 'visitor', '/subscribe'],
  ['chosen by the page that leads here', 'visitor', '/subscribe?about=mission:levelling-up-2022/education'],
  ['refused', 'visitor', '/subscribe', { subject: '', rhythm: '', email: 'reader' }],
  ['asked', 'visitor', '/subscribe', { subject: 'mission:levelling-up-2022/education', rhythm: 'weekly', email: 'reader@example.org' }],
  ['one waits', 'administrator', '/subscribers'],
];

const SUBSCRIBED: PageState[] = [
  ['of no use', 'visitor', '/subscribe/confirm/nonsense'],
  ['to confirm', 'visitor', '/subscribe/confirm/{secret}'],
  ['confirmed', 'visitor', '/subscribe/confirm/{secret}', {}, ['own', /(?<=subscriptions\/)[^/]+$/]],
  ['one', 'administrator', '/subscribers'],
  ['filled', 'visitor', '/subscriptions/{own}'],
  ['emptied', 'visitor', '/subscriptions/{own} /subscriptions/{own}/stop', {}],
];

describe('the pages of the council, its decisions, people and roles', () => {
  let states: PageStates;

  beforeAll(async () => {
    const waymark = await startTestApplication();
    const education = await saveEducationMission(waymark.dataSource);
    const { member, chair, secondee, administrator } = education.people;
    const fourth = await savePerson(waymark, 'Fourth Member', ['council-member'], 'council');
    await waymark.get(InterestsService).declare(actorOf(fourth), { subject: `mission:${education.mission.id}`, what: 'Chairs a trust of schools', from: '2020-01-01', to: '' });
    const emails = Object.entries({ member, chair, secondee, administrator, fourth }).map(([name, { email }]) => [name, email]);
    states = await PageStates.start(waymark, Object.fromEntries(emails) as Record<string, string>);
    Object.assign(states.kept, { member: member.id, administrator: administrator.id, mission: education.mission.id });
  }, 60_000);
  afterAll(() => states?.close());

  it.each(KEEPING)('keeping: %s, %s at %s', (...state) => states.show(state));
  it.each(DECISIONS)('decisions: %s, %s at %s', (...state) => states.show(state));
  it.each(PEOPLE)('people: %s, %s at %s', (...state) => states.show(state));
  it.each(GRANTS)('roles: %s, %s at %s', (...state) => states.show(state));
  it.each(SUBSCRIBING)('subscribing: %s, %s at %s', (...state) => states.show(state));

  describe('when the mail has come', () => {
    beforeAll(async () => {
      await states.waymark.runJobs();
      const [, secret = ''] = /subscribe\/confirm\/(\S+)/.exec(states.waymark.sent.find(({ recipient }) => recipient === 'reader@example.org')?.body ?? '') ?? [];
      const id = '00000000-0000-4000-8000-000000000000';
      Object.assign(states.kept, { secret, every: new URL(states.waymark.get(SubscriptionLinks).unsubscribe('every', id)).pathname });
    });
    it.each(SUBSCRIBED)('subscribed: %s, %s at %s', (...state) => states.show(state));
    it('asks and ends without a session', async () => {
      for (const post of [undefined, {}]) await states.show(['by its mail', 'visitor', states.kept['every'] ?? '', post]);
    });
  });

  it('looked at all of them', () => expect(states.look.count.pages).toBeGreaterThan(90));
});
