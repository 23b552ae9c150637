import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AmbitionModule } from '#features/ambition/ambition.module.js';
import { AmbitionService, type MissionAmbition } from '#features/ambition/ambition.service.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { ExampleLoader } from '#features/frameworks/example-loader.service.js';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { MissionQualityModule } from '#features/mission-quality/mission-quality.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const DAY = '2022-03-31';

describe('computed ambition on the example', () => {
  let waymark: TestApplication;
  let missions: MissionAmbition[];
  const of = (slug: string): MissionAmbition['targets'] => missions.find(({ mission }) => mission.slug === slug)?.targets ?? [];

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AmbitionModule, MissionQualityModule, FrameworksModule, ExampleLoaderModule, JobsModule] });
    await waymark.get(ExampleLoader).load('example', { demoPeople: false });
    missions = await waymark.get(AmbitionService).on(DAY);
  }, 240_000);
  afterAll(() => waymark?.close());

  it('gives every target of every mission one of the four words and a sentence', () => {
    expect(missions).toHaveLength(12);
    for (const { targets } of missions) for (const { finding } of targets) {
      expect(['not-ambitious-enough', 'right-level', 'too-ambitious', 'more-information-needed']).toContain(finding.verdict);
      expect(finding.sentence).toMatch(/\.$/);
    }
  });

  it('says nothing of a target without a number, and of deals that hang on capacity', () => {
    expect(of('pride-in-place').map(({ finding }) => finding.reason)).toEqual(['no-number', 'no-number']);
    expect(of('local-leadership').map(({ finding }) => finding.reason)).toEqual(['capacity']);
  });

  it('cuts today’s figures where the releases of the day are not kept, and never sees a later period', () => {
    const [education] = of('education');
    expect(education?.basis).toBe('cut');
    expect(education?.finding).toMatchObject({ verdict: 'more-information-needed', reason: 'too-few-figures' });
  });

  it('stands beside the word of the experts, with the reason for each difference', async () => {
    const lines = await waymark.get(AmbitionService).besideExperts(DAY);
    const education = lines.get(missions.find(({ mission }) => mission.slug === 'education')?.mission.id ?? '');
    expect(education?.short).toContain('experts: too ambitious (whole mission)');
    expect(education?.below.filter((line) => line.startsWith('differs: '))).not.toEqual([]);
    expect(education?.below[0]).toContain('[from today’s files cut at periods published by then]');
  });
});
