import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { systemActor } from '#domain/access/permissions.js';
import { SCOPE_NAMES } from '#domain/access/token-scopes.js';
import { AccessTokensService } from '#features/access/access-tokens.service.js';
import { DelegationsService } from '#features/delegations/delegations.service.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { ApiDescription } from '../support/api-description.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const COMMAND = systemActor('command', 'token add');
const DRAFTS = '/api/v1/drafts';
const FUNDING = { title: 'Tutors', kind: 'resource', mission: 'education', moneyMillions: 0.3, source: 'Tutoring fund' };
const POLICY = { id: 'hubs', title: 'Hubs', mission: 'education', owner: 'Ada Hill', ownerJob: 'Director', startsOn: '2026-04-01', endsOn: '2027-03-31', clauses: ['a'] };
const ANSWERS = {
  summary: 'Tutors.\nAnd hubs.',
  outcomes: [{ title: 'Pupils catch up', description: 'Everywhere' }],
  contributions: [{ mission: 'education', contribution: 'Tutors', policies: 'Tutoring', moneyMillions: 0.3, clauses: ['a'] }],
  metrics: [{ metric: 'key-stage-2', mission: 'education', aim: '70% by March 2027', spendingReview: true }, { metric: null, name: 'Pupils with a tutor', mission: 'education', aim: '70%', spendingReview: false }],
  policies: [POLICY],
  milestones: [{ policy: 'hubs', title: 'First ten hubs', dueOn: '2026-09-30' }],
  programmes: [
    { kind: 'innovation-accelerator', who: 'Leeds', title: 'Lab', mission: 'education', moneyMillions: null, otherwise: 'Later.' },
    { kind: 'civil-society-commitment', who: 'A charity', title: 'Readers', mission: 'education', moneyMillions: 1, otherwise: 'Fewer.' },
  ],
  funding: [{ ...FUNDING, moneyMillions: 0.1 }, { ...FUNDING, title: 'Rooms', kind: 'capital', moneyMillions: 0.2 }],
  statedMoneyMillions: 0.3,
  staffing: [{ team: 'Hubs', mission: null, staff: 7.5 }],
  statedStaff: 7.5,
  dependencies: [{ department: 'dhsc', mission: 'education', what: 'School nurses', neededBy: '2026-09-01' }],
};

interface Draft {
  reference: string;
  status: string;
  rowVersion: number;
  missing: { code: string; message: string; field: string | null }[];
  actions: string[];
  content: Record<string, { id: string }[]>;
}
interface Problem { type: string; reasons?: { code: string; field?: string; message: string }[] }

describe('outcome delivery plans from a department’s own system', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let api: ApiDescription;
  let token: string;
  let other: string;

  const tokenOf = async (email: string): Promise<string> => (await waymark.get(AccessTokensService).add(COMMAND, { email, scopes: [...SCOPE_NAMES], name: 'system', days: 90 })).secret;
  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, bearer = token) => waymark.visitor()[method](`${DRAFTS}${path}`).set('Authorization', `Bearer ${bearer}`);
  const read = async (reference: string): Promise<Draft> => (await call('get', `/${reference}`)).body as Draft;
  const problem = ({ text }: { text: string }): Problem => JSON.parse(text) as Problem;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { clauses: [{ key: 'a', text: 'Read', coveredBy: [] }] });
    make = new SubmissionFactory(waymark, education);
    token = await tokenOf(education.people.official.email);
    other = await tokenOf((await savePerson(waymark, 'Otto Other', ['official', 'sro'], 'dhsc')).email);
    api = await ApiDescription.of(waymark);
  }, 60_000);
  afterAll(() => waymark?.close());

  it('are filled whole in one request, attached to, sent, signed on the page, and the version holds it all', async () => {
    const { reference, rowVersion, id } = await make.open('delivery-plan');
    const filled = await call('patch', `/${reference}`).send({ rowVersion, answers: ANSWERS });
    expect([filled.status, (filled.body as Draft).missing]).toEqual([200, []]);
    const { content, rowVersion: now } = filled.body as Draft;
    const expected = Object.entries(ANSWERS).map(([field, value]) => [field, Array.isArray(value) ? value.map((line: object) => expect.objectContaining(line)) : value]);
    expect(content).toMatchObject(Object.fromEntries(expected) as object);
    expect(content['metrics']?.[0]).toMatchObject({ name: expect.stringMatching(/.+/), metric: 'key-stage-2' });
    expect(content['dependencies']?.[0]).toMatchObject({ departmentName: 'Department of Health and Social Care' });
    expect([content['policies']?.[0]?.id, new Set(content['funding']?.map((line) => line.id)).size]).toEqual(['hubs', 2]);

    // the same again changes nothing, with the ids that were read or without
    for (const answers of [ANSWERS, { funding: content['funding'], dependencies: content['dependencies'], metrics: content['metrics'] }]) {
      expect(((await call('patch', `/${reference}`).send({ rowVersion: now, answers })).body as Draft).rowVersion).toBe(now);
    }
    const key = () => call('post', `/${reference}/attachments`).set('Idempotency-Key', 'f').field('title', 'Survey').attach('file', Buffer.from('a,b\n1,2\n'), 'survey.csv');
    const [attached, again] = [await key(), await key()];
    expect([attached.status, again.body]).toEqual([201, attached.body]);
    expect(((await call('get', `/${reference}/attachments`)).body as { name: string }[]).map(({ name }) => name)).toEqual(['survey.csv']);
    const sent = await call('post', `/${reference}/send-for-sign-off`).send({ rowVersion: (await read(reference)).rowVersion });
    expect([sent.status, (sent.body as Draft).status]).toEqual([200, 'awaiting-sign-off']);
    expect((await call('patch', `/${reference}`).send({ rowVersion: (sent.body as Draft).rowVersion, answers: { summary: 'Late' } })).status).toBe(409);
    const sro = await waymark.signIn(education.people.sro.email);
    expect((await waymark.submit(sro, `/delivery-plans/${id}/sign-off`, {})).status).toBe(303);
    expect(await read(reference)).toMatchObject({ status: 'submitted', deliveredVersions: 1, content: { attachments: [{ name: 'survey.csv', title: 'Survey' }] } });
  });

  it('lose with a policy its milestones, and keep what is left out of a request', async () => {
    const { reference, rowVersion } = await make.open('delivery-plan');
    const whole = (await call('patch', `/${reference}`).send({ rowVersion, answers: ANSWERS })).body as Draft;
    const { rowVersion: next, content } = (await call('patch', `/${reference}`).send({ rowVersion: whole.rowVersion, answers: { policies: [] } })).body as Draft;
    expect([next, content['policies'], content['milestones'], content['funding']]).toEqual([whole.rowVersion + 1, [], [], whole.content['funding']]);
  });

  it('are refused what may not be: each place named in the words of the pages, nothing changed', async () => {
    const { reference, rowVersion } = await make.open('delivery-plan');
    const refused = async (answers: unknown): Promise<[number, (string | undefined)[], string]> => {
      const answer = await call('patch', `/${reference}`).send({ rowVersion, answers });
      const reasons = problem(answer).reasons ?? [];
      return [answer.status, reasons.map(({ field }) => field), reasons[0]?.message ?? ''];
    };
    const cases: [object, string[], string][] = [
      [{ narrative: 'Of a return' }, ['answers.narrative'], 'There is no answer narrative'],
      [{ copiedFrom: {} }, ['answers.copiedFrom'], 'There is no answer copiedFrom'],
      [{ attachments: [] }, ['answers.attachments'], 'There is no answer attachments'],
      [{ summary: null }, ['answers.summary'], 'summary must be a string'],
      [{ summary: 'x'.repeat(5001) }, ['answers.summary'], 'Summary must be 5,000 characters or less'],
      [{ funding: 'all' }, ['answers.funding'], 'funding must be a list'],
      [{ funding: [{ ...FUNDING, kind: 'other' }] }, ['answers.funding.0.kind'], 'kind must be one of resource, capital'],
      [{ funding: [FUNDING, { ...FUNDING, moneyMillions: null }] }, ['answers.funding.1.moneyMillions'], 'Enter the money in £ million'],
      [{ funding: [{ ...FUNDING, moneyMillions: -1 }] }, ['answers.funding.0.moneyMillions'], 'Money must be 0 or more'],
      [{ funding: [{ ...FUNDING, moneyMillions: '12' }] }, ['answers.funding.0.moneyMillions'], 'moneyMillions must be a number'],
      [{ funding: [{ ...FUNDING, mission: 'crime' }] }, ['answers.funding.0.mission'], 'The department has no part in the mission crime'],
      [{ staffing: [{ team: 'T', mission: null, staff: 0.0001 }] }, ['answers.staffing.0.staff'], 'Full-time equivalents must have 3 decimal places or fewer'],
      [{ contributions: [{ mission: 'education', moneyMillions: -2 }] }, ['answers.contributions.0.moneyMillions'], 'Planned money for Education must be 0 or more'],
      [{ contributions: [{ mission: 'crime', moneyMillions: null }] }, ['answers.contributions.0.mission'], 'The department has no part in the mission crime'],
      [{ policies: [{ ...POLICY, startsOn: '2026-02-30' }] }, ['answers.policies.0.startsOn'], 'Start date must be a real date'],
      [{ policies: [{ ...POLICY, clauses: ['zz'] }] }, ['answers.policies.0.clauses'], 'Select clauses of the policy’s own mission'],
      [{ policies: [POLICY, POLICY] }, ['answers.policies.1'], 'It stands in the list twice'],
      [{ milestones: [{ policy: 'gone', title: 'M', dueOn: '' }] }, ['answers.milestones.0.policy'], 'Select the policy that the milestone belongs to'],
      [{ metrics: [{ metric: 'nope', mission: 'education', spendingReview: false }] }, ['answers.metrics.0.metric'], 'Select a metric from the list'],
      [{ metrics: [{ metric: null, mission: 'education', spendingReview: false }] }, ['answers.metrics.0.name'], 'Select a metric, or enter the name of your own'],
      [{ metrics: [{ metric: 'key-stage-2', mission: 'education', spendingReview: 'yes' }] }, ['answers.metrics.0.spendingReview'], 'spendingReview must be a boolean value'],
      [{ programmes: [{ kind: 'pledge', title: 'P', mission: 'education', moneyMillions: null }] }, ['answers.programmes.0.kind'], 'kind must be one of programme, innovation-accelerator, private-commitment, civil-society-commitment'],
      [{ dependencies: [{ department: 'dfe', mission: null, what: 'W' }] }, ['answers.dependencies.0.department'], 'Select another department from the list'],
      [{ dependencies: [{ department: 'dhsc', mission: null, what: ' ' }] }, ['answers.dependencies.0.what'], 'Enter what you need from the other department'],
      [{ statedMoneyMillions: -1 }, ['answers.statedMoneyMillions'], 'Total funding must be 0 or more'],
      [{ outcomes: Array.from({ length: 201 }, () => ({ title: 'O' })) }, ['answers.outcomes'], 'A list can have no more than 200 lines'],
    ];
    for (const [answers, fields, message] of cases) expect([answers, ...(await refused(answers))]).toEqual([answers, 422, fields, message]);
    for (const odd of [[null], [[]], ['text'], [7], { 0: FUNDING }]) expect((await refused({ funding: odd }))[0]).toBe(422);
    for (const answers of [undefined, null, [], 'all', 7]) expect((await refused(answers)).slice(0, 2)).toEqual([422, ['answers']]);
    expect((await read(reference)).rowVersion).toBe(rowVersion);
  });

  it('are not sent while totals do not add up, and say so with both sums', async () => {
    const { reference, rowVersion } = await make.open('delivery-plan');
    const messages = async (seen: number, answers: object): Promise<[number, string[]]> => {
      const { rowVersion: now, missing } = (await call('patch', `/${reference}`).send({ rowVersion: seen, answers })).body as Draft;
      return [now, missing.map(({ message }) => message)];
    };
    const [first, differs] = await messages(rowVersion, { ...ANSWERS, statedMoneyMillions: 0.4, statedStaff: 8 });
    expect(differs).toEqual([
      'Total funding is stated as £0.4 million, but its lines add up to £0.3 million: a difference of £0.1 million',
      'Total staffing is stated as 8 full-time equivalents, but its lines add up to 7.5 full-time equivalents: a difference of 0.5 full-time equivalents',
    ]);
    const [second, mission] = await messages(first, { statedMoneyMillions: 0.3, statedStaff: 7.5, contributions: [{ ...ANSWERS.contributions[0], moneyMillions: 5 }] });
    expect(mission).toEqual(['Planned money for education is £5 million, but its funding lines add up to £0.3 million: a difference of £4.7 million']);
    const refused = await call('post', `/${reference}/send-for-sign-off`).send({ rowVersion: second });
    expect([refused.status, problem(refused).reasons?.map(({ code }) => code)]).toEqual([422, ['mission-money-differs']]);
  });

  it('are another department’s business to nobody, and a conflict where somebody was faster', async () => {
    const { reference, rowVersion } = await make.open('delivery-plan');
    const body = { rowVersion, answers: { summary: 'Theirs' } };
    expect([(await call('patch', `/${reference}`, other).send(body)).status, (await call('get', `/${reference}`, other)).status, (await call('get', `/${reference}/attachments`, other)).status]).toEqual([403, 403, 403]);
    expect((await call('post', `/${reference}/attachments`, other).field('title', 'T').attach('file', Buffer.from('a,b\n'), 'a.csv')).status).toBe(403);
    expect((await call('patch', `/${reference}`).send({ ...body, answers: { summary: 'One' } })).status).toBe(200);
    const late = await call('patch', `/${reference}`).send({ ...body, answers: { summary: 'Two' } });
    expect([late.status, problem(late).type]).toEqual([409, 'urn:waymark:problem:changed-meanwhile']);
    expect((await call('patch', '/DP-2026-NONE').send(body)).status).toBe(404);
  });

  it('are signed by no token: neither the SRO’s nor that of whoever stands in for the SRO', async () => {
    const today = waymark.clock.today();
    const to = new Date(Date.parse(`${today}T00:00:00Z`) + 10 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const { sro, official } = education.people;
    const helper = await savePerson(waymark, 'Dee Putty', ['official'], 'dfe');
    const onlyDelegate = await savePerson(waymark, 'Nora Nobody', ['statistician'], 'dfe');
    const delegate = await waymark.get(DelegationsService).delegate(actorOf(sro), { delegateId: helper.id, fromOn: today, toOn: to, reason: 'Leave' });
    const plan = await make.in('awaiting-sign-off', 'delivery-plan');
    const routes: ['get' | 'post' | 'patch' | 'delete', string][] = [
      ['get', ''], ['get', `/${plan.reference}`], ['get', `/${plan.reference}/attachments`], ['get', `/${plan.reference}/questions`],
      ['patch', `/${plan.reference}`], ['post', `/${plan.reference}/send-for-sign-off`], ['post', `/${plan.reference}/take-up`],
      ['post', `/${plan.reference}/sign-off`], ['post', `/${plan.reference}/submit`], ['post', `/${plan.reference}/decline`], ['post', `/${plan.reference}/withdraw`],
    ];
    const statuses = async (bearer: string): Promise<number[]> => {
      const found: number[] = [];
      for (const [method, path] of routes) {
        const request = call(method, path, bearer);
        found.push((await (method === 'get' ? request : request.send({ rowVersion: plan.rowVersion, answers: { summary: 'S' }, statement: 'yes', reason: 'R' }))).status);
      }
      return found;
    };
    // an official who stands in reads and writes as an official does, and nothing more
    expect(await statuses(await tokenOf(helper.email))).toEqual(await statuses(await tokenOf(official.email)));
    expect((await statuses(await tokenOf(sro.email))).slice(4)).toEqual([403, 403, 403, 404, 404, 404, 404]);
    for (const bearer of [await tokenOf(helper.email), await tokenOf(sro.email)]) {
      expect(((await call('get', `/${plan.reference}`, bearer)).body as Draft).actions).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(submit|decline)$/)]));
      // a token opens no page either
      const page = await waymark.visitor().post(`/delivery-plans/${plan.id}/sign-off`).set('Authorization', `Bearer ${bearer}`).redirects(0).type('form').send({ rowVersion: plan.rowVersion, statement: 'yes' });
      expect([303, 403]).toContain(page.status);
    }
    // whoever has nothing but the delegation has nothing by token
    await waymark.get(DelegationsService).end(actorOf(sro), delegate.id, delegate.rowVersion);
    await waymark.get(DelegationsService).delegate(actorOf(sro), { delegateId: onlyDelegate.id, fromOn: today, toOn: to, reason: 'Leave' });
    expect((await statuses(await tokenOf(onlyDelegate.email))).slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 403));
    const now = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: plan.id });
    expect([now.status, now.signedBy, now.rowVersion]).toEqual(['awaiting-sign-off', null, plan.rowVersion]);
    // in the browser the same person signs
    const stands = await waymark.signIn(onlyDelegate.email);
    expect((await waymark.open(stands, `/delivery-plans/${plan.id}/sign-off`)).status).toBe(200);
  });

  it('break under no body whatever, and answer as described', async () => {
    const { reference } = await make.open('delivery-plan');
    const question = '00000000-0000-4000-8000-000000000000';
    const paths: ['get' | 'post' | 'patch', string, string][] = [
      ['patch', `/${reference}`, '/{reference}'], ['patch', `/${reference}`, '/{reference}'], ['get', `/${reference}`, '/{reference}'], ['get', `/${reference}/questions`, '/{reference}/questions'],
      ['post', `/${reference}/questions/${question}/answer`, '/{reference}/questions/{question}/answer'], ['post', `/${reference}/send-for-sign-off`, '/{reference}/send-for-sign-off'],
    ];
    const lineKeys = fc.constantFrom('id', 'title', 'kind', 'mission', 'moneyMillions', 'source', 'team', 'staff', 'metric', 'name', 'aim', 'spendingReview', 'policy', 'dueOn', 'department', 'what', 'neededBy', 'clauses', 'owner', 'who', 'otherwise', 'contribution', 'policies');
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('education', 'resource', 'programme', 'hubs', 'dhsc', 'key-stage-2', '2026-09-30', 1.5, true, null, '__proto__', 'constructor'));
    const known = fc.constantFrom(...Object.values(ANSWERS).flatMap((one): object[] => (Array.isArray(one) ? one : [])));
    const line = fc.oneof(fc.jsonValue(), fc.dictionary(lineKeys, value), fc.tuple(known, fc.dictionary(lineKeys, value)).map(([whole, changed]) => ({ ...whole, ...changed })));
    const answers = fc.dictionary(fc.constantFrom(...Object.keys(ANSWERS), 'nope'), fc.oneof(fc.jsonValue(), fc.array(line, { maxLength: 3 })));
    const body = fc.oneof(fc.jsonValue(), fc.record({ rowVersion: fc.oneof(fc.constant('current'), fc.jsonValue()), answers: fc.oneof(answers, fc.jsonValue()), answer: fc.oneof(fc.string(), fc.jsonValue()) }, { requiredKeys: [] }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), body, async ([method, path, described], sent) => {
        const current = typeof sent === 'object' && sent !== null && 'rowVersion' in sent && sent.rowVersion === 'current';
        const { rowVersion } = current ? await waymark.dataSource.getRepository(Submission).findOneByOrFail({ reference }) : { rowVersion: 0 };
        const text = JSON.stringify(current ? { ...sent, rowVersion } : sent);
        const answer = method === 'get' ? await call('get', path) : await call(method, path).set('Content-Type', 'application/json').send(text);
        expect([text, answer.status < 500, api.faultsOfAnswer(method, `${DRAFTS}${described}`, answer)]).toEqual([text, true, []]);
      }),
      { numRuns: 250 },
    );
  }, 60_000);
});
