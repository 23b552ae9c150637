import { describe, expect, it } from '@jest/globals';
import { type CheckedMission, type CheckedReport, isAcknowledged, reportFindings, standingAgainst } from './report-checks.js';
import { type MissionFacts } from './mission-facts.js';

const alert = { reference: 'AL-1', sentence: 'S.', raisedOn: '2026-01-05', dueOn: '2026-02-02', organisation: 'DfE', answered: false };
const facts = (change: Partial<MissionFacts> = {}): MissionFacts => ({
  number: 5, slug: 'education', focusArea: 'Education', statement: 'S', scope: 'england', lead: 'DfE', computed: null, department: null, council: null, targets: [],
  done: [{ reference: 'ER-1', organisation: 'DfE', covers: '2025', narrative: 'N', steps: [] }], planned: [], dropped: [], consultations: [], alerts: [], overdue: [], dataGaps: [], ...change,
});
const mission = (change: Partial<CheckedMission> = {}): CheckedMission => ({ slug: 'education', focusArea: 'Education', facts: facts(), text: 'T', ruralNote: 'R', devolvedNote: '', version: 2, checkedVersion: 2, ...change });
const report = (change: Partial<CheckedReport> = {}): CheckedReport => ({ kind: 'council', introduction: 'I', dueOn: null, publishAt: new Date('2027-01-01T09:30:00Z'), missions: [mission()], ...change });
const found = (checked: CheckedReport): string[] => reportFindings(checked).map(({ level, key }) => `${level} ${key}`);

describe('the checks of a report', () => {
  it('find nothing where all is there', () => {
    expect(found(report())).toEqual([]);
  });

  it.each<[string, Partial<CheckedReport>, string]>([
    ['no introduction', { introduction: ' \n' }, 'error introduction-missing'],
    ['no missions', { missions: [] }, 'error missions-missing'],
    ['no time', { publishAt: null }, 'error publish-time-missing'],
    ['no statutory date', { kind: 'statutory' }, 'warning due-date-missing'],
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
