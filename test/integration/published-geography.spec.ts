import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GeographyReport } from '#features/areas/geography-report.js';
import { emptyRegister, type GeographyRegister } from '../support/geography-register.js';

const PUBLISHED = path.resolve('../shared/data');
/** By `count-geography.py`, which shares no line with Waymark. */
const COUNTS = JSON.parse(readFileSync('test/integration/geography-counts.json', 'utf8')) as Record<string, number>;

const there = existsSync(path.join(PUBLISHED, 'geography'));
if (!there) console.log('published-geography.spec.ts: the published files were skipped, for there is no ../shared/data');
(there ? describe : describe.skip)('the published geography (../shared/data, skipped where it is absent)', () => {
  let register: GeographyRegister;
  let report: GeographyReport;
  const folder = (name: string): Record<string, string> =>
    Object.fromEntries(readdirSync(path.join(PUBLISHED, name)).sort().map((file) => [file, readFileSync(path.join(PUBLISHED, name, file), 'utf8')]));

  beforeAll(async () => {
    register = await emptyRegister();
    report = await register.load(folder('geography'));
  }, 60_000);
  afterAll(() => register.close());

  const count = async (sql: string): Promise<number> => Number(((await register.dataSource.query(`SELECT count(*) FROM ${sql}`)) as { count: string }[])[0]?.count);
  const codes = async (code: string): Promise<string[]> => (await register.areas.currentOf(code)).map((each) => each.code).sort();

  it('is read whole, as counted by a script of its own', async () => {
    expect(report.areas).toMatchObject({ read: COUNTS['areas'], added: COUNTS['areas'] });
    expect(await count(`area_parents WHERE hierarchy = 'small-areas'`)).toBe(COUNTS['parishesAndWards']);
    expect(await count(`area_parents WHERE hierarchy = 'itl' AND source = 'itl-lookup'`)).toBe(COUNTS['itlLinks']);
    expect(await count(`areas a WHERE successors <> '{}' AND NOT EXISTS (SELECT FROM area_successions s WHERE s.area_id = a.id)`)).toBe(0);
    const dead = await count(`area_successions s JOIN areas a ON a.id = s.area_id WHERE a.code !~ '^E(10|11|47)'`);
    expect(dead).toBe(COUNTS['deadCouncils']);
    expect(await count('areas WHERE valid_from > valid_to')).toBe(0);
  });

  it.each([
    ['Taunton Deane, by two steps', 'E07000190', ['E06000066']],
    ['Cumbria', 'E10000006', ['E06000063', 'E06000064']],
    ['Dorset with Christchurch', 'E10000009', ['E06000058', 'E06000059']],
    ['Buckinghamshire', 'E10000002', ['E06000060']],
    ['Northamptonshire', 'E10000021', ['E06000061', 'E06000062']],
    ['Barnsley', 'E08000016', ['E08000038']],
    ['the first combined authority of the North East', 'E47000005', ['E47000014']],
    ['Fife', 'S12000015', ['S12000047']],
    ['Leeds', 'E08000035', ['E08000035']],
  ])('says what %s is today', async (_, code, current) => expect(await codes(code)).toEqual(current));

  it.each([
    ['E10000009', null, '2019-03-31'],
    ['E06000059', '2019-04-01', null],
    ['E10000002', null, '2020-03-31'],
    ['E06000062', '2021-04-01', null],
    ['E07000246', '2019-04-01', '2023-03-31'],
    ['E06000065', '2023-04-01', null],
    ['E08000038', '2025-04-01', null],
    ['E08000019', null, '2025-03-31'],
    ['E06000048', null, '2013-03-31'],
    ['E47000010', '2018-11-02', '2024-05-06'],
    ['E47000014', '2024-05-07', null],
    ['S12000046', null, '2019-03-31'],
    ['E07000245', '2019-04-01', null],
  ])('knows the days of %s', async (code, validFrom, validTo) => expect(await register.areas.byCode(code)).toMatchObject({ validFrom, validTo }));

  it('resolves every contradiction, and names it', () => {
    expect(report.contradictions).toEqual([
      expect.stringMatching(/^E47000002: .*“Sheffield City Region”/),
      expect.stringMatching(/^E07000190/),
      expect.stringMatching(/^E07000191/),
      expect.stringMatching(/^E08000016/),
      expect.stringMatching(/^E08000019/),
      expect.stringMatching(/^E06000012/),
      expect.stringMatching(/^E06000013/),
      expect.stringMatching(/^ons_lad_lau1/),
    ]);
  });

  it('puts North East Lincolnshire in its region, and its combined authority in another by best fit', async () => {
    const parents = (await register.areas.parentsOf('E06000012')).map(({ hierarchy, code, bestFit }) => `${hierarchy} ${code}${bestFit ? ' best fit' : ''}`);
    expect(parents).toEqual(expect.arrayContaining(['administrative E12000003', 'combined-authority E47000017', 'combined-authority E12000004 best fit']));
    expect(parents).not.toContain('administrative E12000004');
  });

  it('has Northumberland in two combined authorities, one after the other', async () => {
    const own = (await register.areas.parentsOf('E06000057')).filter(({ hierarchy, step }) => hierarchy === 'combined-authority' && step === 1);
    expect(own.map(({ code, from, to }) => [code, from, to])).toEqual([['E47000014', '2024-05-07', null], ['E47000011', '2018-11-02', '2024-05-06']]);
  });

  it('loads neighbours and clusters, and changes nothing by all of it again', async () => {
    const likeness = await register.load(folder('neighbours'));
    expect([likeness.neighbours.added, likeness.classes.added]).toEqual([COUNTS['neighbours'], COUNTS['classes']]);
    const again = await register.load({ ...folder('geography'), ...folder('neighbours') });
    expect(again.changed).toBe(false);
    const { areas } = (await register.areas.neighboursOf('E06000001')) ?? { areas: [] };
    expect(areas.map(({ code }) => code).slice(0, 3)).toEqual(['E06000005', 'E07000089', 'E07000009']);
  }, 60_000);

  it('gives groups of areas everything that came after each, by id', async () => {
    const [cumbria, leeds] = await Promise.all([register.areas.byCode('E10000006'), register.areas.byCode('E08000035')]);
    const after = await register.areas.successorIds([cumbria?.id ?? 0, leeds?.id ?? 0]);
    const wanted = await Promise.all(['E06000063', 'E06000064'].map((code) => register.areas.byCode(code)));
    expect([...after]).toEqual([[cumbria?.id, wanted.map((each) => each?.id).sort((a = 0, b = 0) => a - b)]]);
  });
});
