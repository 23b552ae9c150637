import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor, VISITOR } from '#domain/access/permissions.js';
import { judgeTarget } from '#domain/judgements/target-verdict.js';
import { Area } from '#features/areas/area.entity.js';
import { AreasQueries } from '#features/areas/areas.queries.js';
import { ExampleLoader } from '#features/frameworks/example-loader.service.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { FrameworksQueries } from '#features/frameworks/frameworks.queries.js';
import { type FrameworkImport, FrameworksService } from '#features/frameworks/frameworks.service.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { MissionsQueries } from '#features/missions/missions.queries.js';
import { TargetFiguresQueries } from '#features/missions/target-figures.queries.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const ACTOR = systemActor('command', 'test');
/** The first suite of a run also makes the template that all copy. */
const FIRST_START_MS = 60_000;
const SLUG = 'levelling-up-2022';
const EXAMPLE = path.resolve('example');
const FILE = path.join(EXAMPLE, 'frameworks', SLUG, 'framework.yml');
const TEXT = readFileSync(FILE, 'utf8');

/** The file with one text put in place of another, which must be there. */
function changed(from: string | RegExp, to: string, text = TEXT): string {
  const found = text.replace(from, to);
  if (found === text) throw new Error(`${String(from)} is not in the file`);
  return found;
}

/** The line, from 1, of a text of the file. */
function lineOf(part: string, text: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

describe('importing a framework', () => {
  let waymark: TestApplication;
  let missions: MissionsQueries;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [JobsModule, ExampleLoaderModule] });
    missions = waymark.get(MissionsQueries);
    await waymark.get(ExampleLoader).load(EXAMPLE, { demoPeople: true });
  }, FIRST_START_MS);
  afterAll(() => waymark.close());

  const importText = (text: string): Promise<FrameworkImport> => waymark.get(FrameworksService).importFramework(ACTOR, { fileName: 'framework.yml', text });
  const refusal = async (importing: Promise<unknown>): Promise<ApplicationError> => {
    const error: unknown = await importing.then(() => undefined, (thrown: unknown) => thrown);
    if (error instanceof ApplicationError) return error;
    throw error ?? new Error('nothing was refused');
  };
  const state = async (): Promise<unknown> => {
    const tables = ['frameworks', 'missions', 'mission_leads', 'targets', 'organisations', 'metrics', 'areas', 'users', 'releases', 'observations', 'outbox_messages', 'audit_entries'];
    const counts = await Promise.all(tables.map((table) => waymark.dataSource.query(`SELECT count(*)::int AS n, (SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM ${table} t) AS digest FROM ${table}`)));
    return Object.fromEntries(tables.map((table, index) => [table, (counts[index] as unknown[])[0]]));
  };
  const mission = async (slug: string): Promise<Mission> => {
    const found = await missions.bySlug(SLUG, slug);
    if (!found) throw new Error(`no mission ${slug}`);
    return found;
  };

  describe('as the example', () => {
    it('has the twelve missions with texts, clauses, leads and targets', async () => {
      const all = await missions.allOfFramework(SLUG);
      expect(all.map(({ number, slug }) => `${number} ${slug}`)).toEqual([
        '1 living-standards', '2 research-and-development', '3 transport', '4 digital-connectivity', '5 education', '6 skills',
        '7 health', '8 wellbeing', '9 pride-in-place', '10 housing', '11 crime', '12 local-leadership',
      ]);
      for (const { statement, clauses } of all) expect(clauses.every(({ text }) => statement.includes(text))).toBe(true);
      const paper = all.filter(({ leads }) => leads.some(({ basis }) => basis === 'paper'));
      expect(paper.map(({ slug, leads }) => [slug, leads[0]?.organisation.name])).toEqual([
        ['education', 'Department for Education'],
        ['health', 'Department of Health and Social Care'],
      ]);
      const education = await mission('education');
      expect(education.framework.title).toBe('Levelling Up the United Kingdom');
      expect(education.targets.map(({ slug, metric }) => [slug, metric?.slug])).toEqual([
        ['ks2-90-percent', 'pupils-at-expected-standard'],
        ['ks2-worst-areas-up-by-a-third', 'pupils-at-expected-standard'],
      ]);
      expect(education.targets[0]).toMatchObject({
        rule: { kind: 'level', value: 90 },
        areas: { one: 'E92000001' },
        baseline: { period: '2018-09-01/P1Y' },
        decides: { period: '2029-09-01/P1Y', releaseExpected: '2030-09-30' },
        position: 0,
      });
      expect((await mission('digital-connectivity')).openTerms.map(({ reading }) => reading !== undefined)).toEqual([true, true, true]);
      expect(await waymark.get(FrameworksQueries).bySlug(SLUG)).toMatchObject({ publishedOn: '2022-02-02', reportDuty: { owedBy: 'minister' } });
    });

    it('has the 22 headline metrics, and every metric a direction', async () => {
      const headlines = new Set((await missions.allOfFramework(SLUG)).flatMap(({ headlineMetrics }) => headlineMetrics));
      const metrics = await waymark.get(MetricsQueries).all();
      expect(headlines.size).toBe(22);
      expect([...headlines].filter((slug) => !metrics.some((metric) => metric.slug === slug))).toEqual([]);
      expect(metrics.filter(({ direction }) => !/^(higher|lower)-is-better$/.test(direction))).toEqual([]);
    });

    it('says who leads on a day', async () => {
      const { id } = await mission('education');
      expect(await missions.leadOn(id, '2022-02-01')).toBeNull();
      expect(await missions.leadOn(id, '2022-02-02')).toMatchObject({ slug: 'dfe', shortName: 'DfE', mailbox: 'missions@dfe.example.org' });
    });

    it('has its people, its areas confirmed, and its figures', async () => {
      const [people]: unknown[] = await waymark.dataSource.query('SELECT count(*)::int AS n, count(*) FILTER (WHERE demo)::int AS demo FROM users');
      expect(people).toEqual({ n: 16, demo: 16 });
      expect(await waymark.dataSource.query('SELECT name, places, user_id IS NOT NULL AS account FROM directors')).toEqual([{ name: 'Oliver Grant', places: ['E08000003'], account: true }]);
      expect(await waymark.get(AreasQueries).byCode('E08000016')).toMatchObject({ confirmed: true, level: 'unitary', validTo: '2025-03-31', successors: ['E08000038'] });
      expect(await waymark.dataSource.getRepository(Area).findBy({ confirmed: false })).toEqual([]);
      const releases: unknown[] = await waymark.dataSource.query('SELECT file_name AS file, rows_read AS rows, rows_with_value + rows_missing AS counted FROM releases ORDER BY id');
      const linesOf = (file: string): number => readFileSync(path.join(EXAMPLE, 'observations', file), 'utf8').trimEnd().split('\n').length - 1;
      expect(releases).toEqual(['levelling-up-2022.csv', 'places-deprivation-2019.csv'].map((file) => ({ file, rows: linesOf(file), counted: linesOf(file) })));
    });

    // the words that a newcomer must see (the issue's own)
    it.each([
      ['education', 'ks2-90-percent', ['off-track', 'deteriorating']],
      ['health', 'hle-male-five-years-by-2035', ['off-track', 'deteriorating']],
      ['digital-connectivity', 'gigabit-nationwide', ['on-track']],
      ['pride-in-place', 'pride-rises-in-every-area', ['target-undefined']],
      ['research-and-development', 'public-rd-40-percent-by-2030', ['deteriorating']],
      ['living-standards', 'pay-rises-in-every-area', ['no-data']],
      ['housing', 'non-decent-rented-homes-halved', ['no-data']],
    ])('gives figures by which %s, %s is judged %j', async (slug, targetSlug, verdicts) => {
      const target = (await mission(slug)).targets.find((one) => one.slug === targetSlug);
      if (!target) throw new Error(`no target ${targetSlug}`);
      const figures = await waymark.get(TargetFiguresQueries).of(target);
      const judged = judgeTarget(targetToJudge(target, figures), '2026-07-01');
      expect(verdicts).toContain(judged.verdict);
    });

    it('changes nothing when it is loaded again', async () => {
      const before = await state();
      const report = await waymark.get(ExampleLoader).load(EXAMPLE, { demoPeople: true });
      expect(report).toMatchObject({ changed: false });
      expect(report.steps.map(({ step }) => step)).toEqual(['metrics', 'context metrics', 'areas', 'neighbours', 'tiles of maps', 'funds', 'awards', 'organisations', 'people', 'directors', 'observations levelling-up-2022.csv', 'observations places-deprivation-2019.csv', `framework ${SLUG}`, `quality review ${SLUG}`]);
      expect(await state()).toEqual(before);
    });

    it('is judged again after each release and after it, by one job each', async () => {
      const jobs: unknown = await waymark.dataSource.query(`SELECT payload FROM outbox_messages WHERE kind = 'judge-missions' ORDER BY created_at, payload->>'cause' DESC`);
      expect(jobs).toEqual([...[1, 2].map((releaseId) => ({ payload: { cause: 'release', releaseId } })), { payload: { cause: 'framework' } }]);
    });
  });

  describe('that demotes a headline', () => {
    const demotions = (): Promise<{ slug: string; at: string }[]> =>
      waymark.dataSource.query(
        `SELECT t.slug, o.payload->>'at' AS at FROM outbox_messages o JOIN targets t ON t.id::text = o.payload->>'targetId' WHERE o.kind = 'raise-alert' AND o.payload->>'kind' = 'headline-demoted'`,
      );

    it('calls for an alert on it, and for none where nothing is demoted; a vacancy is on record with its reason', async () => {
      const target = TEXT.slice(TEXT.indexOf('- slug: ks2-90-percent')).split('role: headline')[0] ?? '';
      const demoted = changed(`${target}role: headline`, `${target}role: supporting`);
      const vacant = changed(
        'leads: [{ department: dfe, from: 2022-02-02, to: null, basis: paper }]',
        'leads: [{ department: dfe, from: 2022-02-02, to: 2026-01-01, basis: paper }]\n    vacancies: [{ from: 2026-01-01, to: 2026-03-01, reason: The department is being split. }]',
        demoted,
      );
      await importText(vacant);
      expect((await demotions()).map(({ slug }) => slug)).toEqual(['ks2-90-percent']);
      await importText(changed('The department is being split.', 'The department was split.', vacant));
      expect(await demotions()).toHaveLength(1);
      expect(await waymark.dataSource.query(`SELECT to_char(from_date, 'YYYY-MM-DD') AS from, reason FROM mission_vacancies`)).toEqual([{ from: '2026-01-01', reason: 'The department was split.' }]);
      await waymark.get(FrameworksService).importFramework(ACTOR, { fileName: 'framework.yml', text: `${TEXT}\n` });
      expect(await demotions()).toHaveLength(1);
    });
  });

  describe('with faults', () => {
    const lead = 'leads: [{ department: dfe, from: 2022-02-02, to: null, basis: paper }]';
    const ks2Baseline = / {8}baseline:\n {10}period: "2018-09-01\/P1Y"\n {10}reason: >-\n {12}School year 2018\/19[^]*?years\.\n/;

    it.each<[string, () => string, (text: string) => [number, RegExp, string]]>([
      [
        'two leads at once',
        () => changed(lead, 'leads:\n      - { department: dfe, from: 2022-02-02, to: null, basis: paper }\n      - { department: dhsc, from: 2024-07-05, to: null, basis: proposed }'),
        (text) => [lineOf('{ department: dhsc, from: 2024-07-05', text), /two leads at once: dhsc from 2024-07-05 and dfe from 2022-02-02 \(see line \d+\)/, 'missions[4].leads[1]'],
      ],
      ['an unknown metric', () => changed('metric: pupils-at-expected-standard', 'metric: pupils'), (text) => [lineOf('metric: pupils\n', text), /the metric pupils is not in the catalogue/, 'missions[4].targets[0].metric']],
      ['a target without a baseline', () => changed(ks2Baseline, '        baseline: null\n'), (text) => [lineOf('- slug: ks2-90-percent', text), /the target ks2-90-percent \(level\) has no baseline/, 'missions[4].targets[0]']],
      ['a target whose baseline is left out', () => changed(ks2Baseline, ''), (text) => [lineOf('- slug: ks2-90-percent', text), /has no baseline/, 'missions[4].targets[0]']],
      ['an unknown department', () => changed(lead, lead.replace('dfe', 'mod')), (text) => [lineOf('department: mod', text), /the department mod is not among/, 'missions[4].leads[0].department']],
      ['words that the statement has not', () => changed('with integrated ticketing."', 'with free buses."', TEXT.replace('and integrated ticketing."', 'with integrated ticketing."')), (text) => [lineOf('with free buses', text), /clause d is not part of the mission's statement/, 'missions[2].clauses[3].text']],
      ['a slug twice', () => changed('- slug: skills\n', '- slug: education\n'), (text) => [lineOf('- slug: education\n    number: 6', text), /slug education is there twice \(see line \d+\)/, 'missions[5].slug']],
      ['a number twice', () => changed('number: 6\n', 'number: 5\n'), (text) => [lineOf('    number: 5\n    focusArea: Skills', text), /number 5 is there twice/, 'missions[5].number']],
      ['an unknown period', () => changed('period: "2029-09-01/P1Y"', 'period: "2029-30"'), (text) => [lineOf('"2029-30"', text), /2029-30 is no period/, 'missions[4].targets[0].decides.period']],
      ['a decision before the baseline', () => changed('period: "2030-07-01"', 'period: "2023-07-01"'), (text) => [lineOf('"2023-07-01"', text), /does not come after the baseline/, 'missions[3].targets[0].decides.period']],
      ['a field that nobody knows', () => changed('focusArea: Skills', 'focusArea: Skills\n    colour: red'), (text) => [lineOf('colour: red', text), /there is no field colour here/, 'missions[5].colour']],
      ['a word for a number', () => changed('number: 6\n', 'number: six\n'), (text) => [lineOf('number: six', text), /number must be/, 'missions[5].number']],
      ['a number that no mission has', () => changed('number: 6\n', 'number: 99999999999\n'), (text) => [lineOf('number: 99999999999', text), /number must not be greater than 999/, 'missions[5].number']],
      ['no YAML', () => changed('objectives:\n', 'objectives: [\n'), () => [expect.any(Number) as unknown as number, /./, '']],
    ])('refuses %s with the line at fault, and changes nothing', async (_, spoil, expected) => {
      const before = await state();
      const text = spoil();
      const { kind, reasons } = await refusal(importText(text));
      const [line, message, field] = expected(text);
      expect(kind).toBe('invalid');
      expect(reasons).toContainEqual(expect.objectContaining({ message: expect.stringMatching(message), field }));
      const found = reasons.find((reason) => message.test(reason.message) && reason.field === field);
      expect(Number(/^line (\d+): /.exec(found?.message ?? '')?.[1])).toEqual(line);
      expect(await state()).toEqual(before);
    });

    it('lists all faults at once, in the order of the lines', async () => {
      const text = changed('number: 6\n', 'number: 5\n', changed('metric: pupils-at-expected-standard', 'metric: pupils', changed('objective: empowering-leaders', 'objective: x')));
      const { reasons, message } = await refusal(importText(text));
      expect(reasons.map(({ code }) => code)).toEqual(['unknown-metric', 'twice', 'unknown-objective']);
      expect(message).toBe('The file was refused for 3 faults; nothing was changed');
    });

    it('refuses people without the permission', async () => {
      await expect(waymark.get(FrameworksService).importFramework(VISITOR, { fileName: '', text: TEXT })).rejects.toMatchObject({ kind: 'forbidden' });
    });
  });

  describe('that has changed', () => {
    it('changes missions and targets in place, swaps numbers, replaces leads, adds and takes away', async () => {
      const before = await mission('education');
      const skills = await mission('skills');
      let text = changed('number: 6\n', 'number: 55\n');
      text = changed('number: 5\n', 'number: 6\n', text).replace('number: 55\n', 'number: 5\n');
      text = changed('rule: { kind: level, value: 90 }', 'rule: { kind: level, value: 95 }', text);
      text = changed('leads: [{ department: dfe, from: 2022-02-02, to: null, basis: paper }]', 'leads: [{ department: dfe, from: 2022-02-02, to: 2024-07-05, basis: paper }, { department: dhsc, from: 2024-07-05, to: null, basis: proposed }]', text);
      text = changed('- slug: sharp-object-admissions-fall', '- slug: knife-admissions-fall', text);
      expect(await importText(text)).toEqual({ slug: SLUG, changed: true, missions: 12, targets: await allTargets() });
      const after = await mission('education');
      expect([after.id, after.number, (await mission('skills')).id, (await mission('skills')).number]).toEqual([before.id, 6, skills.id, 5]);
      expect(after.targets.map(({ id, rule }) => [id, rule.kind, rule['value']])).toEqual(before.targets.map(({ id, rule }, at) => [id, rule.kind, at === 0 ? 95 : undefined]));
      expect((await missions.leadOn(after.id, '2024-07-04'))?.slug).toBe('dfe');
      expect((await missions.leadOn(after.id, '2024-07-05'))?.slug).toBe('dhsc');
      expect((await mission('crime')).targets.map(({ slug }) => slug)).toEqual(['homicide-falls', 'neighbourhood-crime-falls', 'knife-admissions-fall']);
      expect(await importText(text)).toMatchObject({ changed: false, missions: 12 });
      // and back to the example
      expect(await importText(TEXT)).toMatchObject({ changed: true });
      expect((await mission('education')).number).toBe(5);
    });

    it('keeps what has been judged, and names it', async () => {
      const { id: missionId, targets } = await mission('crime');
      const judged = targets.find(({ slug }) => slug === 'homicide-falls');
      await waymark.dataSource.query(
        `INSERT INTO judgements (kind, mission_id, target_id, verdict, sentence, components, inputs, release_ids, cause, given_at, as_of)
         VALUES ('computed', $1, $2, 'no-data', 'S', '{}', '{}', '{}', 'first', $3, '2026-07-01')`,
        [missionId, judged?.id, waymark.clock.now()],
      );
      const before = await state();
      const withoutTarget = changed('- slug: homicide-falls', '- slug: killings-fall');
      expect((await refusal(importText(withoutTarget))).reasons).toEqual([
        { code: 'vanished-but-referred-to', message: 'the target homicide-falls of the mission crime is no longer in the file, but there are judgements of it; keep it in the file' },
      ]);
      const withoutMission = changed(/ {2}- slug: crime\n[^]*?(?= {2}- slug: local-leadership)/, '');
      expect((await refusal(importText(withoutMission))).reasons.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^the target homicide-falls of the mission crime/),
        expect.stringMatching(/^the mission crime is no longer in the file, but there are judgements of it/),
      ]);
      expect(await state()).toEqual(before);
    });

    const allTargets = async (): Promise<number> => {
      const [row]: { n: number }[] = await waymark.dataSource.query('SELECT count(*)::int AS n FROM targets');
      return row?.n ?? 0;
    };
  });

  describe('of metrics', () => {
    const catalogue = readFileSync(path.join(EXAMPLE, 'catalogue', 'metrics.yml'), 'utf8');
    const importCatalogue = (text: string): Promise<unknown> => waymark.get(MetricsService).importCatalogue(ACTOR, { fileName: 'metrics.yml', text });

    it('never guesses a direction', async () => {
      const text = changed('    direction: higher-is-better\n', '', catalogue);
      const { reasons } = await refusal(importCatalogue(text));
      expect(reasons).toEqual([{ code: 'isIn', message: `line ${lineOf('- slug: gva-per-hour', catalogue)}: direction must say which way is better: higher-is-better or lower-is-better`, field: 'metrics[0].direction' }]);
    });

    it('refuses one indicator for two metrics with both lines', async () => {
      const text = changed('indicators: ["Employment rate"]', 'indicators: ["Gross median weekly pay"]', catalogue);
      const { reasons } = await refusal(importCatalogue(text));
      const first = lineOf('"Gross median weekly pay"', text);
      expect(reasons.map(({ message }) => message)).toEqual([`line ${lineOf('name: Employment rate', text) + 1}: the indicator “Gross median weekly pay” is there twice (see line ${first})`]);
    });

    it('brings one metric up to date and leaves the rest', async () => {
      const text = changed('name: GVA per hour worked ', 'name: GVA an hour ', catalogue.replace('name: GVA per hour worked\n', 'name: GVA per hour worked \n'));
      expect(await importCatalogue(text)).toMatchObject({ changed: true, added: 0, updated: 1 });
      expect(await importCatalogue(catalogue)).toMatchObject({ changed: true, updated: 1 });
      expect(await importCatalogue(catalogue)).toMatchObject({ changed: false, updated: 0 });
    });
  });
});
