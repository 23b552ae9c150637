import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { exampleRules } from '#domain/example/example-calendar.js';
import { AccessTokensService } from '#features/access/access-tokens.service.js';
import { ReportingCalendarsService } from '#features/calendar/reporting-calendars.service.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewQuestionsService } from '#features/reviews/review-questions.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { ApiDescription, type Body } from '../support/api-description.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const COMMAND = systemActor('command', 'token add');
const DRAFTS = '/api/v1/drafts';
const ONE = `${DRAFTS}/{reference}`;

interface Moved { reference: string; rowVersion: number; status: string; missing: { code: string }[]; questions: { id: string; state: string }[] }

const isOfPlan = (name: string): boolean => name === 'plan' || name === 'line';

describe('the examples of the drafts in the description of the API', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let api: ApiDescription;
  let token: string;

  /** Sends an example as it stands; the answer is the one that is described. */
  const send = async (method: 'post' | 'patch', path: string, body: Body, reference = ''): Promise<Moved> => {
    expect(api.faults(api.operation(method, path).requestBody?.content['application/json']?.schema, body)).toEqual([]);
    const answer = await waymark.visitor()[method](path.replace('{reference}', reference)).set('Authorization', `Bearer ${token}`).send(body);
    expect([path, answer.status, answer.status < 300 ? '' : answer.text]).toEqual([path, answer.status < 300 ? answer.status : '2xx', '']);
    expect(api.faults(api.operation(method, path).responses[String(answer.status)]?.content?.['application/json']?.schema, answer.body)).toEqual([]);
    return answer.body as Moved;
  };

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    const today = waymark.clock.today();
    const { nation, startsOn, avoidsRecess, returns } = exampleRules(today);
    const calendars = waymark.get(ReportingCalendarsService);
    await calendars.setGeneral(COMMAND, 'levelling-up-2022', { nation, startsOn, avoidsRecess }, { rowVersion: 0 });
    await calendars.setCycle(COMMAND, 'levelling-up-2022', 'returns', returns, { rowVersion: 1 });
    token = (await waymark.get(AccessTokensService).add(COMMAND, { email: education.people.official.email, scopes: ['returns.write'], name: 'system', days: 90 })).secret;
    api = await ApiDescription.of(waymark);
  }, 60_000);
  afterAll(() => waymark.close());

  it('are given for every body, and the errors that a body may meet are declared', () => {
    const withBody = api.below(DRAFTS).filter(({ one }) => one.requestBody);
    expect(withBody.map(({ name }) => name).toSorted()).toEqual([`patch ${ONE}`, `post ${DRAFTS}`, `post ${ONE}/attachments`, `post ${ONE}/questions/{question}/answer`, `post ${ONE}/send-for-sign-off`, `post ${ONE}/take-up`]);
    for (const { name, one } of withBody) {
      const [[, first] = ['', undefined]] = Object.entries(one.requestBody?.content ?? {});
      expect([name, Object.keys(first?.examples ?? {}).length > 0]).toEqual([name, true]);
      expect(Object.keys(one.responses)).toEqual(expect.arrayContaining(['400', '401', '403', '404', '409', '413', '422']));
    }
  });

  it('are taken one after the other: begun, filled, attached, sent, and taken up again', async () => {
    const [begin = {}] = Object.values(api.examplesOf('post', DRAFTS));
    const { reference } = await send('post', DRAFTS, begin);
    for (const [name, body] of Object.entries(api.examplesOf('patch', ONE))) if (!isOfPlan(name)) await send('patch', ONE, body, reference);

    const attaching = api.operation('post', `${ONE}/attachments`);
    const content = attaching.requestBody?.content ?? {};
    for (const { title, fileName, file } of Object.values(api.examplesOf('post', `${ONE}/attachments`, 'multipart/form-data'))) {
      expect(api.faults(content['multipart/form-data']?.schema, { title, fileName, file })).toEqual([]);
      const answer = await waymark.visitor().post(`${DRAFTS}/${reference}/attachments`).set('Authorization', `Bearer ${token}`)
        .field('title', String(title)).attach('file', Buffer.from(String(file)), String(fileName));
      expect([answer.status, api.faults(attaching.responses['201']?.content?.['application/json']?.schema, answer.body)]).toEqual([201, []]);
    }
    // the file itself has no fields
    for (const type of Object.keys(content).slice(1)) expect([type, content[type]]).toEqual([type, { schema: { type: 'string', format: 'binary' } }]);

    const [seen = {}] = Object.values(api.examplesOf('post', `${ONE}/send-for-sign-off`));
    const sent = await send('post', `${ONE}/send-for-sign-off`, seen, reference);
    expect(sent.status).toBe('awaiting-sign-off');

    const sro = await waymark.signIn(education.people.sro.email);
    const { id } = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ reference });
    expect((await waymark.submit(sro, `/evidence-returns/${id}/sign-off`, { statement: 'yes' })).status).toBe(303);
    expect((await waymark.submit(sro, `/evidence-returns/${id}/withdraw`, { reason: 'Wrong figures' })).status).toBe(303);
    const [again = {}] = Object.values(api.examplesOf('post', `${ONE}/take-up`));
    expect((await send('post', `${ONE}/take-up`, again, reference)).status).toBe('draft');
  });

  it('fill a plan that was just opened whole: nothing is missing, and the next changes one list', async () => {
    const plan = await new SubmissionFactory(waymark, education).open('delivery-plan');
    for (const [name, body] of Object.entries(api.examplesOf('patch', ONE))) {
      if (!isOfPlan(name)) continue;
      expect([name, api.faults(api.schema('FillPlanRequest'), body)]).toEqual([name, []]);
      expect([name, (await send('patch', ONE, body, plan.reference)).missing]).toEqual([name, []]);
    }
  });

  it('answer a question that the council has just asked', async () => {
    const { id, reference } = await new SubmissionFactory(waymark, education).in('in-review', 'delivery-plan');
    const review = await waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: id });
    const { id: question } = await waymark.get(ReviewQuestionsService).ask(actorOf(education.people.reviewer), review.id, { section: 'summary', text: 'Of which day?', rowVersion: review.rowVersion });
    const path = `${ONE}/questions/{question}/answer`;
    const [body = {}] = Object.values(api.examplesOf('post', path));
    const answer = await waymark.visitor().post(path.replace('{reference}', reference).replace('{question}', question)).set('Authorization', `Bearer ${token}`).send(body);
    expect([answer.status, api.faults(api.operation('post', path).requestBody?.content['application/json']?.schema, body), api.faultsOfAnswer('post', path, answer)]).toEqual([200, [], []]);
  });

  it('are not needed to learn what a field must be: the kind of value is named before its length', async () => {
    const messages = async (method: 'post' | 'patch', path: string, body: object): Promise<string[]> => {
      const answer = await waymark.visitor()[method](path).set('Authorization', `Bearer ${token}`).send(body);
      return (JSON.parse(answer.text) as { reasons: { message: string }[] }).reasons.map(({ message }) => message);
    };
    expect(await messages('post', DRAFTS, {})).toEqual(['framework must be a string', 'mission must be a string', 'coversFrom must be a date like 2026-10-01', 'coversTo must be a date like 2027-03-31']);
    expect(await messages('patch', `${DRAFTS}/ER-2026-NONE`, { rowVersion: 1, answers: { risks: 'many', narrative: 7 } })).toEqual(['narrative must be a string', 'risks must be a list']);
    expect(await messages('patch', `${DRAFTS}/ER-2026-NONE`, { rowVersion: 1, answers: { risks: [{}] } })).toEqual(expect.arrayContaining(['risk must be a string', 'impact must be an integer number']));
  });
});
