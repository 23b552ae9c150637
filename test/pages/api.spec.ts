import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'csv-parse/sync';
import { cursorOf } from '#platform/api/page-query.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';

interface Description {
  openapi: string;
  paths: Record<string, { get: { responses: Record<string, { content?: Record<string, { schema: object }> }> } }>;
  components: { schemas: Record<string, object> };
}

/** OpenAPI 3.0's `nullable` in the words of JSON Schema; and no field that the description does not name. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, allOf, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)])) as Record<string, unknown>;
  const [only] = Array.isArray(allOf) && allOf.length === 1 ? (allOf as object[]) : [];
  const closed = only ?? ('properties' in rest && !('additionalProperties' in rest) ? { ...rest, additionalProperties: false } : rest);
  return nullable ? { anyOf: [closed, { type: 'null' }] } : closed;
}

describe('the API', () => {
  let database: TestDatabase;
  let waymark: TestApplication;
  let description: Description;

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
    description = (await waymark.visitor().get('/api/openapi.json')).body as Description;
  }, 120_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  const get = (address: string): ReturnType<ReturnType<TestApplication['visitor']>['get']> => waymark.visitor().get(`/api/v1/${address}`);

  function validatorOf(path: string, status = '200', type = 'application/json'): ValidateFunction {
    const schema = description.paths[`/api/v1/${path}`]?.get.responses[status]?.content?.[type]?.schema;
    if (!schema) throw new Error(`The description says nothing of ${status} at ${path}`);
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    return ajv.compile(strict({ ...schema, components: description.components }) as object);
  }

  it.each([
    ['frameworks', 'frameworks'],
    ['frameworks/{framework}/missions', 'frameworks/levelling-up-2022/missions'],
    ['frameworks/{framework}/missions/{mission}', 'frameworks/levelling-up-2022/missions/education'],
    ['frameworks/{framework}/missions/{mission}', 'frameworks/levelling-up-2022/missions/living-standards'],
    ['frameworks/{framework}/missions/{mission}', 'frameworks/levelling-up-2022/missions/pride-in-place'],
    ['metrics', 'metrics'],
    ['metrics/{slug}', 'metrics/gross-median-weekly-pay'],
    ['metrics/{slug}', 'metrics/neighbourhood-crime'],
    ['metrics/{slug}/observations', 'metrics/gross-median-weekly-pay/observations?limit=200'],
    ['areas/{code}', 'areas/E92000001'],
    ['alerts', 'alerts'],
    ['returns', 'returns'],
    ['reviews', 'reviews'],
    ['imports', 'imports'],
  ])('%s answers as described: %s', async (path, address) => {
    const { status, body, headers } = await get(address);
    expect(status).toBe(200);
    const validate = validatorOf(path);
    validate(body);
    expect(validate.errors ?? []).toEqual([]);
    expect((body as { attribution: { licence: string } }).attribution.licence).toBe('Open Government Licence v3.0');
    expect(headers['etag']).toBeDefined();
    expect(headers['set-cookie']).toBeUndefined();
    expect((await get(address).set('If-None-Match', String(headers['etag']))).status).toBe(304);
  });

  it('describes nothing but itself', () => {
    expect(Object.keys(description.paths).every((path) => path.startsWith('/api/v1/'))).toBe(true);
    expect(Object.keys(description.components.schemas).filter((name) => name.endsWith('Form'))).toEqual([]);
  });

  it('gives the three judgements, the lead department and the targets of a mission', async () => {
    const { body } = await get('frameworks/levelling-up-2022/missions/education');
    expect(body).toMatchObject({
      leadDepartment: { slug: 'dfe', name: 'Department for Education', basis: 'paper' },
      judgements: { computed: { verdict: 'deteriorating', summary: 'deteriorating on 1 of 2' }, department: null, council: null, conflict: false },
    });
    const [target] = (body as { targets: { computed: { components: { target: object } } }[] }).targets;
    expect(target?.computed.components.target).toEqual({ value: 90, periodKey: '2029-09-01/P1Y', periodLabel: 'school year 2029/30' });
  });

  it('pages through figures by cursor, each once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 20; pages += 1) {
      const { body } = await get(`metrics/employment-rate/observations?limit=100${cursor ? `&cursor=${cursor}` : ''}`);
      const page = body as { items: { area: string; period: string }[]; nextCursor: string | null };
      seen.push(...page.items.map(({ area, period }) => `${area} ${period}`));
      cursor = page.nextCursor;
    }
    const whole = parse((await get('metrics/employment-rate/observations.csv')).text, { columns: true }) as object[];
    expect(seen).toHaveLength(whole.length);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each([
    ['area=E92000001', 9],
    ['area=E92000001,W92000004&from=2022-01-01', 4],
    ['area=E92000001&from=2019-01-01&to=2020-12-31', 2],
    ['area=E92000001&release=1', 9],
    ['area=E92000001&release=99', 0],
  ])('narrows figures by %s', async (query, count) => {
    expect(((await get(`metrics/employment-rate/observations?${query}`)).body as { items: unknown[] }).items).toHaveLength(count);
    expect(parse((await get(`metrics/employment-rate/observations.csv?${query}`)).text, { columns: true })).toHaveLength(count);
  });

  it.each([
    ['frameworks/{framework}/missions', 'frameworks/unknown/missions', 404, 'not-found'],
    ['frameworks/{framework}/missions/{mission}', 'frameworks/levelling-up-2022/missions/unknown', 404, 'not-found'],
    ['metrics/{slug}', 'metrics/unknown', 404, 'not-found'],
    ['metrics/{slug}/observations', 'metrics/unknown/observations', 404, 'not-found'],
    ['areas/{code}', 'areas/E00000000', 404, 'not-found'],
    ['metrics/{slug}/observations', 'metrics/employment-rate/observations?from=2019-02-30', 400, 'bad-request'],
    ['metrics/{slug}/observations', 'metrics/employment-rate/observations?limit=0', 400, 'bad-request'],
    ['metrics/{slug}/observations', 'metrics/employment-rate/observations?cursor=rubbish', 400, 'bad-request'],
    ['metrics/{slug}/observations', 'metrics/employment-rate/observations?release=99999999999', 400, 'bad-request'],
    ['metrics/{slug}/observations', `metrics/employment-rate/observations?cursor=${cursorOf([1, 'abc', 1])}`, 400, 'bad-request'],
    ['metrics/{slug}/observations', `metrics/employment-rate/observations?cursor=${cursorOf([1, '2019-01-01', 99_999])}`, 400, 'bad-request'],
    ['releases', `releases?cursor=${cursorOf(['abc', 1])}`, 400, 'bad-request'],
    ['releases', `releases?cursor=${cursorOf(['2026-06-26T08:30:00.000Z', 1e12])}`, 400, 'bad-request'],
    ['imports', `imports?cursor=${cursorOf([1e12])}`, 400, 'bad-request'],
    ['reviews', `reviews?cursor=${cursorOf(['WM', 1e12])}`, 400, 'bad-request'],
    ['returns', `returns?cursor=${cursorOf(['a\0'])}`, 400, 'bad-request'],
    ['alerts', 'alerts?limit=5000', 400, 'bad-request'],
  ])('%s refuses %s with %d as a problem', async (path, address, status, code) => {
    const response = await get(address);
    expect([response.status, response.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
    const body = JSON.parse(response.text) as { type: string };
    expect(body).toMatchObject({ type: `urn:waymark:problem:${code}`, status });
    const validate = validatorOf(path, String(status), 'application/problem+json');
    validate(body);
    expect(validate.errors ?? []).toEqual([]);
  });
});
