import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EvidenceReturnAnswers, type EvidenceReturnContent, NO_ANSWERS, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { anyAnswers } from '#domain/workbooks/answers-arbitraries.js';
import { merged, threeWay } from '#domain/workbooks/three-way.js';
import { readAnswers, type WorkbookReading } from '#domain/workbooks/workbook-reading.js';
import { workbookFile } from '#features/workbooks/workbook-file.js';
import { readWorkbook } from '#platform/inspection/read-workbook.js';
import { OpenWorkbook } from '../factories/workbook.factory.js';

const SUBMISSION = {
  reference: 'ER-2026-7K3D', coversLabel: 'April 2026', dueOn: '2026-12-15', closesOn: null, rowVersion: 3, organisation: { name: '=Education' }, mission: { number: 5, focusArea: 'Education' },
};

/** Through the file and back, with the libraries that write and read it. */
describe('a return as a workbook', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'waymark-workbook-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const written = (answers: EvidenceReturnAnswers, more: Partial<EvidenceReturnContent> = {}): Promise<Buffer> =>
    workbookFile({ submission: SUBMISSION, content: { ...readEvidenceReturn(answers), ...more }, exportId: 'e', exportedAt: new Date('2026-11-23T09:00:00Z') });
  const read = async (bytes: Buffer, answers: EvidenceReturnAnswers): Promise<WorkbookReading> => {
    const file = path.join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    const { fault, sheets } = await readWorkbook(file);
    expect(fault).toBeUndefined();
    return readAnswers(sheets, answers);
  };

  it('comes back as it went, whatever its answers are', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (answers) => {
        const { answers: back, faults } = await read(await written(answers), answers);
        expect(faults).toEqual([]);
        const { nil: _, lastSteps, ...texts } = answers;
        expect(back).toEqual({ ...texts, lastSteps: lastSteps.map(({ step, outcome, what }) => ({ step, outcome, what })) });
        expect(merged(threeWay(answers, back, answers), {})).toEqual({});
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('has no cell that a spreadsheet would run', async () => {
    const answers: EvidenceReturnAnswers = { ...NO_ANSWERS, narrative: '=1+1', nextSteps: '@x', steps: [{ id: 's', action: '+1', owner: '-1', dueOn: '2026-12-01' }] };
    const figures = [{ target: 't', title: '=1', measure: '+1', baseline: { value: '-5%', period: '2019' }, latest: null, asked: null, verdict: null, sentence: null, notComparable: null }];
    const book = await OpenWorkbook.of(await written(answers, { figures }));
    for (const [address, value] of [['Answers!C3', `'=1+1`], ['Answers!C6', `'@x`], ['Next steps!B2', `'+1`], ['Next steps!C2', `'-1`], ['Figures!B2', `'=1`], ['Figures!D2', `'-5% (2019)`], [`Read me!B${book.rowOf('Read me', 'Department')}`, `'=Education`]]) {
      expect([address, book.cell(address ?? '')]).toEqual([address, value]);
    }
  });

  it('tells formulas and merged cells from what was typed', async () => {
    const answers = { ...NO_ANSWERS, narrative: 'a' };
    const book = (await OpenWorkbook.of(await written(answers))).type('Answers!C3', { value: 'SUM(1,2)', type: 'Formula' }).type('Answers!A7', { value: 'x', columnSpan: 2 });
    const { faults } = await read(await book.save(), answers);
    expect(faults.map(({ sheet, row, column, found }) => [sheet, row, column, found])).toEqual(expect.arrayContaining([['Answers', 3, 'C', 'a formula'], ['Answers', 7, 'A', 'a group of merged cells, A7:B7']]));
  });

  it('says what it is, by when it is due, and what the words mean', async () => {
    const book = await OpenWorkbook.of(await written(NO_ANSWERS, { attachments: [{ id: 'f1', name: 'a.csv', title: 'Survey', type: 'text/csv', bytes: 1, checksum: 'c' }] }));
    const value = (label: string): unknown => book.cell(`Read me!B${book.rowOf('Read me', label)}`);
    expect([value('Reference'), value('Due'), value('As of change'), value('Nothing is taken after'), value('f1')]).toEqual(['ER-2026-7K3D', '15 December 2026', 3, 'Stays open', 'Survey (a.csv)']);
    expect(String(value('Amber'))).toMatch(/^It is feasible/);
    expect(String(value('Weak'))).toMatch(/^Not published/);
    expect(book.rowOf('Read me', 'Opinion or testimony')).toBeGreaterThan(0);
  });
});
