import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { savePerson } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { setCalendar } from '../factories/reporting-calendar.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication } from '../support/application.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

const days = (which: string, day: string, month: string, year: string): Record<string, string> => ({ [`${which}Day`]: day, [`${which}Month`]: month, [`${which}Year`]: year });
const FRAMEWORK = '/calendar/frameworks/levelling-up-2022';
const RECESS = { kind: 'recess', nation: '', name: 'Christmas recess', source: 'https://www.parliament.uk', ...days('first', '18', '12', '2026'), ...days('last', '4', '1', '2027') };
const RULES = { nation: 'england', ...{ startsOn: '1', startsMonth: '1', startsYear: '2026' }, avoidsRecess: 'yes' };

const CALENDAR: PageState[] = [
  ['empty', 'visitor', '/calendar'],
  ['without rules', 'visitor', FRAMEWORK],
  ['empty', 'administrator', '/calendar/manage'],
  ['empty', 'administrator', '/calendar/days/new'],
  ['refused', 'administrator', '/calendar/days/new', { kind: '', name: '', ...days('first', '1', '13', '2026') }],
  ['added', 'administrator', '/calendar/days/new', RECESS],
  ['filled', 'administrator', '/calendar/manage', undefined, ['day', /(?<=days\/)[\w-]{36}/]],
  ['to take back', 'administrator', '/calendar/days/{day}/take-back'],
  ['taken back', 'administrator', '/calendar/days/{day}/take-back', {}],
  ['moved on', 'administrator', '/calendar/days/{day}/take-back', {}],
  ['empty', 'administrator', `${FRAMEWORK}/rules`],
  ['refused', 'administrator', `${FRAMEWORK}/rules`, { ...RULES, startsOn: '31', startsMonth: '2' }],
  ['set', 'administrator', `${FRAMEWORK}/rules`, RULES],
  ['empty', 'administrator', `${FRAMEWORK}/returns`],
  ['refused', 'administrator', `${FRAMEWORK}/returns`, { asked: 'yes', rhythm: '', opens: '', due: '' }],
  ['empty', 'administrator', `${FRAMEWORK}/plans`],
  ['refused', 'administrator', `${FRAMEWORK}/plans`, { asked: 'yes', rhythm: '', opens: '', due: '' }],
];

const WITH_CYCLES: PageState[] = [
  ['with cycles', 'visitor', FRAMEWORK],
  ['with due dates', 'visitor', '/calendar'],
  ['with rules', 'administrator', `${FRAMEWORK}/rules`],
  ['with rules', 'administrator', `${FRAMEWORK}/returns`],
  ['with rules', 'administrator', `${FRAMEWORK}/plans`],
  ['conflict', 'administrator', `${FRAMEWORK}/rules`, { ...RULES, ...STALE }],
];

const INBOX: PageState[] = [
  ['empty', 'newcomer', '/inbox'],
  ['with news', 'sro', '/inbox', undefined, ['notice', /(?<=inbox\/)[\w-]{36}/]],
  ['unread', 'sro', '/inbox/{notice}'],
  ['all read', 'sro', '/inbox /inbox/read-all', {}],
  ['to choose', 'sro', '/inbox/preferences'],
  ['refused', 'sro', '/inbox/preferences', { mail: '' }],
  ['chosen', 'sro', '/inbox/preferences', { mail: 'daily' }],
  ['filled', 'administrator', '/mailbox', undefined, ['message', /(?<=mailbox\/)\w[\w-]*/]],
  ['one letter', 'administrator', '/mailbox/{message}'],
];

const COUNCIL: PageState[] = [
  ['empty', 'visitor', '/council/interests'],
  ['empty', 'reviewer', '/council/interests/mine'],
  ['empty', 'reviewer', '/council/interests/declare'],
  ['refused', 'reviewer', '/council/interests/declare', { subject: '', what: '' }],
  ['declared', 'reviewer', '/council/interests/declare', { subject: 'organisation:{dhsc}', what: 'My partner works there', ...days('from', '1', '1', '2026') }],
  ['filled', 'reviewer', '/council/interests/mine', undefined, ['interest', /(?<=interests\/)[\w-]{36}/]],
  ['refused', 'reviewer', '/council/interests/{interest}/end', days('to', '31', '2', '2026')],
  ['conflict', 'reviewer', '/council/interests/{interest}/end', { ...days('to', '23', '11', '2026'), ...STALE }],
  ['ended', 'reviewer', '/council/interests/{interest}/end', days('to', '23', '11', '2026')],
  ['filled', 'visitor', '/council/interests'],
  ['empty', 'reviewer', '/council/absences'],
  ['empty', 'reviewer', '/council/absences/new'],
  ['refused', 'reviewer', '/council/absences/new', { ...days('from', '2', '12', '2026'), ...days('to', '1', '12', '2026'), scope: 'all-open' }],
  ['entered, with a review to hand on', 'reviewer', '/council/absences/new', { ...days('from', '1', '12', '2026'), ...days('to', '11', '12', '2026'), scope: 'all-open' }, ['leave', /(?<=absences\/)[\w-]{36}/]],
  ['refused', 'reviewer', '/council/absences/{leave}/spread', { 'to[{review}]': 'nobody' }],
  ['conflict', 'reviewer', '/council/absences/{leave}/spread', { 'to[{review}]': '', ...STALE }],
  ['filled', 'member', '/council/absences'],
  ['to take back', 'reviewer', '/council/absences/{leave}/cancel'],
  ['conflict', 'reviewer', '/council/absences/{leave}/cancel', STALE],
  ['handed on', 'reviewer', '/council/absences/{leave}/spread', { 'to[{review}]': '' }],
  ['taken back', 'reviewer', '/council/absences/{leave}/cancel', {}],
  ['over capacity', 'member', '/reviews/workload'],
  ['empty', 'member', '/council/reason-templates'],
  ['empty', 'member', '/council/reason-templates/new'],
  ['refused', 'member', '/council/reason-templates/new', {}],
  ['added', 'member', '/council/reason-templates/new', { title: 'Cause', section: 'narrative', text: 'Name the cause.' }, ['template', /(?<=reason-templates\/)[\w-]{36}/]],
  ['to change', 'member', '/council/reason-templates/{template}/edit'],
  ['refused', 'member', '/council/reason-templates/{template}/edit', { title: '', text: '' }],
  ['conflict', 'member', '/council/reason-templates/{template}/edit', { title: 'Cause', section: '', text: 'Mine', ...STALE }],
  ['filled', 'member', '/council/reason-templates'],
  ['retired', 'member', '/council/reason-templates/{template} /council/reason-templates/{template}/retire', {}],
  ['moved on', 'member', '/council/reason-templates/{template}/edit'],
];

describe('the pages of the calendar, of post and of the council’s own people', () => {
  let states: PageStates;
  let make: SubmissionFactory;

  beforeAll(async () => {
    const waymark = await startTestApplication();
    const education = await saveEducationMission(waymark.dataSource);
    const { sro, member, reviewer, administrator } = education.people;
    const newcomer = await savePerson(waymark, 'Nell Newcomer', ['official'], 'dhsc');
    make = new SubmissionFactory(waymark, education);
    const emails = Object.entries({ sro, member, reviewer, administrator, newcomer }).map(([name, { email }]) => [name, email]);
    states = await PageStates.start(waymark, Object.fromEntries(emails) as Record<string, string>);
    states.kept['dhsc'] = education.organisations.dhsc.id;
  }, 60_000);
  afterAll(() => states?.close());

  it.each(CALENDAR)('calendar: %s, %s at %s', (...state) => states.show(state));

  describe('with a review in hand', () => {
    beforeAll(async () => {
      const { id } = await make.in('in-review');
      const [row] = (await states.waymark.dataSource.query('SELECT id FROM reviews WHERE submission_id = $1', [id])) as { id: string }[];
      states.kept['review'] = row?.id ?? '';
    });
    it.each(INBOX)('post: %s, %s at %s', (...state) => states.show(state));
    it.each(COUNCIL)('people: %s, %s at %s', (...state) => states.show(state));
  });

  describe('with a calendar', () => {
    beforeAll(async () => {
      await setCalendar(states.waymark);
      await states.waymark.runWatches();
    });
    it.each(WITH_CYCLES)('calendar: %s, %s at %s', (...state) => states.show(state));
    it('looked at all of them', () => expect(states.look.count.pages).toBeGreaterThan(60));
  });
});
