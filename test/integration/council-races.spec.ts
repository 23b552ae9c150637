import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Response } from 'supertest';
import { type MissionFacts } from '#domain/reports/mission-facts.js';
import { INTRODUCTION } from '#features/reports/report-section.entity.js';
import { raiseOffTrack } from '../factories/alert.factory.js';
import { saveCouncilRooms } from '../factories/council-room-rows.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { saveScheduledReport } from '../factories/report.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

type PersonName = keyof EducationMission['people'];

/** What somebody does on a page. */
interface Move {
  who: PersonName;
  page: string;
  typed: Record<string, string>;
  /** Words of it that must not be lost. */
  kept?: string[];
  /** Where the page has several forms. */
  action?: string;
}

/** Where each thing of `saveCouncilRooms` has its pages. */
interface Rooms {
  alert: string;
  report: string;
  /** Its time of publication is set. */
  scheduled: string;
  proposed: string;
  withdrawn: string;
  open: string;
  letter: string;
  inquiry: string;
  question: string;
  draft: string;
  recommendation: string;
  interim: string;
  closing: string;
  judgement: string;
  quality: string;
  finding: string;
  member: string;
  budget: string;
}

const COUNCIL_PAGES: Record<'reports' | 'decisions' | 'letters' | 'inquiries' | 'recommendations' | 'interim_reviews', string> = {
  reports: '/reports', decisions: '/council/decisions', letters: '/letters', inquiries: '/inquiries', recommendations: '/recommendations', interim_reviews: '/interim-reviews',
};

const INCENTIVE = { route: 'Off-rolling.', balancingMetric: 'Pupils on roll', day: '1', month: '7', year: '2030' };

/** What a quality review needs beside a term, to be published. */
const QUALITY: Record<string, Record<string, string>> = {
  ambition: { aspect: 'whole mission', verdict: 'too-ambitious', reasons: 'No precedent.' },
  breadth: { scope: 'narrow', leftOut: 'Early years.', reasons: 'One measure.' },
  alignment: { answer: 'partly', reasons: 'Only in the worst areas.' },
  incentives: INCENTIVE,
};

const NO_FACTS: MissionFacts = {
  number: 5, slug: 'education', focusArea: 'Education', statement: 'S', scope: 'england', lead: null, computed: null, department: null, council: null,
  targets: [], done: [], planned: [], dropped: [], consultations: [], alerts: [], overdue: [], dataGaps: [], vacancies: [], wording: [], resets: [], interimReviews: [],
};

/** Each with the page open before either sends: one wins, the other is told so and keeps what was typed. */
describe('two at once in the rooms of the council', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let rooms: Rooms;
  /** Each person in two browsers. */
  const windows = new Map<string, Agent>();

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-08-03T09:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2024-09-01/P1Y': 62 }, '2026-08-01');
    const alert = await raiseOffTrack(waymark, education);
    waymark.clock.set('2026-11-23T09:00:00Z');
    const rows = await saveCouncilRooms(waymark, education);
    for (const name of ['member', 'chair', 'official', 'sro', 'otherSro'] as const) {
      for (const window of [1, 2]) windows.set(`${name} ${window}`, await waymark.signIn(education.people[name].email));
    }
    const pageOf = async (table: keyof typeof COUNCIL_PAGES, id: string): Promise<string> => {
      const [row]: { reference: string }[] = await waymark.dataSource.query(`SELECT reference FROM ${table === 'decisions' ? 'council_decisions' : table} WHERE id = $1`, [id]);
      return `${COUNCIL_PAGES[table]}/${row?.reference}`;
    };
    const chair = windows.get('chair 1') as Agent;
    const member = windows.get('member 1') as Agent;
    const quality = `/council/quality-reviews/${education.mission.id}`;
    await waymark.submit(member, '/council/quality-reviews', {}, `${quality}/start`);
    await waymark.submit(chair, '/council/members/new', { person: education.people.member.id, appointedBy: 'HM', fromDay: '1', fromMonth: '4', fromYear: '2026', endedDay: '', endedMonth: '', endedYear: '', endedWhy: '' });
    await waymark.submit(chair, '/council/budgets/new', { year: '2026', givenBy: 'HM Treasury', amount: '1200000', spent: '', staff: '4.5', note: 'First year' });
    const withdrawn = await waymark.submit(member, '/council/decisions/new', { subject: 'other', about: '', mission: '', title: 'To withdraw', text: 'T' });
    for (const [section, finding] of Object.entries(QUALITY)) await waymark.submit(member, `${quality}/add/${section}`, finding);
    const scheduled = await saveScheduledReport(waymark.dataSource, education.people.chair.id, {
      reference: 'AR-2026-TWCE', frameworkId: education.mission.frameworkId, kind: 'council', periodFrom: '2024-04-01', periodTo: '2025-03-31', asOf: '2026-11-20',
      record: { recommendations: [], letters: [], decisions: [], inquiries: [], calibration: [] }, publishAt: new Date('2026-12-01T09:30:00Z'),
    }, [{ key: INTRODUCTION, missionId: null, text: 'A year.', facts: null }, { key: 'education', missionId: education.mission.id, text: 'Attendance.', facts: NO_FACTS }]);
    const only = async (sql: string): Promise<string> => ((await waymark.dataSource.query(sql)) as { id: string }[])[0]?.id ?? 'none';
    const inquiry = await pageOf('inquiries', rows.inquiry);
    rooms = {
      alert: `/alerts/${alert.reference}`, scheduled: await pageOf('reports', scheduled), report: await pageOf('reports', rows.report), proposed: await pageOf('decisions', rows.proposed), open: await pageOf('decisions', rows.open),
      withdrawn: String(withdrawn.headers['location']).replace(/\/work$/, ''), letter: await pageOf('letters', rows.letter), inquiry, question: `${inquiry}/questions/${rows.question}`, draft: `${inquiry}/recommendations/${rows.draft}`,
      recommendation: await pageOf('recommendations', rows.recommendation), interim: await pageOf('interim_reviews', rows.interim), closing: '/frameworks/levelling-up-2022/closing', judgement: `/council/judgements/${education.mission.id}`,
      quality, finding: `${quality}/findings/${await only(`SELECT id FROM quality_findings WHERE section = 'incentives'`)}`, member: `/council/members/${await only('SELECT id FROM council_members')}`, budget: `/council/budgets/${await only('SELECT id FROM council_budgets')}`,
    };
  }, 180_000);
  afterAll(() => waymark?.close());

  /** The form as its page shows it. */
  async function opened(agent: Agent, { page, action = page }: Move): Promise<Record<string, string>> {
    const { $, status } = await waymark.open(agent, page);
    expect([page, status]).toEqual([page, 200]);
    const forms = $('main form[method="post"]').toArray();
    const form = $(forms.find((each) => ($(each).attr('action') ?? page) === action) ?? forms[0]);
    expect([page, form.find('input[name="_csrf"]').length]).toEqual([page, 1]);
    return Object.fromEntries(form.find('input[type="hidden"]').toArray().map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']));
  }

  async function race(first: Move, second: Move): Promise<void> {
    const both = [first, second].map((move, index) => ({ move, agent: windows.get(`${move.who} ${index + 1}`) as Agent }));
    const forms: Record<string, string>[] = [];
    for (const { agent, move } of both) forms.push(await opened(agent, move));
    const answers: Response[] = await Promise.all(
      both.map(({ agent, move }, index) => agent.post(move.action ?? move.page).redirects(0).type('form').send({ ...forms[index], ...move.typed })),
    );
    for (const [index, { agent, move }] of both.entries()) {
      const answer = answers[index];
      if (answer?.status !== 303) continue;
      const after = await waymark.open(agent, String(answer.headers['location']));
      // no form that was refused: a redirect to what was done
      expect([move.page, after.$('.govuk-error-summary').text().trim(), after.status]).toEqual([move.page, '', 200]);
    }
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = answers.findIndex(({ status }) => status === 409);
    const page = answers[lost]?.text ?? '';
    expect(await faultsOf(page)).toEqual([]);
    for (const words of [first, second][lost]?.kept ?? []) expect(page).toContain(words);
  }

  /** The same by two people, or by one in two windows, each with words of its own in one field. */
  const twice = (who: [PersonName, PersonName], page: string, typed: Record<string, string>, field?: string, action?: string): [Move, Move] => {
    const move = (index: 0 | 1): Move => {
      const said = `Words of the ${index === 0 ? 'first' : 'second'} window`;
      return { who: who[index], page, typed: { ...typed, ...(field ? { [field]: said } : {}) }, ...(field ? { kept: [said] } : {}), ...(action ? { action } : {}) };
    };
    return [move(0), move(1)];
  };
  const says = (who: PersonName, page: string, field: string, typed: Record<string, string> = {}): Move => ({ who, page, typed: { ...typed, [field]: `Kept words on ${field}` }, kept: [`Kept words on ${field}`] });
  const COUNCIL: [PersonName, PersonName] = ['chair', 'member'];
  const CHAIRS: [PersonName, PersonName] = ['chair', 'chair'];

  const publishes = ([day, time]: [string, string]): Move => ({ who: 'chair', page: `${rooms.scheduled}/schedule`, typed: { day, month: '11', year: '2026', time }, kept: [time] });

  /** Warnings are acknowledged by name before a time is set. */
  async function acknowledgeAll(): Promise<void> {
    const agent = windows.get('member 1') as Agent;
    for (;;) {
      const next = (await waymark.open(agent, rooms.scheduled)).$('a[href*="/warnings/"]').first().attr('href');
      if (next === undefined) return;
      expect((await waymark.submit(agent, next, { reason: 'No figures by place.' })).status).toBe(303);
    }
  }

  it.each<[string, () => [Move, Move]]>([
    ['a question on an alert asked twice', () => twice(['official', 'official'], `${rooms.alert}/query`, {}, 'reason')],
    ['an alert acknowledged and escalated', () => [says('official', `${rooms.alert}/acknowledge`, 'ownerName', { ownerJob: 'Director' }), says('member', `${rooms.alert}/decide`, 'reason', { decision: 'escalate' })]],
    ['a text of a report', () => twice(COUNCIL, `${rooms.report}/texts/education`, { ruralNote: '', devolvedNote: '' }, 'text')],
    ['a report assembled and dropped', () => [{ who: 'chair', page: `${rooms.report}/assemble`, typed: { day: '20', month: '11', year: '2026' } }, says('member', `${rooms.report}/drop`, 'words')]],
    ['the publication of a report called off twice', () => twice(CHAIRS, `${rooms.scheduled}/recall`, {}, 'words')],
    ['a report published twice', () => [publishes(['24', '9:41']), publishes(['25', '9:42'])]],
    ['a decision opened twice', () => twice(CHAIRS, `${rooms.proposed}/open`, {})],
    ['a decision opened and withdrawn', () => [{ who: 'chair', page: `${rooms.withdrawn}/open`, typed: {} }, { who: 'member', page: `${rooms.withdrawn}/withdraw`, typed: {} }]],
    ['a vote from two windows', () => twice(['member', 'member'], `${rooms.open}/vote`, { part: 'against' }, 'words')],
    ['a vote and the close', () => [says('member', `${rooms.open}/vote`, 'words', { part: 'against' }), says('chair', `${rooms.open}/close`, 'minute')]],
    ['a judgement of the council', () => twice(COUNCIL, `${rooms.judgement}/new`, { verdict: 'slipping', decision: '' }, 'sentence')],
    ['a letter edited twice', () => twice(COUNCIL, `${rooms.letter}/edit`, { subject: 'To try', other: 'A mayor', secretaryOfState: '', selectCommittee: '', answerWorkingDays: '' }, 'body')],
    ['a letter published and dropped', () => [{ who: 'chair', page: `${rooms.letter}/publish`, typed: {} }, says('member', `${rooms.letter}/drop`, 'reason')]],
    ['a recommendation answered and withdrawn', () => [says('otherSro', `${rooms.recommendation}/answer`, 'words', { how: 'not-accept' }), says('member', `${rooms.recommendation}/withdraw`, 'words')]],
    ['the effects of an interim review', () => twice(COUNCIL, `${rooms.interim}/effects`, {}, 'effects')],
    ['an interim review closed twice', () => twice(COUNCIL, `${rooms.interim}/decide`, { recommendation: 'keep' }, 'reason')],
    ['a question of an inquiry answered and withdrawn', () => [says('official', `${rooms.question}/answer`, 'text', { publish: 'yes' }), says('member', `${rooms.question}/withdraw`, 'text')]],
    ['the findings of an inquiry', () => twice(COUNCIL, `${rooms.inquiry}/findings`, {}, 'text')],
    ['a drafted recommendation changed and removed', () => [says('chair', `${rooms.draft}/change`, 'text', { addresseeId: education.organisations.dhsc.id, missionId: '', answerDays: '40' }), { who: 'member', page: `${rooms.draft}/remove`, typed: {} }]],
    ['an inquiry published and abandoned', () => [{ who: 'chair', page: `${rooms.inquiry}/publish`, typed: {} }, says('member', `${rooms.inquiry}/abandon`, 'reason')]],
    ['a finding of quality changed and removed', () => [says('chair', rooms.finding, 'route', INCENTIVE), { who: 'member', page: `${rooms.finding}/remove`, typed: {} }]],
    ['a quality review published twice', () => twice(COUNCIL, `${rooms.quality}/publish`, {})],
    ['a term of a member', () => twice(CHAIRS, `${rooms.member}/edit`, { fromDay: '1', fromMonth: '4', fromYear: '2026', endedDay: '', endedMonth: '', endedYear: '', endedWhy: '' }, 'appointedBy')],
    ['a budget', () => twice(CHAIRS, `${rooms.budget}/edit`, { year: '2026', givenBy: 'HM Treasury', amount: '1300000', spent: '', staff: '' }, 'note')],
    ['what becomes of a mission', () => twice(CHAIRS, `${rooms.closing}/prepare/missions/education`, { outcome: 'dropped' }, 'reason')],
    ['a closing announced twice', () => twice(CHAIRS, `${rooms.closing}/announce`, {})],
    ['a closing taken back twice', () => twice(CHAIRS, `${rooms.closing}/take-back`, {}, 'reason')],
  ])('%s', async (what, moves) => {
    if (what === 'a report published twice') await acknowledgeAll();
    await race(...moves());
  });

  it('a correction of a published report begun twice', async () => {
    waymark.clock.set('2026-11-26T09:00:00Z');
    await waymark.runWatches();
    for (const window of [1, 2]) windows.set(`chair ${window}`, await waymark.signIn(education.people.chair.email));
    await race(...twice(CHAIRS, `${rooms.scheduled}/correct`, {}, 'words'));
  });
});
