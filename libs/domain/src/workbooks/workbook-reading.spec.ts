import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EvidenceReturnAnswers, NO_ANSWERS } from '#domain/evidence-returns/evidence-return-content.js';
import { answerSheets, type WorkbookCell } from './answer-sheets.js';
import { anyAnswers } from './answers-arbitraries.js';
import type { ReadSheet } from './read-sheet.js';
import { merged, threeWay } from './three-way.js';
import { readAnswers } from './workbook-reading.js';

const ANSWERS: EvidenceReturnAnswers = {
  ...NO_ANSWERS, narrative: 'Hubs opened.', rating: 'amber', ratingReason: 'Late.', nextSteps: 'More.',
  evidence: [{ id: 'e1', kind: 'evaluation', strength: 'weak', claim: 'It works', source: 'DfE', page: '3', link: '', attachment: null }],
  risks: [{ id: 'r1', risk: 'Staff', impact: 4, likelihood: 2, proximity: 'now', owner: 'Ann', response: 'Hire' }],
  lastSteps: [{ step: 's0', promised: 'Open hubs', owner: 'Ann', dueOn: '2026-09-01', due: true, outcome: 'late', what: 'Half.' }],
  steps: [{ id: 's1', action: 'Open the rest', owner: 'Ann', dueOn: '2027-01-31' }],
};

/** The sheets as they were exported, with some cells changed: "Answers!C3". */
function edited(answers: EvidenceReturnAnswers, cells: Record<string, WorkbookCell> = {}, marks: Partial<Record<string, Partial<ReadSheet>>> = {}): ReadSheet[] {
  return answerSheets(answers).map(({ name, rows }) => {
    const copy = rows.map((row) => [...row]);
    for (const [address, value] of Object.entries(cells)) {
      const [, sheet, column = 'A', row = '1'] = /^(.+)!([A-Z])(\d+)$/.exec(address) ?? [];
      if (sheet !== name) continue;
      while (copy.length < Number(row)) copy.push([]);
      const line = copy[Number(row) - 1] ?? [];
      line[column.charCodeAt(0) - 65] = value;
    }
    return { name, rows: copy, formulas: [], merged: [], ...marks[name] };
  });
}
const faultsOf = (sheets: ReadSheet[], answers = ANSWERS): string[] =>
  readAnswers(sheets, answers).faults.map(({ sheet, row, column, found, expected }) => `${sheet ?? ''}!${column ?? ''}${row ?? ''} “${found}”: ${expected}`);

describe('a workbook that nobody changed', () => {
  it('says what the return said, whatever that was', () => {
    fc.assert(fc.property(anyAnswers, (answers) => {
      const { answers: read, faults } = readAnswers(edited(answers), answers);
      expect(faults).toEqual([]);
      const { nil: _, lastSteps, ...written } = answers;
      expect(read).toEqual({ ...written, lastSteps: lastSteps.map(({ step, outcome, what }) => ({ step, outcome, what })) });
      expect(merged(threeWay(answers, read, answers), {})).toEqual({});
    }), { numRuns: 300 });
  });

  it('is read the same when its rows were sorted otherwise and empty ones stand between', () => {
    const sheets = edited(ANSWERS).map((sheet) => ({ ...sheet, rows: [sheet.rows[0] ?? [], [null, '  '], ...sheet.rows.slice(1).reverse(), []] }));
    const { answers, faults } = readAnswers(sheets, ANSWERS);
    expect(faults).toEqual([]);
    expect(merged(threeWay(ANSWERS, answers, ANSWERS), {})).toEqual({});
  });
});

describe('what somebody changed', () => {
  it.each<[string, Record<string, WorkbookCell>, object]>([
    ['a text, with the program’s line breaks', { 'Answers!C3': 'One\r\ntwo ' }, { narrative: 'One\ntwo' }],
    ['a text that was hidden from formulas', { 'Answers!C3': `'=not a formula` }, { narrative: '=not a formula' }],
    ['a number where a text is asked', { 'Answers!C3': 63.4 }, { narrative: '63.4' }],
    ['a rating by its words', { 'Answers!C4': ' amber-RED ' }, { rating: 'amber-red' }],
    ['a rating that was taken out', { 'Answers!C4': null }, { rating: null }],
    ['a score as text', { 'Risks!C2': '5' }, { risks: [{ ...ANSWERS.risks[0], impact: 5 }] }],
    ['a date as a serial number', { 'Next steps!D2': 46_371 }, { steps: [{ ...ANSWERS.steps[0], dueOn: '2026-12-15' }] }],
    ['a date as text', { 'Next steps!D2': '15/12/2026' }, { steps: [{ ...ANSWERS.steps[0], dueOn: '2026-12-15' }] }],
    ['a new row', { 'Next steps!B3': 'Train', 'Next steps!C3': 'Ben', 'Next steps!D3': new Date('2027-03-01') }, { steps: [ANSWERS.steps[0], { id: '', action: 'Train', owner: 'Ben', dueOn: '2027-03-01' }] }],
    ['a row that is gone', { 'Risks!A2': null, 'Risks!B2': null, 'Risks!C2': null, 'Risks!D2': null, 'Risks!E2': null, 'Risks!F2': null, 'Risks!G2': null }, { risks: [] }],
    ['what became of a step', { 'Last steps!E2': 'Done' }, { lastSteps: [{ step: 's0', outcome: 'done', what: 'Half.' }] }],
    ['the promise of the last return, which is not read', { 'Last steps!B2': 'Something easier' }, {}],
  ])('%s', (_, cells, changed) => {
    const { answers, faults } = readAnswers(edited(ANSWERS, cells), ANSWERS);
    expect(faults).toEqual([]);
    expect(merged(threeWay(ANSWERS, answers, ANSWERS), {})).toEqual(changed);
  });
});

describe('what a workbook is not taken for', () => {
  it.each<[string, Record<string, WorkbookCell>, string[]]>([
    ['a rating that is none', { 'Answers!C4': 'Purple' }, ['Answers!C4 “Purple”: one of: Green, Amber-green, Amber, Amber-red, Red']],
    ['a date where a text is asked', { 'Answers!C3': new Date('2026-02-01') }, ['Answers!C3 “2026-02-01”: a text: the program has made a date of it, so format the cell as text and type it again']],
    ['a date that is none', { 'Next steps!D2': '31/2/2026' }, ['Next steps!D2 “31/2/2026”: a real date, such as 15/12/2026']],
    ['another question', { 'Answers!B3': 'Why?' }, ['Answers!B3 “Why?”: one of the questions of this sheet, as it was exported', 'Answers! “”: the question “What was done in this time, and what came of it?”, which was exported']],
    ['the same question twice', { 'Answers!B7': 'Why this rating?' }, ['Answers!B7 “Why this rating?”: each question once']],
    ['a column of one’s own', { 'Risks!H1': 'Comment', 'Risks!H2': 'Talk to Ann' }, ['Risks!H1 “Comment”: no columns of your own, for they would be lost', 'Risks!H2 “Talk to Ann”: nothing beside the columns that were exported, for it would be lost']],
    ['other headings', { 'Evidence!B1': 'Type' }, ['Evidence!B1 “Type”: the heading “Kind”, in the order that was exported']],
    ['an id that was never exported', { 'Evidence!A2': 'zz' }, ['Evidence!A2 “zz”: an id that was exported, or nothing in a new row']],
    ['a copied row', { 'Evidence!A3': 'e1', 'Evidence!B3': 'Evaluation' }, ['Evidence!A3 “e1”: each row once: leave the id of a copied row empty']],
    ['a promise that nobody made', { 'Last steps!B3': 'More' }, ['Last steps!A3 “”: no new row: what is asked here was promised in the last return']],
    ['a choice that is none', { 'Evidence!B2': 'Rumour' }, ['Evidence!B2 “Rumour”: one of: Official statistic, Evaluation, Event or decision on record, Management information, Opinion or testimony']],
  ])('%s', (_, cells, faults) => {
    expect(faultsOf(edited(ANSWERS, cells))).toEqual(expect.arrayContaining(faults));
  });

  it('formulas, merged cells, missing sheets and sheets of one’s own', () => {
    const sheets = edited(ANSWERS, {}, { Answers: { formulas: ['C3'], merged: ['A5:B5'] } }).filter(({ name }) => name !== 'Risks');
    expect(faultsOf([...sheets, { name: 'Notes', rows: [['x']], formulas: [], merged: [] }, { name: 'Sheet9', rows: [[]], formulas: [], merged: [] }])).toEqual([
      'Answers!C3 “a formula”: a text or number that you typed: formulas are not taken',
      'Answers!A5 “a group of merged cells, A5:B5”: cells that are not merged',
      '! “”: one sheet named Risks',
      'Notes! “a sheet of your own”: the sheets that were exported, for this one would be lost',
    ]);
  });
});
