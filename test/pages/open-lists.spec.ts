import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { API_ROOT, idParamOf, OPEN_LISTS, type OpenList } from '#features/open-data/open-list.js';
import { cursorOf } from '#platform/api/page-query.js';
import { ApiDescription } from '../support/api-description.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { statementsOf } from '../support/statement-count.js';

interface ListBody {
  attribution: { licence: string; licenceUrl: string; attribution: string };
  items: Record<string, unknown>[];
  nextCursor: string | null;
  next: string | null;
}

/** What stands in the example for the parts of a path. */
const PARTS: Record<string, string> = { framework: 'levelling-up-2022', reference: 'NONE' };

describe('the public lists', () => {
  let database: TestDatabase;
  let waymark: TestApplication;
  let api: ApiDescription;

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
    api = await ApiDescription.of(waymark);
  }, 240_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  const get = (address: string): ReturnType<ReturnType<TestApplication['visitor']>['get']> => waymark.visitor().get(address);
  const addressOf = ({ path }: OpenList): string => `/${API_ROOT}/${path.replace(/:(\w+)/g, (_, name: string) => PARTS[name] ?? name)}`;
  const described = (path: string): string => `/${API_ROOT}/${path.replace(/:(\w+)/g, '{$1}')}`;
  // the example has published no report: that one's editions are tried where one is published
  const lists = (): OpenList[] => OPEN_LISTS.filter(({ path }) => !path.startsWith('reports/'));

  it('are all of these', () => {
    expect(OPEN_LISTS.map(({ path }) => path).toSorted()).toEqual([
      'alerts', 'alerts/departments', 'areas', 'awards', 'calendar', 'calibration', 'consultations', 'council/budgets', 'council/decisions', 'council/grants', 'council/interests', 'council/members',
      'data-gaps', 'departments', 'directors', 'frameworks', 'frameworks/:framework/missions', 'frameworks/:framework/quality', 'funds', 'imports', 'inquiries', 'interim-reviews', 'judgements', 'letters',
      'metrics', 'proposals', 'quality-findings', 'recommendations', 'releases', 'reports', 'reports/:reference/editions', 'returns', 'reviews', 'targets',
    ]);
  });

  it('answer as described, with licence and attribution, a strong tag and the examples of their description', async () => {
    for (const list of lists()) {
      const answer = await get(addressOf(list));
      expect([list.path, answer.status, api.faultsOfAnswer('get', described(list.path), answer)]).toEqual([list.path, 200, []]);
      const { attribution } = answer.body as ListBody;
      expect([list.path, attribution.licence, attribution.licenceUrl.startsWith('https://'), attribution.attribution.length > 10]).toEqual([list.path, 'Open Government Licence v3.0', true, true]);
      expect([list.path, /^"[^"]+"$/.test(String(answer.headers['etag'])), answer.headers['cache-control'], answer.headers['set-cookie']]).toEqual([list.path, true, 'public, no-cache', undefined]);
      const media = api.operation('get', described(list.path)).responses['200']?.content?.['application/json'] as { schema: object; example: object };
      expect([list.path, api.faults(media.schema, media.example)]).toEqual([list.path, []]);
    }
  });

  it('answer 304 to who has it, the head alone to who asks for it, and packed where that is taken', async () => {
    for (const list of lists()) {
      for (const address of [addressOf(list), `${addressOf(list)}.csv`, `${addressOf(list)}.csv-metadata.json`]) {
        const { headers, status } = await get(address).set('Accept-Encoding', 'identity');
        expect([address, status]).toEqual([address, 200]);
        const tag = String(headers['etag']);
        const again = await get(address).set('Accept-Encoding', 'identity').set('If-None-Match', tag);
        expect([address, again.status, again.text]).toEqual([address, 304, '']);
        const head = await waymark.visitor().head(address).set('Accept-Encoding', 'identity');
        expect([address, head.status, head.headers['etag'], head.headers['content-length']]).toEqual([address, 200, tag, headers['content-length']]);
      }
    }
    const packed = await get(`/${API_ROOT}/metrics`).set('Accept-Encoding', 'gzip');
    expect([packed.headers['content-encoding'], packed.headers['vary']]).toEqual(['gzip', 'Accept-Encoding']);
    expect(Number(packed.headers['content-length'])).toBeLessThan(JSON.stringify(packed.body).length / 2);
    expect((await get(`/${API_ROOT}/metrics`).set('Accept-Encoding', 'gzip').set('If-None-Match', String(packed.headers['etag']))).status).toBe(304);
  });

  it('come in pages of one that make the whole, each line once', async () => {
    for (const list of lists()) {
      const whole = ((await get(`${addressOf(list)}?limit=200`)).body as ListBody).items;
      const seen: unknown[] = [];
      let address: string | null = `${addressOf(list)}?limit=1`;
      for (let pages = 0; address !== null && pages < 12; pages += 1) {
        const answer = await get(address);
        const { items, next } = answer.body as ListBody;
        expect(answer.headers['link']).toBe(next === null ? undefined : `<${next}>; rel="next"`);
        seen.push(...items);
        address = next;
      }
      expect([list.path, seen]).toEqual([list.path, whole.slice(0, 12)]);
    }
  }, 120_000);

  it('give each of their items by its name', async () => {
    for (const list of lists()) {
      if (list.id === null) continue;
      const { items } = (await get(`${addressOf(list)}?limit=2`)).body as ListBody;
      for (const item of items) {
        const answer = await get(`${addressOf(list)}/${encodeURIComponent(String(item[list.id] as string))}`);
        expect([list.path, answer.status, api.faultsOfAnswer('get', described(`${list.path}/:${idParamOf(list)}`), answer)]).toEqual([list.path, 200, []]);
        expect(answer.body).toHaveProperty('attribution.licence');
      }
      const none = await get(`${addressOf(list)}/no-such-thing`);
      expect([list.path, none.status, none.headers['content-type']]).toEqual([list.path, 404, 'application/problem+json; charset=utf-8']);
    }
  });

  it('have a file beside them whose columns and rows are as its metadata say', async () => {
    for (const list of lists()) {
      const address = `${addressOf(list)}.csv`;
      const [csv, metadata] = [await get(address), await get(`${address}-metadata.json`)];
      expect([address, csv.status, metadata.status]).toEqual([address, 200, 200]);
      expect([address, csvwFaultsOf(JSON.parse(metadata.text), { address, text: csv.text })]).toEqual([address, []]);
      expect([address, csv.headers['link']]).toEqual([address, `<${address}-metadata.json>; rel="describedby"; type="application/csvm+json"`]);
      const rows = parse(csv.text, { columns: true }) as object[];
      const { items, nextCursor } = (await get(`${addressOf(list)}?limit=200`)).body as ListBody;
      expect([address, nextCursor === null ? rows.length : rows.length > 200]).toEqual([address, nextCursor === null ? items.length : true]);
    }
  });

  it.each([
    ['limit=0', 'limit'], ['limit=201', 'limit'], ['limit=ten', 'limit'], ['limit=', 'limit'], ['limit=1&limit=2', 'limit'], ['limit[]=1', 'limit[]'], ['cursor=rubbish', 'cursor'],
    [`cursor=${cursorOf([{} as string])}`, 'cursor'], ['colour=red', 'colour'], ['__proto__=1', '__proto__'], ['constructor=1', 'constructor'],
  ])('refuse ?%s with 400 that names %s', async (query, field) => {
    for (const list of lists()) {
      const answer = await get(`${addressOf(list)}?${query}`);
      const body = JSON.parse(answer.text) as { status: number; reasons?: { field: string }[] };
      expect([list.path, answer.status, answer.headers['content-type'], body.reasons?.[0]?.field]).toEqual([list.path, 400, 'application/problem+json; charset=utf-8', field]);
      expect(api.faultsOfAnswer('get', described(list.path), answer)).toEqual([]);
    }
  });

  it('take every filter that they name, and refuse what it may not be', async () => {
    for (const list of lists()) {
      for (const { name, kind } of list.filters ?? []) {
        const value = kind === 'day' ? '2024-02-29' : kind === 'whole' ? '1' : kind === 'flag' ? 'true' : kind === 'text' ? 'x’y' : (kind[0] ?? '');
        expect([list.path, name, (await get(`${addressOf(list)}?${name}=${encodeURIComponent(value)}`)).status]).toEqual([list.path, name, 200]);
        if (kind !== 'text') expect([list.path, name, (await get(`${addressOf(list)}?${name}=2023-02-29`)).status]).toEqual([list.path, name, 400]);
      }
    }
  });

  it('need fewer than 15 statements each', async () => {
    for (const list of lists()) {
      const { items } = (await get(`${addressOf(list)}?limit=1`)).body as ListBody;
      const [item] = items;
      const addresses = [addressOf(list), ...(item && list.id !== null ? [`${addressOf(list)}/${encodeURIComponent(String(item[list.id] as string))}`] : [])];
      for (const address of addresses) expect([address, (await statementsOf(async () => get(address))).statements.length < 15]).toEqual([address, true]);
    }
  });
});
