import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VISITOR } from '#domain/access/permissions.js';
import { Area } from '#features/areas/area.entity.js';
import { AreasService } from '#features/areas/areas.service.js';
import { reportInLines } from '#features/areas/geography-report.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { emptyRegister, type GeographyRegister } from '../support/geography-register.js';

const LA_HEADER = 'LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE,UTLACD,UTLANM,CAUTHCD,CAUTHNM,RGNCD,RGNNM,CTRYCD,CTRYNM,EWCD,EWNM,GBCD,GBNM,UKCD,UKNM,Current,LAD20CD,LAD20NM';
const ENGLAND = 'E92000001,England,K04000001,England and Wales,K03000001,Great Britain,K02000001,United Kingdom';
const council = (code: string, name: string, active = code, activeName = name, region = 'E12000002,North West'): string =>
  `${code},${name},${active},${activeName},${active},${activeName},,,${region},${ENGLAND},${active === code ? 'TRUE' : 'FALSE'},${code},${name}`;
const LAS = [LA_HEADER, council('E07000026', 'Allerdale', 'E06000063', 'Cumberland'), council('E06000063', 'Cumberland'), council('E06000007', 'Warrington')].join('\r\n');
const TREE = {
  K02000001: { areacd: 'K02000001', areanm: 'United Kingdom', level: ['ctry'], parents: [], children: [] },
  E10000006: { areacd: 'E10000006', areanm: 'Cumbria', end: 2022, level: ['utla'], parents: [], children: ['E07000026'] },
  E07000026: { areacd: 'E07000026', areanm: 'Allerdale', end: 2022, level: ['ltla'], parents: ['E10000006'], children: [] },
  E06000063: { areacd: 'E06000063', areanm: 'Cumberland', start: 2023, level: ['utla', 'ltla'], parents: [], children: [] },
};

const reasonsOf = async (work: Promise<unknown>): Promise<string[]> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof ApplicationError) return error.reasons.map(({ message }) => message);
    throw error;
  }
  return [];
};

describe('an import of areas', () => {
  let register: GeographyRegister;

  beforeAll(async () => {
    register = await emptyRegister();
  });
  afterAll(() => register.close());

  const area = (code: string): Promise<Area | null> => register.areas.byCode(code);

  it('reads files by what they are, and settles one geography of them', async () => {
    const report = await register.load({ 'a.csv': `\uFEFF${LAS}`, 'b.json': TREE, 'map.json': { type: 'Topology', arcs: [] } });
    expect(report.files.map(({ kind, rows }) => [kind, rows])).toEqual([['list of codes', 3], ['areas with parents and children', 4], ['boundaries for maps: left alone', 0]]);
    expect(report.areas).toEqual({ read: 9, added: 9, updated: 0, unchanged: 0, removed: 0 });
    expect(await area('E10000006')).toMatchObject({ name: 'Cumbria', level: 'upper-tier', validTo: '2023-03-31', successors: ['E06000063'] });
    expect(await area('E07000026')).toMatchObject({ level: 'lower-tier', parentCode: 'E10000006', validTo: '2023-03-31', validToBy: 'years', successors: ['E06000063'] });
    expect(await area('E06000063')).toMatchObject({ level: 'unitary', country: 'England', parentCode: 'E12000002', validFrom: '2023-04-01', confirmed: true });
    expect((await register.areas.successorsOf(['E07000026'])).get('E07000026')).toMatchObject([{ code: 'E06000063', since: '2023-04-01', kind: 'merged', after: 'E07000026' }]);
    expect((await register.areas.childrenOf('E12000002', 'administrative', '2026-06-26')).map(({ code }) => code)).toEqual(['E06000063', 'E06000007']);
  });

  it('changes nothing by the same files again', async () => {
    const audits = () => register.dataSource.getRepository(AuditEntry).count();
    const before = await audits();
    const report = await register.load({ 'a.csv': LAS, 'b.json': TREE });
    expect([report.changed, report.areas.unchanged, await audits()]).toEqual([false, 9, before]);
    expect(reportInLines(report).at(-1)).toBe('Nothing was changed: all of it is known');
  });

  it('keeps validity years that a file without them, or an older one, does not know', async () => {
    const older = { ...TREE, E10000006: { ...TREE.E10000006, end: 2020 }, E07000026: { ...TREE.E07000026, end: undefined } };
    const report = await register.load({ 'older.json': older }, 2021);
    expect(await area('E10000006')).toMatchObject({ validTo: '2023-03-31', validToBy: 'known-change' });
    expect(await area('E07000026')).toMatchObject({ validTo: '2023-03-31' });
    expect(report.contradictions).toEqual(['E10000006: older.json entry E10000006 says that it ended on 2021-03-31, the register so far on 2023-03-31, which counts']);
  });

  it('lets a later edition correct an earlier one, and not the other way round', async () => {
    const listOf = (start: number) => ({ areacd: ['E06000007'], areanm: ['Warrington'], parentcd: [null], start: { '0': start }, end: {} });
    await register.load({ 'list.json': listOf(1998) }, 2024);
    await register.load({ 'list.json': listOf(1999) }, 2025);
    expect(await area('E06000007')).toMatchObject({ validFrom: '1999-04-01', validityEdition: 2025 });
    const { changed, contradictions } = await register.load({ 'list.json': listOf(1997) }, 2023);
    expect([changed, contradictions.length, (await area('E06000007'))?.validFrom]).toEqual([false, 1, '1999-04-01']);
  });

  it('reads repeated codes of a columnar list as pairs of area and parent, each in its own years', async () => {
    await register.load({
      'list.json': {
        areacd: ['E05000001', 'E06000063', 'E05000001'], areanm: ['Dalton ', 'Cumberland', 'Dalton'], parentcd: ['E07000026', null, 'E06000063'],
        start: { '2': 2023 }, end: { '0': 2022 },
      },
    });
    expect(await area('E05000001')).toMatchObject({ name: 'Dalton', level: 'other', validFrom: null, validTo: null });
    expect((await register.areas.parentsOf('E05000001')).filter(({ step }) => step === 1).map(({ code, from, to }) => [code, from, to])).toEqual([
      ['E06000063', '2023-04-01', null],
      ['E07000026', null, '2022-12-31'],
    ]);
  });

  it('lets our own register have the last word, and take it back', async () => {
    const line = (from: string): string => `code,name,level,country,parent,from,to,successors\nE06000007,Warrington,unitary,England,E12000002,${from},,\n`;
    const report = await register.load({ 'areas.csv': line('1974-04-01') });
    expect(await area('E06000007')).toMatchObject({ validFrom: '1974-04-01', validFromBy: 'register' });
    expect(report.contradictions).toHaveLength(1);
    await register.load({ 'areas.csv': line('') });
    expect((await area('E06000007'))?.validFrom).toBeNull();
  });

  it('follows a look-up that still names a code from before it was numbered anew, and marks a part as a best fit', async () => {
    const itl = 'ITL125CD,ITL125NM,ITL225CD,ITL225NM,ITL325CD,ITL325NM,LAU125CD,LAU125NM,LAD25CD,LAD25NM\n';
    const report = await register.load({
      'itl.csv': `${itl}TLE,Yorkshire and The Humber,TLE3,South Yorkshire,TLE33,Barnsley,E08000016,Barnsley,E08000016,Barnsley\nTLM,Scotland,TLM2,Highlands and Islands,TLM20,Highlands and Islands,S30000034,Arran and Cumbrae,S12000021,North Ayrshire\n`,
      'list.json': { areacd: ['E08000016', 'E08000038'], areanm: ['Barnsley', 'Barnsley'], parentcd: [null, null], start: { '1': 2025 }, end: { '0': 2024 } },
      'las.csv': [LA_HEADER, council('E08000016', 'Barnsley', 'E08000038', 'Barnsley', 'E12000003,Yorkshire and The Humber'), council('E08000038', 'Barnsley', undefined, undefined, 'E12000003,Yorkshire and The Humber')].join('\n'),
    });
    const itlOf = async (code: string) => (await register.areas.parentsOf(code)).filter(({ hierarchy }) => hierarchy === 'itl').map((parent) => [parent.code, parent.from, parent.to, parent.bestFit]);
    expect(await itlOf('E08000016')).toEqual([['TLE33', null, '2025-03-31', false], ['TLE3', null, '2025-03-31', false], ['TLE', null, '2025-03-31', false]]);
    expect((await itlOf('E08000038'))[0]).toEqual(['TLE33', '2025-04-01', null, true]);
    expect((await itlOf('S12000021'))[0]).toEqual(['TLM20', null, null, true]);
    expect(report.contradictions.map((line) => line.slice(0, 9))).toEqual(['E08000016', 'itl.csv l']);
  });

  it('keeps editions of neighbours beside one another, and clusters without a letter out', async () => {
    const before = await register.load({ 'demographic.csv': 'AREACD,1,2,3\nE06000063,E06000007,E08000016,\n', 'clusters.csv': 'AREACD,AREANM,Global,Economic,Demographic\nE06000063,Cumberland,[x],A,B\n' }, 2021);
    expect([before.neighbours.added, before.classes.added]).toEqual([2, 2]);
    const after = await register.load({ 'demographic.csv': 'AREACD,1,2\nE06000063,E08000038,E06000007\n' });
    expect(after.editions).toEqual(['demographic neighbours: no edition was given; taken as 2025, the first year of its newest code']);
    expect(await register.areas.neighboursOf('E06000063')).toMatchObject({ edition: '2025', areas: [{ rank: 1, code: 'E08000038' }, { rank: 2, code: 'E06000007' }] });
    expect(await register.areas.neighboursOf('E06000063', 'economic')).toBeUndefined();
    const corrected = await register.load({ 'demographic.csv': 'AREACD,1,2\nE06000063,E06000007,\n' }, 2021);
    expect([corrected.neighbours.removed, corrected.neighbours.added]).toEqual([1, 0]);
    expect(await register.areas.classOf('E06000063')).toEqual([
      { scheme: 'tier', class: 'Unitary authority', edition: 'code' },
      { scheme: 'ons-demographic', class: 'B', edition: '2021' },
      { scheme: 'ons-economic', class: 'A', edition: '2021' },
    ]);
  });

  it.each<[string, Record<string, string | object>, (string | RegExp)[]]>([
    ['an English council that a Scottish one came after', { 'las.csv': [LA_HEADER, council('E06000001', 'Hartlepool UA', 'S12000006', 'Dumfries and Galloway')].join('\n') },
      ['las.csv line 2: S12000006 cannot come after E06000001: they lie in different countries']],
    ['an English council in a Scottish nation', { 'u.csv': 'UTLACD,UTLANM,CAUTHCD,CAUTHNM,RGNCD,RGNNM,CTRYCD,CTRYNM,EWCD,EWNM,GBCD,GBNM,UKCD,UKNM\nE06000001,Hartlepool,,,,,S92000003,Scotland,,,,,K02000001,United Kingdom\n' },
      ['u.csv line 2: E06000001 cannot lie in S92000003: they are in different countries']],
    ['a code twice, and one that is none', { 'las.csv': [LA_HEADER, council('na', 'Aberdeen'), council('E06000007', 'Warrington'), council('E06000007', 'Warrington')].join('\n') },
      ['las.csv line 4: the code E06000007 is there twice (see las.csv line 3)', 'las.csv line 2: “na” is no area code']],
    ['a circle of successors', { 'areas.csv': 'code,name,level,country,parent,from,to,successors\nE07000801,A,lower-tier,England,,,,E07000802\nE07000802,B,lower-tier,England,,,,E07000801\n' },
      ['areas.csv, E07000801: E07000801 comes after itself by way of its successors']],
    ['a code that ends before it begins', { 'list.json': { areacd: ['E07000801'], areanm: ['A'], parentcd: [null], start: { '0': 2024 }, end: { '0': 2022 } } },
      ['list.json entry 1: E07000801 ends in 2022, before it begins in 2024']],
    ['a year that is none', { 'list.json': { areacd: ['E07000801'], areanm: ['A'], parentcd: [null], start: { '0': 'soon' }, end: {} } },
      ['list.json entry 1: the start year of E07000801 is “soon”, which is no year']],
    ['a parent that nobody knows', { 'list.json': { areacd: ['E05000009'], areanm: ['A'], parentcd: ['E07000899'], start: {}, end: {} } },
      ['list.json entry 1: E05000009 lies in E07000899, which is neither in these files nor in the register']],
    ['neighbours that nobody knows', { 'economic.csv': 'AREACD,1,2\nE06000063,E07000899,E07000898\nE06000007,E07000899,\n' },
      ['economic.csv line 2: the area E07000899 is not in the register: load the codes first (and 1 more times)', 'economic.csv line 2: the area E07000898 is not in the register: load the codes first']],
    ['a neighbour twice, the area itself, and a hole', { 'global.csv': 'AREACD,1,2,3,4\nE06000063,E06000007,,E06000007,E06000063\n' },
      ['global.csv line 2: neighbour 2 of E06000063 is “”, which is no area code', 'global.csv line 2: neighbour 3 of E06000063 is E06000007 again', 'global.csv line 2: neighbour 4 of E06000063 is the area itself']],
    ['a model that the name does not say', { 'n.csv': 'AREACD,1\nE06000063,E06000007\n' }, ['n.csv line 1: the name of a list of neighbours says its model: global, economic, demographic']],
    ['a layout that nobody knows', { 'LA_names_and_codes.csv': 'code,name,region,new code,new name\nE06000001,Hartlepool UA,North East,S12000006,Dumfries and Galloway\n' },
      ['LA_names_and_codes.csv line 1: no known layout of areas has the columns code, name, region, new code, new name']],
    ['a file that is cut off', { 'tree.json': '{"E06000001": {' }, [/^tree\.json line 1: the file is no JSON/]],
    ['a name with a comma and no quotes', { 'las.csv': `${LA_HEADER}\nE06000010,Kingston upon Hull, City of,x\n` }, [/^las\.csv line 2: /]],
  ])('refuses %s, and changes nothing', async (_, files, faults) => {
    const count = () => register.dataSource.getRepository(Area).count();
    const before = await count();
    const reasons = await reasonsOf(register.load({ ...files, 'good.csv': [LA_HEADER, council('E06000777', 'Good')].join('\n') }));
    expect(reasons).toEqual(faults.map((fault): unknown => (typeof fault === 'string' ? fault : expect.stringMatching(fault))));
    expect(await count()).toBe(before);
  });

  it('follows the note beside figures of a code that no register has named, until one does', async () => {
    await register.dataSource.query(`INSERT INTO areas (code, name, level, confirmed, successors) VALUES ('E10000999', 'Old', 'upper-tier', false, '{E06000063,E06000007}')`);
    const id = (await area('E10000999'))?.id ?? 0;
    expect((await register.areas.successorsOf(['E10000999'])).get('E10000999')?.map(({ code, kind }) => [code, kind])).toEqual([['E06000007', 'split'], ['E06000063', 'split']]);
    expect((await register.areas.successorIds([id])).get(id)).toHaveLength(2);
    const { successions } = await register.load({ 'a.csv': LAS });
    expect(successions.added).toBe(2);
    expect((await area('E10000999'))?.confirmed).toBe(false);
  });

  it('is for those who may load figures', async () => {
    const service = new AreasService(new UnitOfWork(register.dataSource, new Clock()));
    await expect(service.importGeography(VISITOR, { files: [] })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
