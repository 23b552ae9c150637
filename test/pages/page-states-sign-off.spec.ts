import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { savePerson } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication } from '../support/application.js';
import { AttachmentDesk } from '../support/attachment-desk.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

const TODAY = { 'from[day]': '23', 'from[month]': '11', 'from[year]': '2026', 'to[day]': '23', 'to[month]': '11', 'to[year]': '2026' };

const SIGN_OFF: PageState[] = [
  ['empty', 'sro', '/delegations'],
  ['empty', 'sro', '/delegations/new'],
  ['refused', 'sro', '/delegations/new', { delegateId: '', ...TODAY, 'to[month]': '13', reason: '' }],
  ['delegated', 'sro', '/delegations/new', { delegateId: '{helper}', ...TODAY, reason: 'Leave' }],
  ['filled', 'sro', '/delegations', undefined, ['delegation', /(?<=delegations\/)[\w-]{36}/]],
  ['to sign in another’s place', 'helper', '/evidence-returns/{waiting}/sign-off'],
  ['conflict', 'sro', '/delegations/{delegation}/end', STALE],
  ['ended', 'sro', '/delegations/{delegation}/end', {}],
  ['to choose', 'sro', '/work/clearance'],
  ['refused', 'sro', '/work/clearance', { wanted: '' }],
  ['chosen', 'sro', '/work/clearance', { wanted: 'yes' }],
  ['with clearance wanted', 'sro', '/evidence-returns/{waiting}/sign-off'],
  ['refused', 'official', '/evidence-returns/{waiting}/clearance', { minister: '', day: '31', month: '2', year: '2026' }],
  ['conflict', 'official', '/evidence-returns/{waiting}/clearance', { minister: 'Jane Smith', day: '23', month: '11', year: '2026', ...STALE }],
  ['cleared', 'official', '/evidence-returns/{waiting}/clearance', { minister: 'Jane Smith', day: '23', month: '11', year: '2026' }],
  ['refused', 'sro', '/evidence-returns/{waiting}/decline', { reason: '', sections: 'narrative', 'reasons[narrative]': '' }],
  ['conflict', 'sro', '/evidence-returns/{waiting}/decline', { reason: 'No.', ...STALE }],
  ['declined', 'sro', '/evidence-returns/{waiting}/decline', { reason: '', sections: 'narrative', 'reasons[narrative]': 'Name the cause.' }],
  ['refused', 'official', '/evidence-returns/{waiting}/check', {}],
  ['not answered', 'official', '/evidence-returns/{waiting}/declined', { 'replies[narrative]': ' ' }],
  ['answered', 'official', '/evidence-returns/{waiting}/declined', { 'replies[narrative]': 'Nobody knows it.' }],
  ['sent again', 'official', '/evidence-returns/{waiting}/check', {}],
  ['conflict', 'sro', '/evidence-returns/{waiting}/sign-off', STALE],
  ['to sign after a decline', 'sro', '/evidence-returns/{waiting}/sign-off'],
  ['signed', 'sro', '/evidence-returns/{signed}/confirmation'],
  ['refused', 'sro', '/evidence-returns/{signed}/withdraw', { reason: '' }],
  ['conflict', 'sro', '/evidence-returns/{signed}/withdraw', { reason: 'Wrong figures', ...STALE }],
  ['withdrawn', 'sro', '/evidence-returns/{signed}/withdraw', { reason: 'Wrong figures' }],
];

const COMMENTS: PageState[] = [
  ['empty', 'sro', '/evidence-returns/{draft}/comments'],
  ['refused', 'sro', '/evidence-returns/{draft}/comments', { section: 'narrative', text: ' ', mentionedId: '' }],
  ['commented', 'sro', '/evidence-returns/{draft}/comments', { section: 'narrative', text: 'Who says so?', mentionedId: '' }, ['thread', /(?<=comments\/)[\w-]{36}/]],
  ['open', 'official', '/evidence-returns/{draft}/comments/{thread}'],
  ['refused', 'official', '/evidence-returns/{draft}/comments/{thread}', { text: '', then: 'reply' }],
  ['answered', 'official', '/evidence-returns/{draft}/comments/{thread}', { text: 'The inspectorate.', then: 'reply' }],
  ['settled', 'sro', '/evidence-returns/{draft}/comments/{thread}', { text: '', then: 'resolve' }],
  ['with a settled comment', 'official', '/evidence-returns/{draft}'],
];

const LINKS: PageState[] = [
  ['empty', 'official', '/evidence-returns/{draft}/draft-links'],
  ['refused', 'official', '/evidence-returns/{draft}/draft-links/new', { purpose: '', days: '999' }],
  ['made', 'official', '/evidence-returns/{draft}/draft-links/new', { purpose: 'Analysts', days: '7' }],
  ['filled', 'official', '/evidence-returns/{draft}/draft-links', undefined, ['link', /(?<=draft-links\/)[\w-]{36}/]],
  ['to withdraw', 'official', '/evidence-returns/{draft}/draft-links/{link}/withdraw'],
];

const FILES: PageState[] = [
  ['empty', 'official', '/evidence-returns/{draft}/attachments'],
  ['to add', 'official', '/evidence-returns/{draft}/attachments/add'],
  ['to fill offline', 'official', '/evidence-returns/{draft}/workbook'],
  ['nobody to ask', 'administrator', '/virus-checks'],
];

const LATER: PageState[] = [
  ['empty', 'visitor', '/calendar/extensions'],
  ['refused', 'official', '/submissions/{draft}/extension', { day: '25', month: '12', year: '2026', reason: '' }],
  ['conflict', 'official', '/submissions/{draft}/extension', { day: '22', month: '12', year: '2026', reason: 'Late figures.', ...STALE }],
  ['asked', 'official', '/submissions/{draft}/extension', { day: '22', month: '12', year: '2026', reason: 'Late figures.' }],
  ['asked already', 'official', '/submissions/{draft}/extension'],
  ['asked', 'member', '/calendar/extensions', undefined, ['extension', /(?<=extensions\/)[\w-]{36}/]],
  ['refused', 'member', '/calendar/extensions/{extension}', { reason: '' }],
  ['granted', 'member', '/calendar/extensions/{extension}', { decision: 'grant', reason: 'Fair.' }],
];

describe('the pages around a return: sign-off, comments, links, files, later dates', () => {
  let states: PageStates;
  let secret: string;

  beforeAll(async () => {
    const waymark = await startTestApplication();
    const education = await saveEducationMission(waymark.dataSource);
    const { official, sro, member, administrator } = education.people;
    const make = new SubmissionFactory(waymark, education);
    const helper = await savePerson(waymark, 'Hal Helper', ['sro'], 'dfe');
    states = await PageStates.start(waymark, { official: official.email, sro: sro.email, member: member.email, administrator: administrator.email, helper: helper.email });
    const [waiting, signed, draft] = [await make.in('awaiting-sign-off'), await make.in('submitted'), await make.in('draft')];
    Object.assign(states.kept, { waiting: waiting.id, signed: signed.id, draft: draft.id, helper: helper.id });
  }, 60_000);
  afterAll(() => states?.close());

  it.each(SIGN_OFF)('sign-off: %s, %s at %s', (...state) => states.show(state));
  it.each(COMMENTS)('comments: %s, %s at %s', (...state) => states.show(state));
  it.each(LINKS)('links: %s, %s at %s', (...state) => states.show(state));

  it('a draft by its link, read, commented on without words, and dead', async () => {
    const official = await states.as('official');
    const made = await states.waymark.submit(official, `/evidence-returns/${states.kept['draft']}/draft-links/new`, { purpose: 'Economists', days: '7' });
    const page = await states.waymark.open(official, String(made.headers['location']));
    secret = /\/drafts\/[\w-]{43}/.exec(page.$('.govuk-notification-banner').text())?.[0] ?? '';
    await states.show(['open', 'visitor', secret]);
    await states.show(['refused', 'visitor', secret, { name: '', text: '' }]);
    const dead = `/drafts/${'x'.repeat(43)}`;
    await states.look.at(dead, await states.waymark.open(await states.as('visitor'), dead));
  });

  it.each(FILES)('files: %s, %s at %s', (...state) => states.show(state));

  it('files: refused, attached, to remove', async () => {
    const official = await states.as('official');
    const desk = new AttachmentDesk(states.waymark);
    const draft = states.kept['draft'] ?? '';
    for (const [content, name] of [[Buffer.from('MZ'), 'run.exe'], [Buffer.from('place,count\nLeeds,3\n'), 'survey.csv']] as const) {
      const { to } = await desk.attach(official, draft, { content, name });
      await states.look.at(to, await states.waymark.open(official, to));
    }
    await states.show(['attached', 'official', '/evidence-returns/{draft}/attachments', undefined, ['file', /(?<=attachments\/)[\w-]{36}(?=\/remove)/]]);
    await states.show(['to remove', 'official', '/evidence-returns/{draft}/attachments/{file}/remove']);
  });

  it.each(LATER)('later dates: %s, %s at %s', (...state) => states.show(state));
  it('looked at all of them', () => expect(states.look.count.pages).toBeGreaterThan(55));
});
