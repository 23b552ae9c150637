import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { systemActor } from '#domain/access/permissions.js';
import { exampleRules } from '#domain/example/example-calendar.js';
import { AccessTokensService } from '#features/access/access-tokens.service.js';
import { ReportingCalendarsService } from '#features/calendar/reporting-calendars.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const COMMAND = systemActor('command', 'token add');
const DRAFTS = '/api/v1/drafts';
const ONE = `${DRAFTS}/{reference}`;

type Body = Record<string, unknown>;
interface Media { schema: object; examples?: Record<string, { summary: string; value: Body }> }
interface Operation { requestBody?: { content: Record<string, Media> }; responses: Record<string, { content?: Record<string, { schema: object }> }> }
interface Description { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } }
interface Moved { reference: string; rowVersion: number; status: string; missing: { code: string }[] }

/** OpenAPI 3.0's `nullable` in the words of JSON Schema. */
function withNull(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNull);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withNull(value)]));
  return nullable ? { anyOf: [rest, { type: 'null' }] } : rest;
}

describe('the examples of the drafts in the description of the API', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let description: Description;
  let token: string;

  const operation = (method: string, path: string): Operation => {
    const found = description.paths[path]?.[method];
    if (!found) throw new Error(`${method} ${path} is not described`);
    return found;
  };
  const examplesOf = (method: string, path: string, type = 'application/json'): Record<string, Body> =>
    Object.fromEntries(Object.entries(operation(method, path).requestBody?.content[type]?.examples ?? {}).map(([name, { value }]) => [name, value]));
  const faults = (schema: object | undefined, value: unknown): unknown[] => {
    if (!schema) return ['not described'];
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(withNull({ ...schema, components: description.components }) as object);
    validate(value);
    return validate.errors ?? [];
  };
  /** Sends an example as it stands; the answer is the one that is described. */
  const send = async (method: 'post' | 'patch', path: string, body: Body, reference = ''): Promise<Moved> => {
    expect(faults(operation(method, path).requestBody?.content['application/json']?.schema, body)).toEqual([]);
    const answer = await waymark.visitor()[method](path.replace('{reference}', reference)).set('Authorization', `Bearer ${token}`).send(body);
    expect([path, answer.status, answer.status < 300 ? '' : answer.text]).toEqual([path, answer.status < 300 ? answer.status : '2xx', '']);
    expect(faults(operation(method, path).responses[String(answer.status)]?.content?.['application/json']?.schema, answer.body)).toEqual([]);
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
    description = (await waymark.visitor().get('/api/openapi.json')).body as Description;
  }, 60_000);
  afterAll(() => waymark.close());

  it('are given for every body, and the errors that a body may meet are declared', () => {
    const withBody = Object.entries(description.paths).filter(([path]) => path.startsWith(DRAFTS))
      .flatMap(([path, operations]) => Object.entries(operations).map(([method, one]) => ({ name: `${method} ${path}`, one })))
      .filter(({ one }) => one.requestBody);
    expect(withBody.map(({ name }) => name).toSorted()).toEqual([`patch ${ONE}`, `post ${DRAFTS}`, `post ${ONE}/attachments`, `post ${ONE}/send-for-sign-off`, `post ${ONE}/take-up`]);
    for (const { name, one } of withBody) {
      const [[, first] = ['', undefined]] = Object.entries(one.requestBody?.content ?? {});
      expect([name, Object.keys(first?.examples ?? {}).length > 0]).toEqual([name, true]);
      expect(Object.keys(one.responses)).toEqual(expect.arrayContaining(['400', '401', '403', '404', '409', '413', '422']));
    }
  });

  it('are taken one after the other: begun, filled, attached, sent, and taken up again', async () => {
    const [begin = {}] = Object.values(examplesOf('post', DRAFTS));
    const { reference } = await send('post', DRAFTS, begin);
    for (const body of Object.values(examplesOf('patch', ONE))) await send('patch', ONE, body, reference);

    const attaching = operation('post', `${ONE}/attachments`);
    const content = attaching.requestBody?.content ?? {};
    for (const { title, fileName, file } of Object.values(examplesOf('post', `${ONE}/attachments`, 'multipart/form-data'))) {
      expect(faults(content['multipart/form-data']?.schema, { title, fileName, file })).toEqual([]);
      const answer = await waymark.visitor().post(`${DRAFTS}/${reference}/attachments`).set('Authorization', `Bearer ${token}`)
        .field('title', String(title)).attach('file', Buffer.from(String(file)), String(fileName));
      expect([answer.status, faults(attaching.responses['201']?.content?.['application/json']?.schema, answer.body)]).toEqual([201, []]);
    }
    // the file itself has no fields
    for (const type of Object.keys(content).slice(1)) expect([type, content[type]]).toEqual([type, { schema: { type: 'string', format: 'binary' } }]);

    const [seen = {}] = Object.values(examplesOf('post', `${ONE}/send-for-sign-off`));
    const sent = await send('post', `${ONE}/send-for-sign-off`, seen, reference);
    expect(sent.status).toBe('awaiting-sign-off');

    const sro = await waymark.signIn(education.people.sro.email);
    const { id } = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ reference });
    expect((await waymark.submit(sro, `/evidence-returns/${id}/sign-off`, { statement: 'yes' })).status).toBe(303);
    expect((await waymark.submit(sro, `/evidence-returns/${id}/withdraw`, { reason: 'Wrong figures' })).status).toBe(303);
    const [again = {}] = Object.values(examplesOf('post', `${ONE}/take-up`));
    expect((await send('post', `${ONE}/take-up`, again, reference)).status).toBe('draft');
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
