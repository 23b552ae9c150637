import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { systemActor, VISITOR } from '#domain/access/permissions.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { RefusedFile } from '#features/observations/refused-file.js';
import { type TestApplication } from '../support/application.js';
import { HEADER, ObservationsDesk, ROW } from '../support/observations-desk.js';

const ACTOR = systemActor('command', 'test');
/** The first suite of a run also makes the template that all copy. */
const FIRST_START_MS = 60_000;

describe('importing observations of a broken file', () => {
  let desk: ObservationsDesk;
  let waymark: TestApplication;
  let importer: ObservationsImportService;
  let folder: string;

  beforeAll(async () => {
    desk = await ObservationsDesk.open();
    ({ waymark, importer, folder } = desk);
  }, FIRST_START_MS);
  afterAll(() => desk?.close());
  beforeEach(() => waymark.clock.advance(1000));

  const importText: ObservationsDesk['importText'] = (...given) => desk.importText(...given);
  const importRows: ObservationsDesk['importRows'] = (...given) => desk.importRows(...given);
  const counts: ObservationsDesk['counts'] = () => desk.counts();
  const refusal = async (importing: Promise<unknown>): Promise<RefusedFile> => {
    const error: unknown = await importing.then(() => undefined, (thrown: unknown) => thrown);
    if (error instanceof RefusedFile) return error;
    throw error ?? new Error('nothing was refused');
  };

  const cell = (column: string, value: string): string => {
    const cells = ROW.split(',');
    cells[HEADER.split(',').indexOf(column)] = value;
    return cells.join(',');
  };

  it.each<[string, string | Buffer, Record<string, unknown>[]]>([
    ['an empty file', '', [{ row: 1, column: '', reason: 'the file is empty' }]],
    ['a BOM alone', '\uFEFF', [{ row: 1, column: '', reason: 'the file is empty' }]],
    ['no table', '<html><body>Not found</body></html>', [{ row: 1, reason: expect.stringMatching(/^this is no table of figures/) }]],
    ['a header only', `${HEADER}\n\n`, [{ row: 1, reason: 'the file has a header and no figures' }]],
    ['a column missing', `${HEADER.replace(',status', '')}\n`, [{ row: 1, reason: expect.stringMatching(/^the column status is missing\. Found: areacd, .*The nearest layout is ons-current .*read-a-new-layout/) }]],
    ['an earlier layout', 'AREACD,AREANM,Geography,Indicator,Category,Period,Value,Measure,Unit\n', [{ row: 1, reason: expect.stringMatching(/Observation Status.* are missing\. .*The nearest layout is ons-16-columns-value/) }]],
    ['a column more', `${HEADER},polarity\n${ROW},1\n`, [{ row: 1, value: 'polarity' }]],
    ['a column twice', `${HEADER},status\n${ROW},\n`, [{ row: 1, value: 'status', reason: expect.stringMatching(/^the column status is there twice/) }]],
    ['a cell too many', `${HEADER}\n${ROW}\nE06000010,Kingston upon Hull, City of,Nation,Employment rate,2023-01-01/P1Y,75.5,Percentage,%,,,,\n`, [{ row: 3, column: '', reason: 'the row has 13 cells where the header has 12' }]],
    ['a file cut off', `${HEADER}\n${ROW}\nE92000001,England,Nation,Employ`, [{ row: 3, column: '', reason: 'the row has 4 cells where the header has 12' }]],
    ['a quote that is not closed', `${HEADER}\n${ROW}\nE92000001,"England,Nation\n${ROW}\n`, [{ row: 3, reason: 'a quote is opened and never closed' }]],
    ['a quote where none may stand', `${HEADER}\n${ROW}\n${cell('areanm', 'En"gl"and')}\n`, [{ row: 3, reason: expect.stringMatching(/^a quote stands where none may stand/) }]],
    ['words for a number', `${HEADER}\n${ROW}\n${cell('observation', 'nil')}\n`, [{ row: 3, column: 'observation', value: 'nil', reason: 'is no number' }]],
    ['commas that are none of thousands', `${HEADER}\n${cell('observation', '"1,23"')}\n`, [{ row: 2, column: 'observation', value: '1,23', reason: 'is no number' }]],
    ['an interval in words', `${HEADER}\n${cell('lci_95', 'wide')}\n${cell('uci_95', '1e999')}\n`, [{ row: 2, column: 'lci_95', value: 'wide' }, { row: 3, column: 'uci_95', value: '1e999' }]],
    ['an interval upside down', `${HEADER}\n${cell('lci_95', '76')}\n`, [{ row: 2, column: 'lci_95', value: '76', reason: 'the lower limit is above the upper one, 75.9' }]],
    ['no area code', `${HEADER}\n${cell('areacd', 'na')}\n`, [{ row: 2, column: 'areacd', value: 'na', reason: 'is no area code' }]],
    ['an unknown area without a name', `${HEADER}\n${ROW.replace('E92000001,England', 'E07000997,')}\n`, [{ row: 2, column: 'areacd', value: 'E07000997' }]],
    ['a period of two meanings', `${HEADER}\n${cell('period', '2021-22')}\n`, [{ row: 2, column: 'period', value: '2021-22', reason: 'is no period that can be read in one way' }]],
    ['another unit', `${HEADER}\n${cell('unit', '£')}\n`, [{ row: 2, column: 'unit', value: '£', reason: 'employment-rate is in “%” by the catalogue' }]],
    ['another measure', `${HEADER}\n${cell('measure', 'Pounds')}\n`, [{ row: 2, column: 'measure', value: 'Pounds', reason: 'the measure of employment-rate is “Percentage” by the catalogue' }]],
    ['a cell twice', `${HEADER}\n${ROW}\n${cell('period', '2023-01-01T00:00:00/P12M')}\n`, [{ row: 3, column: 'period', value: '2023-01-01T00:00:00/P12M', reason: 'Employment rate of E92000001 is there for this period already' }]],
    ['a blank indicator', `${HEADER}\n${cell('indicator', '')}\n`, [{ row: 2, column: 'indicator', reason: 'is blank' }]],
    ['Latin-1', Buffer.from(`${HEADER}\n${ROW}\n${cell('areanm', 'Ynys M\u00f4n')}\n`, 'latin1'), [{ row: 3, reason: 'the file is not in UTF-8' }]],
    ['UTF-16', Buffer.from(`\uFEFF${HEADER}\n${ROW}\n`, 'utf16le'), [{ row: 1, reason: 'the file is not text: it holds zero bytes' }]],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]), [{ row: 1, reason: 'the file is not text: it holds zero bytes' }]],
    ['several faults at once', `${HEADER}\n${cell('observation', 'nil')}\n${ROW}\n${cell('unit', '£')}\n`, [{ row: 2, column: 'observation' }, { row: 4, column: 'unit' }]],
  ])('refuses %s, with row, column, value and reason, and loads nothing of it', async (_, content, faults) => {
    const before = await counts();
    const refused = await refusal(importText(content));
    expect(refused.report.rejected).toMatchObject(faults);
    expect(refused.report.rejected).toHaveLength(faults.length);
    const { rowsRead, rowsWithValue, rowsMissing, rowsRejected } = refused.report;
    expect(rowsRead).toBe(rowsWithValue + rowsMissing + rowsRejected);
    expect(await counts()).toEqual(before);
  });

  it('refuses unknown indicators by name, with the nearest known one', async () => {
    const before = await counts();
    const text = `${HEADER}\n${ROW}\n${cell('indicator', 'Employment rates')}\n${cell('indicator', 'Cattle')}\n${cell('indicator', 'Cattle').replace('2023', '2022')}\n`;
    const refused = await refusal(importText(text));
    expect(refused.report).toMatchObject({
      rowsRead: 4,
      rowsWithValue: 4,
      rowsRejected: 0,
      unknownIndicators: [{ indicator: 'Employment rates', rows: 1, closest: 'Employment rate' }, { indicator: 'Cattle', rows: 2 }],
    });
    expect(refused.reasons.map(({ message }) => message)).toEqual([
      'the indicator “Employment rates” (1 row) is not in the catalogue of metrics; did you mean “Employment rate”?',
      'the indicator “Cattle” (2 rows) is not in the catalogue of metrics',
    ]);
    expect(await counts()).toEqual(before);
    // a dry run lists them and ends well
    const tried = await importText(text, { dryRun: true });
    expect(tried).toMatchObject({ dryRun: true, rowsRead: 4, unknownIndicators: [{ indicator: 'Employment rates' }, { indicator: 'Cattle' }] });
  });

  it('rolls back what was written before the fault, areas too', async () => {
    const before = await counts();
    // the fault stands behind more than one piece of the file, so earlier rows have gone to the server
    const rows = Array.from({ length: 12_000 }, (_, at) => `E07${String(900_000 + (at % 300)).padStart(6, '0')},Place ${at % 300},Local Authority District,Employment rate,${1900 + Math.floor(at / 300)}-01-01/P1Y,50,Percentage,%,,,,`);
    const refused = await refusal(importRows(...rows, cell('observation', 'nothing')));
    expect(refused.report).toMatchObject({ rowsRead: 12_001, rowsWithValue: 12_000, rejected: [{ row: 12_002, column: 'observation', value: 'nothing' }] });
    expect(await counts()).toEqual(before);
  });

  it('rolls back where the server itself refuses a row, and works on', async () => {
    const owner = new pg.Client(waymark.database.ownerUrl);
    await owner.connect();
    const before = await counts();
    try {
      await owner.query('ALTER TABLE waymark.observations ADD CONSTRAINT at_most_a_million CHECK (value < 1000000) NOT VALID');
      const rows = Array.from({ length: 9000 }, (_, day) => cell('period', new Date(Date.UTC(1970, 0, day + 1)).toISOString().slice(0, 10)));
      await expect(importRows(cell('observation', '2000000').replace('75.1,75.9', ','), ...rows)).rejects.toThrow('at_most_a_million');
      expect(await counts()).toEqual(before);
    } finally {
      await owner.query('ALTER TABLE waymark.observations DROP CONSTRAINT at_most_a_million');
      await owner.end();
    }
    expect(await importRows(cell('observation', '2000000').replace('75.1,75.9', ','))).toMatchObject({ rowsWithValue: 1 });
  });

  it('names a thousand faults and counts them all', async () => {
    const refused = await refusal(importRows(...Array.from({ length: 1500 }, () => cell('observation', 'nil'))));
    expect([refused.report.rowsRejected, refused.report.rejected.length]).toEqual([1500, 1500]);
    expect(refused.reasons.at(-1)?.message).toBe('and 500 more rows at fault');
  });

  it('counts rejected rows in a dry run, and throws only where the layout is not understood', async () => {
    const before = await counts();
    const tried = await importText(`${HEADER}\n${ROW}\n${cell('observation', '').replace('2023', '2022')}\n${cell('observation', 'nil')}\nE07000996,Newplace,Local Authority District,Employment rate,2023-01-01/P1Y,1,Percentage,%,,,,\n`, { dryRun: true });
    expect(tried).toMatchObject({ dryRun: true, releaseId: null, rowsRead: 4, rowsWithValue: 2, rowsMissing: 1, rowsRejected: 1, unconfirmedAreas: [{ code: 'E07000996' }] });
    await expect(importText('a,b,c\n1,2,3\n', { dryRun: true })).rejects.toThrow(RefusedFile);
    expect(await counts()).toEqual(before);
  });

  it('refuses what is not there, what is no file, and people without the permission', async () => {
    await expect(importer.importFile(ACTOR, { path: path.join(folder, 'none.csv') })).rejects.toThrow('none.csv cannot be read: there is no such file');
    await expect(importer.importFile(ACTOR, { path: folder })).rejects.toThrow('it is not a file');
    await expect(importer.importFile(VISITOR, { path: path.join(folder, 'none.csv') })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(importText(`${HEADER}\n${ROW}\n`, { publishedOn: '2024-02-30' })).rejects.toMatchObject({ kind: 'invalid' });
  });
});
