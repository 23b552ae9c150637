import { describe, expect, it } from '@jest/globals';
import { type CheckedMission, type CheckedReport, isAcknowledged, reportFindings, standingAgainst } from './report-checks.js';
import { type MissionFacts } from './mission-facts.js';
import { type RecordFacts } from './record-facts.js';

const alert = { reference: 'AL-1', sentence: 'S.', raisedOn: '2026-01-05', dueOn: '2026-02-02', organisation: 'DfE', answered: false };
const facts = (change: Partial<MissionFacts> = {}): MissionFacts => ({
  number: 5, slug: 'education', focusArea: 'Education', statement: 'S', scope: 'england', lead: 'DfE', computed: null, department: null, council: null, targets: [],
  done: [{ reference: 'ER-1', organisation: 'DfE', covers: '2025', narrative: 'N', steps: [] }], planned: [], dropped: [], consultations: [], alerts: [], overdue: [], dataGaps: [], vacancies: [], wording: [], resets: [], interimReviews: [], ...change,
});
const mission = (change: Partial<CheckedMission> = {}): CheckedMission => ({ slug: 'education', focusArea: 'Education', facts: facts(), text: 'T', ruralNote: 'R', devolvedNote: '', version: 2, checkedVersion: 2, ...change });
const record = (change: Partial<RecordFacts> = {}): RecordFacts => ({ recommendations: [], letters: [], decisions: [], inquiries: [], calibration: [], ...change });
const letter = { reference: 'LT-1', direction: 'out' as const, subject: 'S', who: 'W', on: '2026-01-05', answerDueOn: '2026-03-30', answered: false };
const recommendation = { reference: 'RC-1', text: 'T', addressee: 'DfE', source: 'IN-1', state: 'awaiting-answer' as const, answerDueOn: '2026-03-30', promisedOn: null, overdue: true };
const report = (change: Partial<CheckedReport> = {}): CheckedReport => ({ owed: false, introduction: 'I', dueOn: null, publishAt: new Date('2027-01-01T09:30:00Z'), asOf: '2026-03-31', record: record(), missions: [mission()], ...change });
const found = (checked: CheckedReport): string[] => reportFindings(checked).map(({ level, key }) => `${level} ${key}`);

describe('the checks of a report', () => {
  it('find nothing where all is there', () => {
    expect(found(report())).toEqual([]);
  });

  it.each<[string, Partial<CheckedReport>, string]>([
    ['no introduction', { introduction: ' \n' }, 'error introduction-missing'],
    ['no missions', { missions: [] }, 'error missions-missing'],
    ['no time', { publishAt: null }, 'error publish-time-missing'],
    ['no statutory date', { owed: true }, 'warning due-date-missing'],
    ['no record', { record: null }, 'error record-not-assembled'],
    ['a letter without an answer', { record: record({ letters: [letter, { ...letter, reference: 'LT-2', answered: true }, { ...letter, reference: 'LT-3', answerDueOn: '2026-03-31' }] }) }, 'warning letters-unanswered'],
    ['a recommendation overdue', { record: record({ recommendations: [recommendation, { ...recommendation, reference: 'RC-2', overdue: false }] }) }, 'warning recommendations-overdue'],
  ])('%s', (_, change, finding) => {
    expect(found(report(change))).toEqual([finding]);
  });

  it.each<[string, Partial<CheckedMission>, string[]]>([
    ['nothing assembled', { facts: null }, ['error not-assembled:education']],
    ['no text', { text: '  ' }, ['error text-missing:education']],
    ['text changed since its fact-check', { version: 3 }, ['error fact-check-not-over:education']],
    ['never checked', { checkedVersion: null }, ['error fact-check-not-over:education']],
    ['no rural note', { ruralNote: ' ' }, ['warning rural-note-empty:education']],
    ['no accepted return', { facts: facts({ done: [] }) }, ['warning no-accepted-return:education']],
    ['an alert without an answer', { facts: facts({ alerts: [alert] }) }, ['warning alerts-unanswered:education']],
    ['an alert that was answered', { facts: facts({ alerts: [{ ...alert, answered: true }] }) }, []],
    ['a return overdue', { facts: facts({ overdue: [{ reference: 'ER-2', covers: '2026', dueOn: '2026-05-31' }] }) }, ['warning returns-overdue:education']],
    ['devolved governments not consulted', { facts: facts({ scope: 'uk' }) }, ['warning devolved-not-consulted:education']],
    ['devolved governments consulted', { facts: facts({ scope: 'uk', consultations: [{ reference: 'CN-1', title: 'T', closesOn: '2026-01-01', asked: 3, replied: 1 }] }) }, []],
    ['the council says how they were consulted', { facts: facts({ scope: 'devolved' }), devolvedNote: 'By letter.' }, []],
  ])('%s', (_, change, findings) => {
    expect(found(report({ missions: [mission(change)] }))).toEqual(findings);
  });

  it.each<[string, Partial<CheckedMission>, string[]]>([
    ['no rural note', { ruralNote: ' ' }, ['error rural-note-missing:education']],
    ['nothing on devolved governments', { facts: facts({ scope: 'uk' }) }, ['error devolved-missing:education']],
    // that bodies were asked is no section on it
    ['consultations without words on them', { facts: facts({ scope: 'devolved', consultations: [{ reference: 'CN-1', title: 'T', closesOn: '2026-01-01', asked: 3, replied: 1 }] }) }, ['error devolved-missing:education']],
    ['a mission of England alone', {}, []],
  ])('require of the report that the law asks for: %s', (_, change, findings) => {
    expect(found(report({ owed: true, dueOn: '2026-12-01', missions: [mission(change)] }))).toEqual(findings);
  });

  it('name the letters and recommendations', () => {
    const checked = report({ record: record({ letters: [letter], recommendations: [recommendation] }) });
    expect(reportFindings(checked).map(({ message }) => message)).toEqual(['Letters: no answer has come to LT-1', 'Recommendations: overdue are RC-1']);
  });

  it('name errors before warnings', () => {
    expect(found(report({ missions: [mission({ ruralNote: '' }), mission({ slug: 'health', text: '' })] }))).toEqual(['error text-missing:health', 'warning rural-note-empty:education']);
  });

  it('want a warning acknowledged in its very words', () => {
    const one = report({ missions: [mission({ facts: facts({ alerts: [alert] }) })] });
    const [warning] = reportFindings(one);
    const given = [{ key: warning?.key ?? '', message: warning?.message ?? '' }];
    expect(standingAgainst(one, given)).toEqual([]);
    const two = report({ missions: [mission({ facts: facts({ alerts: [alert, { ...alert, reference: 'AL-2' }] }) })] });
    expect(standingAgainst(two, given).map(({ message }) => message)).toEqual(['Education: open alerts without an answer: AL-1, AL-2']);
  });

  it('let no error be acknowledged', () => {
    const wrong = report({ introduction: '' });
    const [error] = reportFindings(wrong);
    expect(error && isAcknowledged(error, [error])).toBe(true);
    expect(standingAgainst(wrong, error ? [error] : [])).toHaveLength(1);
  });
});
