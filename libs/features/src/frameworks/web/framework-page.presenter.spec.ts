import { describe, expect, it } from '@jest/globals';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type MissionLead } from '#features/missions/mission-lead.entity.js';
import { type FrameworkClosing } from '#features/framework-closings/framework-closing.entity.js';
import { type Framework } from '../framework.entity.js';
import { frameworkPage } from './framework-page.presenter.js';
import { type MissionLine } from './mission-line.js';

const FRAMEWORK = {
  slug: 'f', title: 'Levelling Up', summary: 'Twelve missions.', source: 'White paper', publishedOn: '2022-02-02',
  reportDuty: { owedBy: 'minister', basis: 'the Act' }, objectives: [{ slug: 'o', title: 'Opportunity' }, { slug: 'p', title: 'Pride' }],
} as Framework;

const lead = (basis: 'paper' | 'proposed'): MissionLead => ({ basis, organisation: { name: 'Department for Education' } }) as MissionLead;
const mission = (number: number, objectiveSlug: string): Mission => ({ number, objectiveSlug, slug: `m${number}`, focusArea: `Mission ${number}` }) as Mission;

function standing(verdict: string, summary: string, offTrackOrWorse: number): MissionStanding {
  return { computed: { verdict, summary, counts: { offTrackOrWorse, headline: 5 } }, department: null, council: null } as MissionStanding;
}

const line = (over: Partial<MissionLine>): MissionLine => ({ mission: mission(5, 'o'), lead: lead('paper'), standing: undefined, openAlerts: 0, overdueReturns: 0, cameLate: undefined, isNew: false, ...over });

const VIEW = { today: '2026-11-23' };

describe('frameworkPage', () => {
  it('puts each mission under its objective and counts those off track', () => {
    const page = frameworkPage({ framework: FRAMEWORK, closing: null }, [
      line({ standing: standing('deteriorating', 'deteriorating on 1 of 5, off track or worse on 2', 2) }),
      line({ mission: mission(9, 'p'), standing: standing('target-undefined', 'target undefined', 0) }),
    ], VIEW);
    expect(page.objectives.map(({ title, rows }) => [title, rows.map(({ number }) => number)])).toEqual([['Opportunity', [5]], ['Pride', [9]]]);
    expect(page.counted).toBe('1 of 2 missions is off track or worse by the figures.');
    expect(page.notes).toEqual(['Set out on 2 February 2022: White paper.', 'The statutory report is owed by the minister (the Act).']);
  });

  it.each([
    ['off-track', 'off track on 1 of 5', 'Off track', 'on 1 of 5'],
    ['deteriorating', 'deteriorating on 1 of 5, off track or worse on 2', 'Deteriorating', 'on 1 of 5, off track or worse on 2'],
    ['cannot-tell-yet', 'cannot tell yet, on track or better on 2 of 3', 'Cannot tell yet', 'on track or better on 2 of 3'],
    ['target-undefined', 'target undefined', 'Target undefined', ''],
  ])('%s: the tag says the word once, the count follows', (verdict, summary, tag, text) => {
    const [row] = frameworkPage({ framework: FRAMEWORK, closing: null }, [line({ standing: standing(verdict, summary, 0) })], VIEW).objectives[0]?.rows ?? [];
    expect(row?.computed).toMatchObject({ tag: { text: tag }, text });
  });

  it('counts what waits for an answer, one line each', () => {
    const [row] = frameworkPage({ framework: FRAMEWORK, closing: null }, [line({ standing: standing('off-track', 'off track on 2 of 5', 2), openAlerts: 1, overdueReturns: 2, cameLate: 'Delivered 3 working days late' })], VIEW).objectives[0]?.rows ?? [];
    expect(row?.answers).toEqual(['2 of 5 headline targets off track or worse', '1 open alert', '2 overdue returns', 'Last return: delivered 3 working days late']);
  });

  it('says how each moved since a year ago, and shows only what was asked for', () => {
    const moved = { ...standing('off-track', 'off track on 1 of 5', 1), lastYear: 'on-track' } as MissionStanding;
    const lines = [line({ standing: moved }), line({ mission: mission(6, 'o'), standing: standing('achieved', 'achieved', 0) }), line({ mission: mission(7, 'p'), lead: null, isNew: true })];
    const rows = frameworkPage({ framework: FRAMEWORK, closing: null }, lines, VIEW).objectives.flatMap((objective) => objective.rows.map(({ change }) => change));
    expect(rows).toEqual(['Worse, was on track', 'Not judged then', 'New: the mission was not set then']);
    const asked = frameworkPage({ framework: FRAMEWORK, closing: null }, lines, { ...VIEW, filter: { lead: '', status: 'achieved' } });
    expect(asked.objectives.map((objective) => objective.rows.map(({ number }) => number))).toEqual([[6]]);
    expect([asked.filter.shown, asked.counted, asked.files[0]?.href]).toEqual(['1 of 3 missions is shown.', '1 of 3 missions is off track or worse by the figures.', '/frameworks/f/missions.csv?status=achieved']);
  });

  it('says since when and why it is closed, and by whose decision', () => {
    const closing = { closesOn: '2026-12-01', reason: 'The government has moved on', announcedByName: 'Nadia Chair', decision: { reference: 'CD-2026-7K3D', title: 'Close it' } } as FrameworkClosing;
    const page = frameworkPage({ framework: { ...FRAMEWORK, closedAt: new Date('2026-12-01T00:01:00Z') }, closing }, [], VIEW);
    expect(page.closing).toMatchObject({ heading: 'This framework of missions was closed on 1 December 2026.', why: 'The government has moved on (Nadia Chair)', decision: { href: '/council/decisions/CD-2026-7K3D' } });
    expect(frameworkPage({ framework: { ...FRAMEWORK, closedAt: null }, closing }, [], VIEW).closing?.heading).toBe('The council closes this framework on 1 December 2026.');
  });

  it('says in words that a lead is proposed or missing', () => {
    const page = frameworkPage({ framework: FRAMEWORK, closing: null }, [line({ lead: lead('proposed') }), line({ mission: mission(6, 'o'), lead: null })], VIEW);
    expect(page.objectives[0]?.rows.map((row) => row.lead)).toEqual(['Department for Education (proposed)', 'None']);
    expect(page.notes.at(-1)).toContain('the government has not named one');
  });
});
