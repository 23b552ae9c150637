import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { systemActor } from '#domain/access/permissions.js';
import { type TokenScope } from '#domain/access/token-scopes.js';
import { AccessTokensService } from '#features/access/access-tokens.service.js';
import { ReportingCalendarsService } from '#features/calendar/reporting-calendars.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const COMMAND = systemActor('command', 'token add');
const DRAFTS = '/api/v1/drafts';
const ANSWERS = {
  narrative: 'Hubs opened.\nTwenty of them.',
  rating: 'amber',
  ratingReason: 'Half are late.',
  nextSteps: 'Open the rest.',
  evidence: [{ kind: 'official-statistic', strength: 'strong', claim: 'Attendance rose by 2 points.', source: 'DfE, Pupil attendance', page: 'table 3' }],
  risks: [{ risk: 'Tutors leave.', impact: 4, likelihood: 2, proximity: 'one-year', owner: 'Ann Smith', response: 'Pay them.' }],
  steps: [{ action: 'Open ten hubs.', owner: 'Ann Smith', dueOn: '2027-06-30' }],
};

interface Draft {
  reference: string;
  status: string;
  rowVersion: number;
  missing: { code: string; field: string | null }[];
  actions: string[];
  content: { narrative: string; evidence: { id: string; claim: string; page: string; attachment: null }[]; steps: { id: string }[] };
}
interface Problem {
  type: string;
  reasons?: { code: string; field?: string }[];
}

describe('a department’s own system', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let token: string;
  let other: string;

  const tokenOf = async (email: string, scopes: TokenScope[]): Promise<string> => (await waymark.get(AccessTokensService).add(COMMAND, { email, scopes, name: 'system', days: 90 })).secret;
  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, bearer = token) => waymark.visitor()[method](`${DRAFTS}${path}`).set('Authorization', `Bearer ${bearer}`);
  const read = async (reference: string): Promise<Draft> => (await call('get', `/${reference}`)).body as Draft;
  const opened = async (): Promise<Draft> => read((await make.open('evidence-return')).reference);
  const problem = ({ text }: { text: string }): Problem => JSON.parse(text) as Problem;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    token = await tokenOf(education.people.official.email, ['returns.write']);
    other = await tokenOf(education.people.otherSro.email, ['returns.read']);
  }, 60_000);
  afterAll(() => waymark.close());
  beforeEach(() => waymark.clock.advance(1000));

  it('reads what the department owes, where each stands and what is missing', async () => {
    const { reference } = await make.open('evidence-return');
    const plan = await make.open('delivery-plan');
    const list = (await call('get', '')).body as { items: Draft[] };
    expect(list.items.map((item) => item.reference)).toEqual(expect.arrayContaining([reference, plan.reference]));
    const draft = await read(reference);
    expect(draft).toMatchObject({ reference, kind: 'evidence-return', framework: 'levelling-up-2022', mission: 'education', status: 'draft', statusWords: 'Draft', deliveredVersions: 0, actions: ['save', 'send-for-sign-off'] });
    expect(draft.missing.map(({ code }) => code)).toEqual(expect.arrayContaining(['narrative-missing', 'rating-missing']));
    expect((await read(plan.reference)).missing.map(({ code }) => code)).toContain('summary-missing');
  });

  it('fills, attaches, sends for sign-off: the SRO signs on the page, and the version holds it all', async () => {
    const { reference, rowVersion } = await opened();
    const filled = await call('patch', `/${reference}`).send({ rowVersion, answers: ANSWERS });
    const draft = filled.body as Draft;
    expect([filled.status, draft.rowVersion, draft.content.narrative]).toEqual([200, rowVersion + 1, ANSWERS.narrative]);
    expect(draft.content.evidence).toEqual([{ ...ANSWERS.evidence[0], id: expect.stringMatching(/^[0-9a-f]{12}$/), link: '', attachment: null }]);
    // the same again changes nothing, with the ids that were given
    const { evidence } = draft.content;
    expect(((await call('patch', `/${reference}`).send({ rowVersion: draft.rowVersion, answers: { evidence, narrative: ANSWERS.narrative } })).body as Draft).rowVersion).toBe(draft.rowVersion);

    // and without ids, as the system sent it; of two items that say the same each is its own
    expect(((await call('patch', `/${reference}`).send({ rowVersion: draft.rowVersion, answers: ANSWERS })).body as Draft).rowVersion).toBe(draft.rowVersion);
    const [claim, step] = [ANSWERS.evidence[0], ANSWERS.steps[0]];
    const twice = (await call('patch', `/${reference}`).send({ rowVersion: draft.rowVersion, answers: { evidence: [{ ...claim, claim: 'Another.' }, claim, claim], steps: [step] } })).body as Draft;
    expect([twice.rowVersion, twice.content.evidence[1]?.id, new Set(twice.content.evidence.map(({ id }) => id)).size, twice.content.steps[0]?.id]).toEqual([draft.rowVersion + 1, evidence[0]?.id, 3, draft.content.steps[0]?.id]);

    const attached = await call('post', `/${reference}/attachments`).field('title', 'Survey').attach('file', Buffer.from('area,value\nE1,2\n'), 'survey.csv');
    expect([attached.status, attached.body]).toEqual([201, expect.objectContaining({ name: 'survey.csv', title: 'Survey', type: 'text/csv', bytes: 16, state: 'ready' })]);
    waymark.clock.advance(1000);
    const raw = await call('post', `/${reference}/attachments?fileName=more.csv&title=More`).set('Content-Type', 'text/csv').send('area,value\nE2,3\n');
    expect(raw.status).toBe(201);
    expect(((await call('get', `/${reference}/attachments`)).body as { name: string }[]).map(({ name }) => name)).toEqual(['survey.csv', 'more.csv']);
    expect((await call('delete', `/${reference}/attachments/${(raw.body as { id: string }).id}`)).status).toBe(204);

    const sent = await call('post', `/${reference}/send-for-sign-off`).send({ rowVersion: (await read(reference)).rowVersion });
    expect([sent.status, sent.body]).toEqual([200, { reference, status: 'awaiting-sign-off', rowVersion: expect.any(Number) }]);
    const sro = await waymark.signIn(education.people.sro.email);
    const { id } = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ reference });
    expect((await waymark.submit(sro, `/evidence-returns/${id}/sign-off`, { statement: 'yes' })).status).toBe(303);
    const signed = await read(reference);
    expect([signed.status, signed.content]).toEqual(['submitted', expect.objectContaining({ attachments: [expect.objectContaining({ name: 'survey.csv' })] })]);
  });

  it('is refused what may not be: each place named, nothing changed', async () => {
    const { reference, rowVersion } = await opened();
    const refused = async (answers: object): Promise<[number, (string | undefined)[]]> => {
      const answer = await call('patch', `/${reference}`).send({ rowVersion, answers });
      return [answer.status, problem(answer).reasons?.map(({ field }) => field) ?? []];
    };
    expect(await refused({ rating: 'purple' })).toEqual([422, ['answers.rating']]);
    expect(await refused({ narrative: 7 })).toEqual([422, ['answers.narrative']]);
    expect(await refused({ weather: 'fine' })).toEqual([422, ['answers.weather']]);
    expect(await refused({ evidence: 'all of it' })).toEqual([422, ['answers.evidence']]);
    expect((await refused({ evidence: [{ ...ANSWERS.evidence[0], link: 'javascript:alert(1)' }] }))).toEqual([422, ['answers.evidence.0.link']]);
    expect((await refused({ risks: [{ ...ANSWERS.risks[0], impact: 9 }] }))[0]).toBe(422);
    expect((await refused({ steps: [{ ...ANSWERS.steps[0], dueOn: '2027-02-30' }] }))).toEqual([422, ['answers.steps.0.dueOn']]);
    for (const field of ['nil', 'figuresComment', 'narrative', 'ratingReason', 'nextSteps', 'departures', 'evidence', 'risks', 'steps', 'lastSteps']) {
      expect(await refused({ [field]: null })).toEqual([422, [`answers.${field}`]]);
    }
    const [item, risk, step] = [ANSWERS.evidence[0], ANSWERS.risks[0], ANSWERS.steps[0]];
    expect(await refused({ evidence: [{ ...item, claim: undefined }] })).toEqual([422, ['answers.evidence.0.claim']]);
    expect(await refused({ evidence: [{ ...item, page: null, link: null, id: null }] })).toEqual([422, expect.arrayContaining(['answers.evidence.0.page', 'answers.evidence.0.link', 'answers.evidence.0.id'])]);
    expect(await refused({ risks: [{ ...risk, response: undefined, id: null }] })).toEqual([422, expect.arrayContaining(['answers.risks.0.response', 'answers.risks.0.id'])]);
    expect(await refused({ steps: [step, { ...step, owner: null }] })).toEqual([422, ['answers.steps.1.owner']]);
    for (const odd of [[null], [[]], ['text'], [7], { 0: item }]) {
      const [status, fields] = await refused({ evidence: odd });
      expect([odd, status, fields.every((field) => field?.startsWith('answers.evidence')), fields.length > 0]).toEqual([odd, 422, true, true]);
    }
    const fieldsOf = async (body: object): Promise<unknown> => {
      const answer = await call('patch', `/${reference}`).send(body);
      return [answer.status, problem(answer).reasons?.map(({ field }) => field)];
    };
    expect(await fieldsOf({ answers: {} })).toEqual([422, ['rowVersion']]);
    for (const answers of [undefined, null, [], 'all', 7]) expect(await fieldsOf({ rowVersion, answers })).toEqual([422, ['answers']]);
    expect(await fieldsOf([])).toEqual([422, expect.arrayContaining(['rowVersion', 'answers'])]);
    const early = await call('post', `/${reference}/send-for-sign-off`).send({ rowVersion });
    expect([early.status, problem(early).reasons?.map(({ code }) => code)]).toEqual([422, expect.arrayContaining(['narrative-missing'])]);
    expect((await call('post', `/${reference}/take-up`).send({ rowVersion })).status).toBe(409);
    const lying = await call('post', `/${reference}/attachments`).field('title', 'T').attach('file', Buffer.from('MZ not a pdf'), 'report.pdf');
    expect(lying.status).toBe(422);
    expect((await read(reference)).rowVersion).toBe(rowVersion);
  });

  it('is told of a conflict where somebody else has saved', async () => {
    const { reference, rowVersion } = await opened();
    expect((await call('patch', `/${reference}`).send({ rowVersion, answers: { narrative: 'One' } })).status).toBe(200);
    const late = await call('patch', `/${reference}`).send({ rowVersion, answers: { narrative: 'Two' } });
    expect([late.status, problem(late).type]).toEqual([409, 'urn:waymark:problem:changed-meanwhile']);
    expect((await read(reference)).content.narrative).toBe('One');
    expect((await call('post', `/${reference}/send-for-sign-off`).send({ rowVersion })).status).toBe(409);
  });

  it('sees and moves nothing of another department, and nothing beyond its scopes', async () => {
    const { reference, rowVersion } = await opened();
    expect((await call('get', `/${reference}`, other)).status).toBe(403);
    expect(((await call('get', '', other)).body as { items: Draft[] }).items.map((item) => item.reference)).not.toContain(reference);
    const readOnly = await tokenOf(education.people.official.email, ['returns.read']);
    const imports = await tokenOf(education.people.official.email, ['imports.read']);
    expect((await call('get', `/${reference}`, readOnly)).status).toBe(200);
    const refused = await call('patch', `/${reference}`, readOnly).send({ rowVersion, answers: { narrative: 'X' } });
    expect([refused.status, problem(refused).type, refused.headers['www-authenticate']]).toEqual([403, 'urn:waymark:problem:insufficient-scope', expect.stringContaining('returns.write')]);
    expect((await call('get', `/${reference}`, imports)).status).toBe(403);
    // a role that may not write does not come by it through a scope
    const sro = await tokenOf(education.people.sro.email, ['returns.write']);
    expect((await call('patch', `/${reference}`, sro).send({ rowVersion, answers: { narrative: 'X' } })).status).toBe(403);
    expect([(await waymark.visitor().get(`${DRAFTS}/${reference}`)).status, (await call('get', '/ER-2026-NONE')).status]).toEqual([401, 404]);
  });

  it('does a request with a key once: replayed alike, refused with another body, and one of two at once', async () => {
    const submission = await make.write(await make.open('evidence-return'));
    const { reference } = submission;
    const { rowVersion } = await read(reference);
    const send = (key: string, seen = rowVersion) => call('post', `/${reference}/send-for-sign-off`).set('Idempotency-Key', key).send({ rowVersion: seen });
    const answers = await Promise.all([send('s1'), send('s1'), send('s1')]);
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    const replay = await send('s1');
    expect([replay.status, (replay.body as Draft).status]).toEqual([200, 'awaiting-sign-off']);
    expect([(await send('s1', rowVersion + 1)).status, (await send('s2')).status]).toEqual([409, 409]);
    const moves = await waymark.dataSource.getRepository(SubmissionEvent).findBy({ submissionId: submission.id, action: 'send-for-sign-off' });
    expect(moves).toHaveLength(1);

    const draft = await opened();
    const attach = () => call('post', `/${draft.reference}/attachments`).set('Idempotency-Key', 'f1').field('title', 'T').attach('file', Buffer.from('a,b\n1,2\n'), 'a.csv');
    const [first, second] = [await attach(), await attach()];
    expect([first.status, second.status, (second.body as { id: string }).id]).toEqual([201, 201, (first.body as { id: string }).id]);
  });

  it('begins a return for a period of the calendar alone, once, and of its own missions', async () => {
    const begin = (body: object, key?: string) => (key ? call('post', '').set('Idempotency-Key', key) : call('post', '')).send(body);
    const wanted = { framework: 'levelling-up-2022', mission: 'education', coversFrom: '2026-10-01', coversTo: '2027-03-31' };
    expect([(await begin(wanted)).status, problem(await begin(wanted)).reasons?.[0]?.code]).toEqual([422, 'no-calendar']);
    const calendars = waymark.get(ReportingCalendarsService);
    await calendars.setGeneral(COMMAND, 'levelling-up-2022', { nation: 'england', startsOn: '2026-04-01', avoidsRecess: false }, { rowVersion: 0 });
    const rules = { rhythm: 'half-yearly', firstMonth: 4, opens: 1, due: 20, closes: null, afterRelease: null } as const;
    await calendars.setCycle(COMMAND, 'levelling-up-2022', 'returns', rules, { rowVersion: 1 });
    const [first, again] = [await begin(wanted, 'b1'), await begin(wanted, 'b1')];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(first.headers['location']).toBe(`${DRAFTS}/${(first.body as Draft).reference}`);
    expect((await begin(wanted)).status).toBe(200);
    expect(problem(await begin({ ...wanted, coversTo: '2027-04-30' })).reasons?.[0]?.code).toBe('no-such-period');
    expect((await begin({ ...wanted, mission: 'weather' })).status).toBe(404);
    expect((await begin({ ...wanted, coversFrom: 'soon' })).status).toBe(422);
    expect(await waymark.dataSource.getRepository(Submission).countBy({ coversFrom: '2026-10-01', kind: 'evidence-return' })).toBe(1);
  });

  it('breaks under no body whatever', async () => {
    const { reference } = await opened();
    // read each time: what happens to be valid may have been written
    const paths: ['post' | 'patch', string][] = [['patch', `/${reference}`], ['post', `/${reference}/send-for-sign-off`], ['post', `/${reference}/take-up`], ['post', '']];
    const names = fc.constantFrom(...Object.keys(ANSWERS), 'figuresComment', 'departures', 'lastSteps', 'nil');
    const item = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('id', 'kind', 'strength', 'claim', 'source', 'page', 'risk', 'impact', 'action', 'owner', 'dueOn', 'step', 'what'), fc.jsonValue()));
    const answers = fc.dictionary(names, fc.oneof(fc.jsonValue(), fc.array(item, { maxLength: 3 })));
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ rowVersion: fc.oneof(fc.constant('current'), fc.jsonValue()), answers: fc.oneof(answers, fc.jsonValue()) }, { requiredKeys: [] }),
      fc.dictionary(fc.constantFrom('framework', 'mission', 'coversFrom', 'coversTo'), fc.oneof(fc.jsonValue(), fc.constantFrom('levelling-up-2022', 'education', '2026-10-01', '2026-02-30'))),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), body, async ([method, path], sent) => {
        const seen = typeof sent === 'object' && sent !== null && 'rowVersion' in sent && sent.rowVersion === 'current';
        const { rowVersion } = seen ? await waymark.dataSource.getRepository(Submission).findOneByOrFail({ reference }) : { rowVersion: 0 };
        const text = JSON.stringify(seen ? { ...sent, rowVersion } : sent);
        const { status } = await call(method, path).set('Content-Type', 'application/json').send(text);
        expect([text, status < 500]).toEqual([text, true]);
      }),
      { numRuns: 250 },
    );
  }, 40_000);
});
