import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { ExampleLoader } from '#features/frameworks/example-loader.service.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { MissionQualityModule } from '#features/mission-quality/mission-quality.module.js';
import { QualityReviewImportService } from '#features/mission-quality/quality-review-import.service.js';
import { QualityReviewsQueries } from '#features/mission-quality/quality-reviews.queries.js';
import { qualityLine } from '#features/mission-quality/quality-lines.js';
import { londonDate } from '#platform/clock/clock.js';
import { type ApplicationError } from '#platform/errors/application-error.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const FILE = 'example/frameworks/levelling-up-2022/quality-review.yml';
const COMMAND = systemActor('command', 'import quality-review');

describe('a published review of the missions as a file', () => {
  let waymark: TestApplication;
  let text: string;
  const load = (given: string): Promise<{ changed: boolean }> => waymark.get(QualityReviewImportService).importFile(COMMAND, { fileName: 'review.yml', text: given });
  const refused = async (given: string): Promise<string[]> => {
    const error = await load(given).then(() => undefined, (problem: unknown) => problem as ApplicationError);
    return (error?.reasons ?? []).map(({ code, message }) => `${/^line \d+/.exec(message)?.[0] ?? message} ${code}`);
  };
  const lineOf = (part: string, given: string): string => `line ${given.slice(0, given.lastIndexOf(part)).split('\n').length}`;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [MissionQualityModule, FrameworksModule, ExampleLoaderModule, JobsModule] });
    text = await readFile(FILE, 'utf8');
    await waymark.get(ExampleLoader).load('example', { demoPeople: false });
  });
  afterAll(() => waymark.close());

  it('comes with the example, in its author’s name and with its pages', async () => {
    const missions = await waymark.get(QualityReviewsQueries).missions('2026-06-01', 'levelling-up-2022');
    const lines = missions.map(({ mission, inForce }) => qualityLine(mission, inForce, '2026-06-01'));
    expect(lines.map(({ number, ambition }) => [number, ambition.map(({ verdict }) => verdict).join()])).toEqual([
      [1, 'not-ambitious-enough,too-ambitious'], [2, 'not-ambitious-enough'], [3, 'more-information-needed'], [4, 'right-level'], [5, 'too-ambitious'], [6, 'not-ambitious-enough'],
      [7, 'right-level'], [8, 'not-ambitious-enough'], [9, 'more-information-needed'], [10, 'right-level'], [11, 'not-ambitious-enough'], [12, 'too-ambitious'],
    ]);
    // the spending review period is over, and nobody has looked
    expect(lines.filter(({ incentivesOverdue }) => incentivesOverdue > 0).map(({ mission }) => mission)).toEqual(['living-standards', 'education', 'skills', 'local-leadership']);
    expect(lines.filter(({ breadth }) => breadth === 'narrow').map(({ mission }) => mission)).toEqual(['education', 'skills']);
    expect(lines.filter(({ alignment }) => alignment === 'does-not-reduce').map(({ mission }) => mission)).toEqual(['research-and-development']);
    const findings = missions.flatMap(({ inForce }) => inForce?.findings ?? []);
    expect(findings.filter(({ section, pages }) => section !== 'coverage' && pages === null)).toEqual([]);
    expect([...new Set(findings.map(({ writerName, writtenAt }) => `${writerName}, ${londonDate(writtenAt)}`))]).toEqual(['Institute for Government, 2022-03-31']);
    expect([...new Set(missions.map(({ inForce }) => `${inForce?.number ?? ''} ${inForce?.effectiveOn ?? ''}`))]).toEqual(['1 2022-03-31']);
  });

  it('counts open terms and uncovered clauses by both registers', async () => {
    const missions = await waymark.get(QualityReviewsQueries).missions('2026-06-01', 'levelling-up-2022');
    const open = missions.map(({ mission, inForce }) => qualityLine(mission, inForce, '2026-06-01')).map(({ mission, openTermCount, uncoveredClauses }) => [mission, openTermCount, uncoveredClauses]);
    expect(open).toEqual([
      ['living-standards', 2, 1], ['research-and-development', 1, 0], ['transport', 2, 2], ['digital-connectivity', 0, 0], ['education', 0, 0], ['skills', 3, 0],
      ['health', 0, 0], ['wellbeing', 1, 0], ['pride-in-place', 1, 2], ['housing', 1, 0], ['crime', 1, 0], ['local-leadership', 2, 1],
    ]);
  });

  it('changes nothing when the same file comes again, and is a version of its own when it has changed', async () => {
    expect(await load(text)).toMatchObject({ changed: false });
    expect(await load(`${text}\n# a remark\n`)).toMatchObject({ changed: true });
    const [{ mission } = { mission: undefined }] = await waymark.get(QualityReviewsQueries).missions('2026-06-01', 'levelling-up-2022');
    expect((await waymark.get(QualityReviewsQueries).published(mission?.id ?? '')).map(({ number }) => number)).toEqual([1, 2]);
  });

  it.each<[string, string, string, string]>([
    ['a clause that there is not', '- { clause: b, state: uncovered, note: No headline', '- { clause: z, state: uncovered, note: No headline', 'unknown-clause'],
    ['a clause called covered without a metric', 'clause: d, state: uncovered', 'clause: d, state: covered', 'no-metric'],
    ['a verdict that there is not', 'verdict: right-level', 'verdict: splendid', 'unknown-choice'],
    ['a field that there is not', 'balancingMetric: None named; people', 'balancing: None named; people', 'whitelistValidation'],
    ['a mission that there is not', '- mission: crime', '- mission: crimes', 'unknown-mission'],
    ['a mission twice', '- mission: crime', '- mission: housing', 'mission-twice'],
    ['a day that is none', 'reviewOn: 2025-03-31', 'reviewOn: 2025-02-30', 'no-date'],
    ['a framework that there is not', 'framework: levelling-up-2022', 'framework: other', 'unknown-framework'],
    ['a date of its own that is to come', 'publishedOn: 2022-03-31', 'publishedOn: 2062-03-31', 'in-the-future'],
  ])('is refused with the line of %s', async (_, part, wrong, code) => {
    const changed = text.replace(part, wrong);
    expect(changed).not.toBe(text);
    expect(await refused(changed)).toContain(`${lineOf(wrong, changed)} ${code}`);
  });

  it('is refused for what is no YAML, and by whoever may not load it', async () => {
    expect(await refused('missions: [')).not.toEqual([]);
    const official = { kind: 'user', id: 'u', name: 'O', roles: ['administrator'], organisationId: null, homeOrganisationId: null } as const;
    await expect(waymark.get(QualityReviewImportService).importFile(official, { fileName: 'x', text })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
