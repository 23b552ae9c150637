import { describe, expect, it } from '@jest/globals';
import { findingFaults } from './finding-faults.js';
import { type QualitySection } from './quality-section.js';

const CLAUSES = [{ key: 'a', hasMetric: true }, { key: 'b', hasMetric: false }];
const faults = (section: QualitySection, values: Record<string, string>): string[] =>
  findingFaults({ section, values }, CLAUSES, '2026-06-01').map(({ code, field }) => `${code} ${field ?? ''}`);

const TERM = { term: 'globally competitive city', clause: 'b', unclear: 'Nobody says what it is.' };

describe('a finding', () => {
  it.each<[string, QualitySection, Record<string, string>, string[]]>([
    ['an open term', 'terms', TERM, []],
    ['a defined term', 'terms', { ...TERM, definition: 'Over 500,000 people', definedBy: 'The council', definedOn: '2026-06-01' }, []],
    ['a definition of nobody', 'terms', { ...TERM, definition: 'Over 500,000 people' }, ['definition-incomplete definedBy', 'definition-incomplete definedOn']],
    ['an author without words', 'terms', { ...TERM, definedBy: 'The council', definedOn: '2026-05-01' }, ['definition-incomplete definition']],
    ['a definition of tomorrow', 'terms', { ...TERM, definition: 'x', definedBy: 'y', definedOn: '2026-06-02' }, ['in-the-future definedOn']],
    ['a definition on no day', 'terms', { ...TERM, definition: 'x', definedBy: 'y', definedOn: '2026-02-30' }, ['no-date definedOn']],
    ['a term of no clause', 'terms', { ...TERM, clause: 'z' }, ['unknown-clause clause']],
    ['nothing but blanks', 'terms', { term: ' ', clause: '', unclear: '\n' }, ['missing term', 'missing clause', 'missing unclear']],
    ['a covered clause', 'coverage', { clause: 'a', state: 'covered' }, []],
    ['a clause called covered without a metric', 'coverage', { clause: 'b', state: 'covered' }, ['no-metric state']],
    ['a clause with a metric that is uncovered all the same', 'coverage', { clause: 'a', state: 'uncovered', note: 'Fares.' }, []],
    ['uncovered, and nobody says what', 'coverage', { clause: 'b', state: 'uncovered' }, ['missing note']],
    ['too narrow, and nobody says what is left out', 'breadth', { scope: 'narrow', reasons: 'r' }, ['missing leftOut']],
    ['broad', 'breadth', { scope: 'broad', reasons: 'r' }, []],
    ['a verdict that there is not', 'ambition', { aspect: 'whole mission', verdict: 'splendid', reasons: 'r' }, ['unknown-choice verdict']],
    ['a verdict without reasons', 'ambition', { aspect: 'whole mission', verdict: 'right-level', reasons: '' }, ['missing reasons']],
    ['an incentive to be looked at', 'incentives', { route: 'Pupils on the borderline', balancingMetric: 'Attainment at 5', reviewOn: '2030-01-01' }, []],
    ['an incentive without a day', 'incentives', { route: 'r', balancingMetric: 'b' }, ['missing reviewOn']],
    ['a level', 'geography', { measure: 'Pay', measuredAt: 'Large regions', recommended: 'Local authorities', reason: 'It varies within.' }, []],
    ['a line that is too long', 'geography', { measure: 'x'.repeat(201), measuredAt: 'm', recommended: 'r', reason: 'r' }, ['too-long measure']],
    ['prose that is too long', 'alignment', { answer: 'reduces', reasons: 'x'.repeat(3001) }, ['too-long reasons']],
  ])('%s', (_, section, values, expected) => {
    expect(faults(section, values)).toEqual(expected);
  });
});
