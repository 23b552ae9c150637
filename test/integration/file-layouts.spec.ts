import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportDesk, metricOf, ONS, SIXTEEN, type StoredRow } from '../support/import-desk.js';

/** The first suite of a run also makes the template that all copy. */
const FIRST_START_MS = 60_000;

const FOURTEEN =
  'AREACD,AREANM,Geography,Variable Name,Indicator,Period,Observation,Measure,Unit,Lower Confidence Interval (95%),Upper Confidence Interval (95%),Observation Status,Polarity,Notes';
const HEALTH = 'indicator,areacd,areanm,geography,observation,unit,measure,period,lower_confidence_interval_95,upper_confidence_interval_95,observation_status';
const DWELLINGS = 'ons_code,local_authority,number_dwellings,number_non_decent,percent_non_decent';

describe('reading files of every layout', () => {
  let desk: ImportDesk;

  beforeAll(async () => {
    desk = await ImportDesk.open([metricOf('smokers'), metricOf('owner-homes'), metricOf('owner-share'), metricOf('snapshots', { yearKind: 'snapshot', snapshotMonth: 9 }), metricOf('engagement', { roundingUnit: 1 })]);
  }, FIRST_START_MS);
  afterAll(() => desk.close());

  // the numbers are those of the list of traps that goes with the published files; each row is of such a file
  describe('trap by trap', () => {
    it.each<[string, string, string, Partial<StoredRow>]>([
      ['1 a blank with a status', ONS, 'E23000034,"London, City of",Police Force Area,Homicide Offences,2021-04-01/P3Y,,Homicide Offences (rate per million population),"Rate per 1,000,000 population",,,u,', { value: null, status: 'u', period: '2021-04-01+36' }],
      ['2 na with its reason in words', SIXTEEN, 'E09000001,City of London,Local Authority District,Employment rate,Employment rate,Mission 1,"Boosting productivity, pay",01/2010 - 12/2010,na,Percentage,%,na,na,Suppressed due to low reliability,1,', { value: null, lower: null, status: 'u', note: 'Suppressed due to low reliability', period: '2010-01-01+12' }],
      ['2 na in the interval of a good value', SIXTEEN, 'E06000047,County Durham,County or Unitary Authority,4G coverage provided by at least one mobile network provider,4G coverage,Mission 4,"Boosting productivity, pay",2022,99.97,Percentage,%,na,na,,1,', { value: 99.97, lower: null, upper: null, status: null, period: '2022-09-01+0' }],
      ['4 a value whose interval is withheld', ONS, 'E09000001,City of London,Local Authority District,Employment rate,2018-01-01/P1Y,76.0,Percentage,%,,,,Estimate unreliable since the sample is small (3-9)', { value: 76, lower: null, note: 'Estimate unreliable since the sample is small (3-9)' }],
      ['5 a year that did not exist', SIXTEEN, 'E92000001,England,Nation,x,Pupils meeting the expected standard in reading, writing and maths at the end of key stage 2,Mission 5,Spreading opportunity,201920,na,Percentage,%,na,na,,1,'.replace('Pupils meeting the expected standard in reading, writing and maths at the end of key stage 2', '"Pupils meeting the expected standard in reading, writing and maths at the end of key stage 2"'), { metric: 'pupils-at-expected-standard', value: null, status: 'x', period: '2019-09-01+12' }],
      ['6 a dead code with its note', ONS, 'E10000006,Cumbria,County or Unitary Authority,Anxiety,2019-04-01/P1Y,2.5,"Mean (Where 0 is \'not at all anxious\' and 10 is \'completely anxious\')",Score out of 10,2.3,2.7,,Obsolete code since 2023 (replaced by E06000063 Cumberland and E06000064 Westmorland and Furness)', { area: 'E10000006', value: 2.5 }],
      ['7 a new code in an old year', ONS, 'E06000063,Cumberland,County or Unitary Authority,Gross median weekly pay,2013-04-17,,Pounds,£,,,x,', { value: null, status: 'x', period: '2013-04-01+0' }],
      ['9 a name that ends in a blank', SIXTEEN, 'E12000002,North West ,Region,,Gross median weekly pay,Mission 1,x,2022,550,Pounds,£,na,na,,1,', { area: 'E12000002', period: '2022-04-01+0' }],
      ['10 joined areas', ONS, 'E67000002,"Isles of Scilly, Cornwall",Other,Employment rate,2018-01-01/P1Y,70,Percentage,%,,,,Value for Cornwall and Isles of Scilly combined', { area: 'E67000002', value: 70 }],
      ['11 ITL codes beside GSS codes', ONS, 'TLC,North East,ITL Level 1,Gross value added per hour worked,2023-01-01/P1Y,35.1,Pounds,£,,,,', { area: 'TLC' }],
      ['13 three years in six digits', SIXTEEN, 'K04000001,England and Wales,Country,,Homicide Offences,Mission 11,x,201922,10.839712197423326,Homicide Offences (rate per million population),"Rate per 1,000,000 population",,,,-1,', { period: '2019-04-01+36', value: 10.839712197423326 }],
      ['14 overlapping windows', HEALTH, 'Male healthy life expectancy,E09000033,Westminster,Local Authority District,66.33,yrs,Years,2018-20,62.07,70.58,', { period: '2018-01-01+36', value: 66.33, lower: 62.07, upper: 70.58 }],
      ['15 a further-education year', SIXTEEN.replace(',Value,', ',Observation,'), 'E92000001,England,Nation,x,Aged 19 years and over further education and skills learner achievements,Mission 6,x,2016-08-01T00:00:00/P1Y,1172980,Achievements gained,Number,,,,1,', { metric: 'fe-achievements-count', period: '2016-08-01+12', value: 1_172_980 }],
      ['16 a survey of the month', FOURTEEN, 'K02000001,United Kingdom,Country,Gross median weekly pay,Gross median weekly pay,2002-04,324.8,Pounds,£,323.526784,326.073216,,1,', { period: '2002-04-01+0', value: 324.8 }],
      ['17 a financial year of two names', SIXTEEN, 'K02000001,United Kingdom,Country,,Public-funded expenditure on research and development,Mission 2,x,2020-2021,13447,Pounds,£ million,,,,1,', { period: '2020-04-01+12', value: 13_447 }],
      ['24 pounds and thousands', ONS, 'E92000001,England,Nation,Gross median weekly pay,2024-04-17,"£1,479.10",Pounds,£,"1,470","1,488",,', { value: 1479.1, lower: 1470, upper: 1488 }],
      ['26 noise of floating point', ONS, 'E92000001,England,Nation,Employment rate,2017-01-01/P1Y,54.49633000000001,Percentage,%,54.4,54.6,,', { value: 54.49633000000001 }],
      ['34 commas in names', ONS, 'E06000010,"Kingston upon Hull, City of",County or Unitary Authority,Employment rate,2016-01-01/P1Y,66,Percentage,%,,,,', { area: 'E06000010', value: 66 }],
    ])('%s', async (_, header, row, read) => {
      const report = await desk.load(`\uFEFF${header}\r\n${row}\r\n`);
      expect(report).toMatchObject({ rowsRead: 1, rowsRejected: 0 });
      expect(await desk.stored(report)).toMatchObject([read]);
    });

    it.each<[string, string, string, Record<string, unknown>]>([
      // trap 3
      ['an area without a code', ONS, 'na,Aberdeen City Region,Combined Authority or City Region,Employment rate,2015-01-01/P1Y,26942,Percentage,%,,,,', { column: 'areacd', value: 'na', reason: 'is no area code' }],
      ['a calendar year of two names', ONS, 'E92000001,England,Nation,Employment rate,2021-22,70,Percentage,%,,,,', { column: 'period', value: '2021-22' }],
      ['a bare financial year', SIXTEEN, 'K02000001,United Kingdom,Country,,Public-funded expenditure on research and development,Mission 2,x,2021,13447,Pounds,£ million,,,,1,', { column: 'Period', value: '2021' }],
      ['commas that are none of thousands', ONS, 'E92000001,England,Nation,Employment rate,2014-01-01/P1Y,"1,23",Percentage,%,,,,', { column: 'observation', reason: 'is no number' }],
    ])('rejects %s', async (_, header, row, fault) => {
      const refused = await desk.refusal(`${header}\n${row}\n`);
      expect(refused.report.rejected).toMatchObject([{ row: 2, ...fault }]);
    });

    it('21, 28 and 29: warns of what may be right, and drops nothing', async () => {
      const report = await desk.load(`${ONS}\nE92000001,England,Nation,engagement,2015-01-01/P1Y,89,Percentage,%,88,88,,\nE92000001,England,Nation,engagement,2016-01-01/P1Y,91,Percentage,%,88,89,,\nE92000001,England,Nation,engagement,2027-01-01/P1Y,90,Percentage,%,,,,\n`);
      expect(report).toMatchObject({
        rowsWithValue: 3,
        warningCount: 2,
        // 89 beside 88 is rounding of both; 91 above 89 is not
        warnings: [
          { kind: 'outside-interval', row: 3, text: 'engagement of E92000001, 2016-01-01/P1Y: 91 lies outside its own interval, 88 to 89' },
          { kind: 'future-period', row: 4 },
        ],
      });
      expect(await desk.stored(report)).toHaveLength(3);
    });

    it('16: warns of a file that mixes bare years and dates', async () => {
      const row = (period: string): string => `E92000001,England,Nation,,snapshots,,,${period},50,Percentage,%,na,na,,1,`;
      const report = await desk.load(`${SIXTEEN}\n${row('2008')}\n${row('2009')}\n${row('2025-04-30')}\n`);
      expect(report.warnings).toEqual([{ kind: 'mixed-periods', row: 0, text: 'snapshots has periods in 2 spellings: “2008”, “2025-04-30”', metricId: expect.any(Number) }]);
      expect((await desk.stored(report)).map(({ period }) => period)).toEqual(['2008-09-01+0', '2009-09-01+0', '2025-04-01+0']);
      // and the same month twice is a cell twice
      const refused = await desk.refusal(`${SIXTEEN}\n${row('2008')}\n${row('2008-09-30')}\n`);
      expect(refused.report.rejected).toMatchObject([{ row: 3, reason: 'snapshots of E92000001 is there for this period already' }]);
    });

    it('23 and 24: a wide table with thousands separators, each column a metric', async () => {
      const report = await desk.load(`\uFEFF${DWELLINGS}\r\nE08000025,Birmingham,"432,084","75,858",17.6\r\nE06000014,York,"87,869",..,18.2\r\n`);
      expect(report).toMatchObject({ rowsRead: 2, rowsWithValue: 2, rowsMissing: 0, figures: 6, rowsByMetric: { 'occupied-dwellings': 2, 'non-decent-dwellings': 2, 'non-decent-homes-share': 2 } });
      expect((await desk.stored(report)).map(({ metric, area, value, status }) => [metric, area, value, status])).toEqual([
        ['non-decent-dwellings', 'E06000014', null, 'x'],
        ['non-decent-dwellings', 'E08000025', 75_858, null],
        ['non-decent-homes-share', 'E06000014', 18.2, null],
        ['non-decent-homes-share', 'E08000025', 17.6, null],
        ['occupied-dwellings', 'E06000014', 87_869, null],
        ['occupied-dwellings', 'E08000025', 432_084, null],
      ]);
      // one bad cell rejects its row whole
      const refused = await desk.refusal(`${DWELLINGS}\nE08000025,Birmingham,"432,084","75,858",lots\n`);
      expect(refused.report).toMatchObject({ rowsRead: 1, figures: 0, rejected: [{ row: 2, column: 'percent_non_decent', value: 'lots' }] });
    });

    const BY_TENURE = 'ONS Code,Local Authority,Owner occupied,Private rented,Owner occupied,Private rented';
    const tenure = (columns: string): string =>
      `name: by-tenure\ntitle: Two groups of columns with one set of names\narea: { code: ONS Code, name: Local Authority }\nthousands: true\nfigures:\n${columns}`;
    it.each([
      ['by name and occurrence', tenure('  - { value: "Owner occupied#1", metric: owner-homes }\n  - { value: "Owner occupied#2", metric: owner-share }\nignore: ["Private rented#1", "Private rented#2"]\n')],
      ['by position', tenure('  - { value: 3, metric: owner-homes }\n  - { value: { column: 5 }, metric: owner-share }\nignore: [4, 6]\n')],
    ])('25: columns of one name, told apart %s', async (how, layoutText) => {
      const period = how === 'by position' ? '2021-01-01/P1Y' : '2020-01-01/P1Y';
      const share = how === 'by position' ? 20 : 21;
      const report = await desk.load(`${BY_TENURE}\nE08000025,Birmingham,"2,000",500,${share},25\n`, { layoutText, period });
      expect((await desk.stored(report)).map(({ metric, value }) => [metric, value])).toEqual([['owner-homes', 2000], ['owner-share', share]]);
    });

    it('25: columns of one name are refused where nobody tells them apart', async () => {
      const layoutText = tenure('  - { value: Owner occupied, metric: owner-homes }\n') + 'otherColumns: ignore\n';
      const refused = await desk.refusal(`${BY_TENURE}\nE08000025,Birmingham,1,1,1,1\n`, { layoutText, period: '2020' });
      expect(refused.report.rejected).toMatchObject([{ row: 1, value: 'owner occupied', reason: expect.stringMatching(/^the column owner occupied is there twice/) }]);
    });

    it('30: a sum with a part that is missing is missing', async () => {
      const header = 'fund,place,lead_council_as_published,gss_code,la_name,rdel_gbp,cdel_gbp,total_gbp';
      const report = await desk.load(`${header}\nTD,A,B,E08000016,Barnsley,126000,6185580,\nTD,C,B,E08000016,Barnsley,0,0,15624456\n`);
      expect(report).toMatchObject({ rowsRead: 2, rowsWithValue: 2, figures: 3 });
      expect((await desk.stored(report)).map(({ metric, value, status, note }) => [metric, value, status, note])).toEqual([
        ['towns-fund-capital', 6_185_580, null, 'Sum of 2 rows'],
        ['towns-fund-revenue', 126_000, null, 'Sum of 2 rows'],
        ['towns-fund-total', null, 'x', '1 of 2 amounts not published'],
      ]);
    });

    it('refuses a row whose sum, or whose figure, no number can hold', async () => {
      const header = 'fund,place,lead_council_as_published,gss_code,la_name,rdel_gbp,cdel_gbp,total_gbp';
      const file = `${header}\nTD,A,B,E08000016,Barnsley,1,1.5e308,3\nTD,C,B,E08000016,Barnsley,2,1.5e308,3\n`;
      const refused = await desk.refusal(file);
      expect(refused.report.rejected).toMatchObject([{ row: 3, column: 'cdel_gbp', value: '1.5e308', reason: expect.stringMatching(/is too large a number$/) }]);
      const report = await desk.load(file, { acceptRejects: true });
      expect((await desk.stored(report)).map(({ value }) => value)).toEqual([1.5e308, 1, 3]);
      const thousands = `${DWELLINGS}\nE08000025,Birmingham,"1${',000'.repeat(103)}",1,1\n`;
      expect((await desk.refusal(thousands)).report.rejected).toMatchObject([{ row: 2, column: 'number_dwellings', reason: 'is no number' }]);
    });

    it('suggests the nearest name for the first fifty only', async () => {
      const layoutText = 'name: by-name\ntitle: A table by name\narea: { name: Name }\nfigures: [{ value: Figure, metric: smokers }]\n';
      const names = Array.from({ length: 60 }, (_, at) => `Birmingham${at + 10}`);
      const { report } = await desk.refusal(`Name,Figure\n${names.map((name) => `${name},1\n`).join('')}`, { layoutText, period: '2019' });
      expect(report.rejected.map(({ reason }) => reason.includes('did you mean “Birmingham”'))).toEqual(names.map((_, at) => at < 50));
      const indicators = names.map((_, at) => `E92000001,England,Nation,Employment rate${at + 10},2019-01-01/P1Y,50,Percentage,%,,,,\n`);
      const other = await desk.refusal(`${ONS}\n${indicators.join('')}`);
      expect(other.report.unknownIndicators.map(({ closest }) => closest)).toEqual(names.map((_, at) => (at < 50 ? 'Employment rate' : undefined)));
    });

    it('31: Latin-1 where the layout says so, and only there', async () => {
      const layout = 'name: windows\ntitle: A table from an office\narea: { code: Code, name: Name }\nfigures: [{ value: Figure, metric: smokers }]\n';
      const file = Buffer.from('Code,Name,Figure\nW06000998,Ynys M\u00f4n \u0093,12\n', 'latin1');
      const refused = await desk.refusal(file, { layoutText: layout, period: '2019' });
      expect(refused.report.rejected).toMatchObject([{ row: 2, reason: 'the file is not in UTF-8' }]);
      const report = await desk.load(file, { layoutText: `${layout}encoding: latin1\n`, period: '2019' });
      expect(report.unconfirmedAreas).toEqual([{ code: 'W06000998', name: 'Ynys Môn “', level: 'unitary' }]);
    });

    it('32: lines above the header, two widths of interval, blank columns behind', async () => {
      const sheet = [
        'Indicator:,smokers,,,,,,,', 'Date: ,2021 Provisional,,,,,,,', 'Coverage:,England,,,,,,,', 'Geography:,"Local Authority Districts, 2019",,,,,,,', ',,,,,,,,',
        'AREACD,AREANM,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,,',
        'E06000001,Hartlepool,18.2,16.1,20.3,15,22,,', 'E06000002,Middlesbrough,[c],,,,,,', ',,,,,,,,', 'Source: nobody,,,,,,,,',
      ].join('\r\n');
      const report = await desk.load(sheet);
      expect(report).toMatchObject({ rowsRead: 2, rowsWithValue: 1, rowsMissing: 1, layout: { name: 'ons-sheet' } });
      expect(await desk.stored(report)).toMatchObject([
        { area: 'E06000001', period: '2021-01-01+12', value: 18.2, lower: 16.1, upper: 20.3, status: 'p' },
        { area: 'E06000002', period: '2021-01-01+12', value: null, status: 'c' },
      ]);
    });

    it('35: areas by country and name only where one area can be meant', async () => {
      const header = 'Country,Name,Priority category,';
      await desk.load(`${ONS}\nE07000027,Barrow-in-Furness,Local Authority District,Employment rate,2011-01-01/P1Y,70,Percentage,%,,,,\nE07000998,Twinton,Local Authority District,Employment rate,2011-01-01/P1Y,70,Percentage,%,,,,\nE06000997,Twinton,County or Unitary Authority,Employment rate,2011-01-01/P1Y,70,Percentage,%,,,,\n`);
      const report = await desk.load(`${header}\nEngland,Barrow-in-Furness Borough Council,1,\nEngland,Kingston upon Hull,2\n`);
      expect((await desk.stored(report)).map(({ area, value }) => [area, value])).toEqual([['E06000010', 2], ['E07000027', 1]]);
      const refused = await desk.refusal(`${header}\nEngland,Twinton,1,\nWales,Barrow-in-Furness,1,\nEngland,Barow-in-Furness,3\n`);
      expect(refused.report.rejected.map(({ row, reason }) => [row, reason])).toEqual([
        [2, 'is the name of several areas: E07000998, E06000997'],
        [3, expect.stringMatching(/^is the name of no such area in the register/)],
        [4, 'is the name of no such area in the register; did you mean “Barrow-in-Furness”?'],
      ]);
    });
  });
});
