import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor, VISITOR } from '#domain/access/permissions.js';
import { Area } from '#features/areas/area.entity.js';
import { AreasService } from '#features/areas/areas.service.js';
import { Fund } from '#features/funding/fund.entity.js';
import { FundingAward } from '#features/funding/funding-award.entity.js';
import { FundingFile } from '#features/funding/funding-file.entity.js';
import { FundingImportService } from '#features/funding/funding-import.service.js';
import { FundingModule } from '#features/funding/funding.module.js';
import { fundingReportInLines, type FundingReport } from '#features/funding/funding-report.js';
import { type ApplicationError } from '#platform/errors/application-error.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const ACTOR = systemActor('command', 'import funding');
const DATA = path.resolve('../shared/data');
const shared = existsSync(DATA);
if (!shared) console.log(`funding-import.spec.ts: skipped the published files, for there is no ${path.relative('.', DATA)}`);
/** What count-funding.py, beside this file, has counted without a line of Waymark. */
const COUNTS = JSON.parse(readFileSync('test/integration/funding-counts.json', 'utf8')) as Record<'grants' | 'places' | 'joined', Record<string, number> & { byFund: Record<string, number> }>;

const GRANTS = 'Index Code,RDEL,CDEL,Total';
const PLACES = 'fund,place,local_authority_org';
const JOINED = 'fund,place,lead_council_as_published,gss_code,la_name,rdel_gbp,cdel_gbp,total_gbp';

const start = (): Promise<TestApplication> => startTestApplication({ modules: [WebModule, JobsModule, FundingModule] });
const area = (code: string, name: string, over: Partial<Area> = {}): Partial<Area> => ({ code, name, level: 'unitary', country: 'England', parentCode: null, confirmed: true, ...over });

describe('an import of awards', () => {
  let waymark: TestApplication;
  const load = (lines: string[], over: { fileName?: string; dryRun?: boolean; bytes?: Buffer } = {}): Promise<FundingReport> =>
    waymark.get(FundingImportService).importFile(ACTOR, { fileName: 'awards.csv', bytes: Buffer.from(lines.join('\n')), dryRun: false, ...over });
  const refusal = (lines: string[], over = {}): Promise<string[]> =>
    load(lines, over).then(
      () => [],
      (error: ApplicationError) => error.reasons.map(({ message }) => message),
    );
  const awards = (checksum: string): Promise<FundingAward[]> =>
    waymark.dataSource.getRepository(FundingAward).find({ where: { file: { checksum } }, relations: { fund: true, area: true }, order: { row: 'ASC' } });

  beforeAll(async () => {
    waymark = await start();
    await waymark.dataSource.getRepository(Area).save([
      area('E08000035', 'Leeds'),
      area('E08000016', 'Barnsley'),
      area('E08000038', 'Barnsley'),
      area('E06000064', 'Westmorland and Furness'),
      area('E06000066', 'Somerset'),
      area('E10000027', 'Somerset', { level: 'upper-tier', successors: ['E06000066'] }),
      area('E12000001', 'Kirklees', { level: 'region' }),
    ]);
  });
  afterAll(() => waymark.close());

  it('keeps money as published, and lists what does not add up', async () => {
    const report = await load([`\uFEFF${GRANTS}`, 'TD-BAR-02,400000,3866667,4266667', 'TD-GLA-01,126000,6185580,', 'TD-GOL-09,168793,0,0', 'TD-LOU-12,795000,-,845000', 'HS-BAR,0,0,"15,624,456"']);
    expect(report).toMatchObject({ layout: 'grants-by-project', rows: 5, byFund: { 'Town Deals': 4, FHSF: 1 }, matchedByCode: 0, matchedByName: 0, unmatched: [], alreadyLoaded: false });
    expect(fundingReportInLines(report).slice(6)).toEqual([
      '  TD-GLA-01 (row 3): there is no total; RDEL 126000, CDEL 6185580, total not given',
      '  TD-GOL-09 (row 4): the total is 0 and the parts are not; RDEL 168793, CDEL 0, total 0',
      '  TD-LOU-12 (row 5): one of the parts is missing; RDEL 795000, CDEL not given, total 845000',
      '  HS-BAR (row 6): the parts are 0 and the total is not; RDEL 0, CDEL 0, total 15624456',
    ]);
    expect((await awards(report.checksum)).map(({ row, code, fund, rdel, cdel, total, sumAsPublished }) => [row, code, fund.title, rdel, cdel, total, sumAsPublished])).toEqual([
      [2, 'TD-BAR-02', 'Town Deals', '400000', '3866667', '4266667', true],
      [3, 'TD-GLA-01', 'Town Deals', '126000', '6185580', null, false],
      [4, 'TD-GOL-09', 'Town Deals', '168793', '0', '0', false],
      [5, 'TD-LOU-12', 'Town Deals', '795000', null, '845000', false],
      [6, 'HS-BAR', 'Future High Streets Fund', '0', '0', '15624456', false],
    ]);
  });

  it('matches councils by code where the file has one, whatever the name says', async () => {
    const report = await load([JOINED, 'FHSF,Barnsley Town Centre,Barnsley Metropolitan Borough Council,E08000016,Barnsley,0,0,15624456', 'FHSF,Morley,Leeds Council,E08000099,Leeds,1,2,3', 'FHSF,Otley,Leeds Council,,Leeds,1,2,3']);
    expect(report).toMatchObject({ matchedByCode: 1, matchedByName: 1, unmatched: [{ council: 'Leeds Council (E08000099)', rows: [3], reason: 'its code is not in the register of areas' }] });
    expect((await awards(report.checksum)).map(({ place, area: found }) => [place, found?.code])).toEqual([['Barnsley Town Centre', 'E08000016'], ['Morley', undefined], ['Otley', 'E08000035']]);
  });

  it('matches a name alone where it is one living council’s, and guesses nothing', async () => {
    const report = await load([PLACES, 'Town Deals,Barrow,Westmorland & Furness Council ', 'Town Deals,Goldthorpe,Barnsley Metropolitan Borough Council', 'Town Deals,Glastonbury,Somerset Council', 'Town Deals,Dewsbury,Kirklees Council', 'FHSF,Barnsley,Barnsley Metropolitan Borough Council']);
    expect(report).toMatchObject({ matchedByName: 2, warnings: [] });
    expect(report.unmatched).toEqual([
      { council: 'Barnsley Metropolitan Borough Council', rows: [3, 6], reason: 'several councils have that name: E08000016, E08000038' },
      { council: 'Kirklees Council', rows: [5], reason: 'no council of that name is in the register of areas' },
    ]);
    expect((await awards(report.checksum)).map(({ place, council, area: found, total, sumAsPublished }) => [place, council, found?.code, total, sumAsPublished])).toEqual([
      ['Barrow', 'Westmorland & Furness Council', 'E06000064', null, null],
      ['Goldthorpe', 'Barnsley Metropolitan Borough Council', undefined, null, null],
      ['Glastonbury', 'Somerset Council', 'E06000066', null, null],
      ['Dewsbury', 'Kirklees Council', undefined, null, null],
      ['Barnsley', 'Barnsley Metropolitan Borough Council', undefined, null, null],
    ]);
  });

  it('names every fault with row, column and value, and loads nothing', async () => {
    const before = await waymark.dataSource.getRepository(FundingFile).count();
    expect(await refusal([GRANTS, 'TD-BAR-01,0,twelve,3', 'XX-BAR-01,0,0,0', ',0,0,0', 'TD-BAR-02,1,2', 'TD-BAR-03,0,-5,0', 'TD-BAR-03,0,5,5', ''])).toEqual([
      'row 2, CDEL, “twelve”: it is not an amount in pounds',
      'row 3, Index Code, “XX-BAR-01”: it is not a project code of a known fund (HS-… or TD-…)',
      'row 4, Index Code: it is empty',
      'row 5, “TD-BAR-02,1,2”: it has 3 cells where the header has 4',
      'row 6, CDEL, “-5”: it is not an amount in pounds',
      'row 7, Index Code, “TD-BAR-03”: it stands in row 6 already',
    ]);
    expect(await refusal([JOINED, 'FHSF,A,B Council,E0800001,B,0,0,0', 'FHSF,A,,,B,0,0,0'])).toEqual([
      'row 2, gss_code, “E0800001”: it is not an area code',
      'row 3, lead_council_as_published: it is empty',
      'row 3, place, “A”: it stands in row 2 already',
    ]);
    expect(await refusal(['a,b', '1,2'])).toEqual(['row 1, “a,b”: the header is of no file of awards that is known; figures by area load with import observations']);
    expect(await refusal([GRANTS])).toEqual(['row 1: there is no award in the file']);
    expect(await refusal([], { bytes: Buffer.from([0x61, 0xff]) })).toEqual(['row 1: the file is not text in UTF-8']);
    expect(await refusal([PLACES, 'FHSF,"A,B'])).toEqual([expect.stringMatching(/^row \d+: it cannot be read as CSV/)]);
    expect(await waymark.dataSource.getRepository(FundingFile).count()).toBe(before);
  });

  it('changes nothing in a dry run, and nothing for the same file again', async () => {
    const lines = [GRANTS, 'TD-BED-01,0,3000000,3000000'];
    expect(await load(lines, { dryRun: true })).toMatchObject({ dryRun: true, alreadyLoaded: false, rows: 1 });
    const { checksum } = await load(lines);
    expect(await load(lines)).toMatchObject({ alreadyLoaded: true });
    expect(await awards(checksum)).toHaveLength(1);
    expect(await waymark.dataSource.getRepository(Fund).count()).toBe(2);
  });

  it('is told in lines: counts, councils not found, money that does not add up', async () => {
    const bytes = [JOINED, 'FHSF,Ayton,Ayton Council,,Ayton,1,2,4', 'Town Deals,Morley,Leeds Council,,Leeds,1,2,3'];
    expect(fundingReportInLines(await load(bytes, { dryRun: true })).slice(1)).toEqual([
      'awards            2: FHSF 1, Town Deals 1',
      'councils by code  0',
      'councils by name  1',
      'not matched       1',
      '  Ayton Council (row 2): no council of that name is in the register of areas',
      'warnings          1',
      '  FHSF, Ayton (row 2): the total is not the sum of the parts; RDEL 1, CDEL 2, total 4',
      'A dry run: nothing was changed',
    ]);
  });

  it('is a statistician’s to do, and is kept', async () => {
    await expect(waymark.get(FundingImportService).importFile(VISITOR, { fileName: 'x', bytes: Buffer.from(''), dryRun: true })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(waymark.dataSource.query('DELETE FROM funding_awards')).rejects.toThrow(/permission denied/);
    const [entry]: { actor: string; facts: object }[] = await waymark.dataSource.query(`SELECT actor, facts FROM audit_entries WHERE event = 'FUNDING_IMPORTED' ORDER BY position LIMIT 1`);
    expect(entry).toMatchObject({ actor: 'command:import funding', facts: { rows: 5, warnings: 4, layout: 'grants-by-project' } });
  });
});

if (!shared) console.log('funding-import.spec.ts: the published files were skipped, for there is no ../shared/data');
(shared ? describe : describe.skip)('the published files of the Towns Fund', () => {
  let waymark: TestApplication;
  const load = (file: string): Promise<FundingReport> =>
    waymark.get(FundingImportService).importFile(ACTOR, { fileName: path.basename(file), bytes: readFileSync(path.join(DATA, file)), dryRun: false });
  const kinds = ({ warnings }: FundingReport): Record<string, number> => Object.fromEntries(
    [['noTotal', 'no-total'], ['totalZero', 'total-zero-with-parts'], ['partsZero', 'parts-zero-with-total'], ['differs', 'total-differs']].map(
      ([name = '', kind]) => [name, warnings.filter(({ warning }) => warning === kind).length],
    ),
  );
  const sums = async ({ checksum }: FundingReport): Promise<{ total: number; addsUp: number }> => {
    const [row]: { total: string; adds_up: string }[] = await waymark.dataSource.query(
      `SELECT sum(total) AS total, count(*) FILTER (WHERE sum_as_published) AS adds_up FROM funding_awards a JOIN funding_files f ON f.id = a.file_id WHERE f.checksum = $1`,
      [checksum],
    );
    return { total: Number(row?.total), addsUp: Number(row?.adds_up) };
  };

  beforeAll(async () => {
    waymark = await start();
    const folder = path.join(DATA, 'geography');
    const files = readdirSync(folder).filter((name) => name !== 'topo.json').map((fileName) => ({ fileName, text: readFileSync(path.join(folder, fileName), 'utf8') }));
    await waymark.get(AreasService).importGeography(systemActor('command', 'import areas'), { files });
  }, 60_000);
  afterAll(() => waymark.close());

  it.each([['grants', 'funding/towns_fund_grant_awarded.csv'], ['joined', 'derived/towns_fund_by_place_and_la.csv']] as const)('%s: rows, money and what does not add up', async (name, file) => {
    const report = await load(file);
    const { rows, byFund, total, addsUp, noTotal, totalZero, partsZero, differs } = COUNTS[name];
    expect([report.rows, report.byFund]).toEqual([rows, byFund]);
    expect(kinds(report)).toEqual({ noTotal, totalZero, partsZero, differs });
    expect(report.warnings).toHaveLength(Number(rows) - Number(addsUp));
    expect([report.matchedByCode, report.matchedByName, report.unmatched]).toEqual([name === 'joined' ? rows : 0, 0, []]);
    expect(await sums(report)).toEqual({ total, addsUp });
  });

  it('places: every council is found by its name', async () => {
    const report = await load('funding/towns_fund_place_to_la.csv');
    expect([report.rows, report.byFund, report.warnings]).toEqual([COUNTS.places['rows'], COUNTS.places.byFund, []]);
    expect([report.matchedByName, report.unmatched]).toEqual([report.rows, []]);
    // the joined file has the code of every place: where a name was matched, it was matched to that council or its successor
    const differing: { place: string; by_name: string; by_code: string }[] = await waymark.dataSource.query(
      `SELECT n.place, byname.code AS by_name, bycode.code AS by_code
         FROM funding_awards n JOIN funding_files nf ON nf.id = n.file_id AND nf.layout = 'places-by-council-name' JOIN areas byname ON byname.id = n.area_id
         JOIN funding_awards c ON c.fund_id = n.fund_id AND c.place = n.place
         JOIN funding_files cf ON cf.id = c.file_id AND cf.layout = 'grants-by-place-and-council' JOIN areas bycode ON bycode.id = c.area_id
        WHERE byname.code <> bycode.code AND NOT byname.code = ANY (bycode.successors)`,
    );
    expect(differing).toEqual([]);
  });
});
