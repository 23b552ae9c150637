import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { Alert } from '#features/alerts/alert.entity.js';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { FrameworksService } from '#features/frameworks/frameworks.service.js';
import { InterimReviewsQueries } from '#features/interim-reviews/interim-reviews.queries.js';
import { InterimReviewsWebModule } from '#features/interim-reviews/web/interim-reviews-web.module.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';
import { MissionsWebModule } from '#features/missions/web/missions-web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

describe('what becomes of a target after its interim review', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let address: string;
  let member: Agent;

  const textOf = async (agent: Agent, page: string): Promise<string> => {
    const { $, response, status } = await waymark.open(agent, page);
    expect([page, status, await faultsOf(response.text)]).toEqual([page, 200, []]);
    return $('main').text().replaceAll(/\s+/g, ' ');
  };
  const errorsOf = async (page: string): Promise<(string | undefined)[]> => {
    const { $ } = await waymark.open(member, page);
    return $('.govuk-error-summary a').toArray().map((link) => $(link).attr('href'));
  };
  const targets = () => waymark.dataSource.getRepository(Target).find({ order: { position: 'ASC' }, relations: { metric: true } });

  /** A review whose figures have come, missed, and whose department has kept silent until its day has passed. */
  beforeEach(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, FrameworksModule, InterimReviewsWebModule, MissionsWebModule, JobsModule] });
    waymark.clock.set('2025-09-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    const milestones: Target['milestones'] = [{ period: '2024-09-01/P1Y', kind: 'interim-target', value: 75 }];
    const { id, firstPublished } = education.target;
    await waymark.dataSource.getRepository(Target).update({ id }, { milestones: milestones as never, firstPublished: { ...firstPublished, milestones } as never });
    const { id: _, ...metric } = education.metric;
    await waymark.dataSource.getRepository(Metric).save({ ...metric, slug: 'attendance', name: 'Attendance' });
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2024-12-10');
    await waymark.runWatches();
    address = `/interim-reviews/${(await waymark.get(InterimReviewsQueries).all())[0]?.reference ?? ''}`;
    await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 62 }, '2025-12-11');
    waymark.clock.set('2025-12-11T09:30:00Z');
    await waymark.runWatches();
    member = await waymark.signIn(education.people.member.email);
  });
  afterEach(() => waymark.close());

  const closed = async (recommendation: string): Promise<void> => {
    expect((await waymark.submit(member, `${address}/effects`, { effects: 'None that we have seen; we asked 40 heads.' })).status).toBe(303);
    expect((await waymark.submit(member, `${address}/decide`, { recommendation, reason: 'Out of reach.' })).status).toBe(303);
  };

  it('is decided only when somebody has said what the target has led to', async () => {
    const refused = await waymark.submit(member, `${address}/decide`, { recommendation: 'keep', reason: 'It is one year.' });
    expect(refused.headers['location']).not.toBe(address);
    expect(await textOf(member, `${address}/decide`)).toContain('Nobody has said which perverse and unintended effects there are');
    const official = await waymark.signIn(education.people.official.email);
    expect((await waymark.open(official, `${address}/effects`)).status).toBe(403);
    const secondee = await waymark.signIn(education.people.secondee.email);
    expect((await waymark.open(secondee, `${address}/effects`)).status).toBe(403);
    await textOf(member, `${address}/effects`);
    await waymark.submit(member, `${address}/effects`, { effects: ' ' });
    expect(await errorsOf(`${address}/effects`)).toEqual(['#effects']);
    await closed('keep');
    expect(await textOf(waymark.visitor(), address)).toMatch(/None that we have seen; we asked 40 heads\. ?member, for the council, 11 December 2025/);
    expect((await waymark.open(member, `${address}/effects`)).status).toBe(409);
    await expect(waymark.dataSource.query(`UPDATE interim_reviews SET effects_text = 'x'`)).rejects.toThrow(/is closed/);
  });

  it('is reset to another date and another metric, with both versions and the first judged', async () => {
    await closed('reset');
    const page = `${address}/targets/expected-standard/reset`;
    expect(await textOf(member, page)).toContain('The target asks for 90 (in the metric’s unit) now, is decided by school year 2029/30 and measured by Pupils at the expected standard.');
    await waymark.submit(member, page, { value: '90', period: '2029-09-01/P1Y', metric: 'key-stage-2', setBy: 'DfE', reason: 'R' });
    expect(await errorsOf(page)).toEqual(['#value']);
    await waymark.submit(member, page, { value: '90', period: '2017-09-01/P1Y', metric: 'nothing', setBy: 'DfE', reason: 'R' });
    expect(await errorsOf(page)).toEqual(['#period', '#metric']);
    expect((await waymark.submit(member, page, { value: '90', period: '2034-09-01/P1Y', metric: 'attendance', setBy: 'DfE', reason: 'Tests are gone.' })).status).toBe(303);
    await waymark.runJobs();
    expect(await targets()).toMatchObject([{ rule: { kind: 'level', value: 90 }, decides: { period: '2034-09-01/P1Y', releaseExpected: '2035-12-15' }, metric: { slug: 'attendance' }, firstPublished: { metric: 'key-stage-2', decides: { period: '2029-09-01/P1Y' } } }]);
    expect(await textOf(waymark.visitor(), address)).toMatch(/From 11 December 2025: 90 \(DfE\), decided by school year 2034\/35, measured by attendance.*Tests are gone\./);
    const computed = (await waymark.get(JudgementsQueries).standingOfMission(education.mission.id))?.targets[0]?.computed;
    expect(computed?.components.firstPublished?.verdict).toBe('deteriorating');
    expect((await waymark.dataSource.getRepository(Alert).findBy({ kind: 'target-reset' })).length).toBe(1);
  });

  it('is reset once where two had the page open, and the second is told with what they typed', async () => {
    await closed('reset');
    const page = `${address}/targets/expected-standard/reset`;
    const windows = [member, await waymark.signIn(education.people.chair.email)];
    const forms: Record<string, string>[] = [];
    for (const agent of windows) {
      const { $ } = await waymark.open(agent, page);
      forms.push(Object.fromEntries($('main form input[type="hidden"]').toArray().map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? ''])));
    }
    const typed = (index: number) => ({ value: String(60 + index), period: '2029-09-01/P1Y', metric: 'key-stage-2', setBy: 'DfE', reason: `Words of window ${index}` });
    const answers = await Promise.all(windows.map((agent, index) => agent.post(page).redirects(0).type('form').send({ ...forms[index], ...typed(index) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = answers.findIndex(({ status }) => status === 409);
    expect(await faultsOf(answers[late]?.text ?? '')).toEqual([]);
    expect(answers[late]?.text).toContain(`Words of window ${late}`);
    expect(await targets()).toMatchObject([{ rule: { value: 61 - late } }]);
  });

  it('raises an alert where another metric alone is asked while it is off track, until the first is asked again', async () => {
    await closed('reset');
    const measured = async (metric: string): Promise<unknown[]> => {
      waymark.clock.advance(60_000);
      const typed = { value: '90', period: '2029-09-01/P1Y', metric, setBy: 'DfE', reason: 'Tests.' };
      await textOf(member, `${address}/targets/expected-standard/reset`);
      expect((await waymark.submit(member, `${address}/targets/expected-standard/reset`, typed)).status).toBe(303);
      await waymark.runJobs();
      return (await waymark.dataSource.getRepository(Alert).findBy({ kind: 'target-reset' })).map(({ status, facts }) => [status, facts[0]?.value]);
    };
    expect(await measured('attendance')).toEqual([['raised', 'the metric']]);
    expect(await measured('key-stage-2')).toEqual([['closed', 'the metric']]);
  });

  it('is replaced by another, and judged for ever though it counts as a headline no longer', async () => {
    await closed('replace');
    const page = `${address}/targets/expected-standard/replace`;
    expect((await waymark.open(member, `${address}/targets/expected-standard/reset`)).status).toBe(409);
    expect(await textOf(member, address)).toContain('Record the replacement: 90% reach the expected standard');
    await textOf(member, page);
    await waymark.submit(member, page, { title: '', metric: '', kind: '', value: 'x', period: '', setBy: '', reason: '' });
    expect(await errorsOf(page)).toEqual(['#title', '#metric', '#kind', '#value', '#period', '#reason', '#setBy']);
    await textOf(member, page);
    const made = { title: '70% reach it by 2035', metric: 'key-stage-2', kind: 'level', value: '70', period: '2034-09-01/P1Y', setBy: 'DfE, Budget', reason: 'Two years without tests.' };
    expect((await waymark.submit(member, page, made)).status).toBe(303);
    await waymark.runJobs();
    expect(await targets()).toMatchObject([
      { slug: 'expected-standard', role: 'supporting' },
      { slug: '70-reach-it-by-2035', role: 'headline', rule: { kind: 'level', value: 70 }, baseline: { period: '2018-09-01/P1Y' }, decides: { period: '2034-09-01/P1Y', releaseExpected: '2035-12-15' } },
    ]);
    expect(await waymark.dataSource.getRepository(TargetVersion).find()).toMatchObject([{ number: 1, setBy: 'DfE, Budget', reason: 'Two years without tests.' }]);
    const standing = await waymark.get(JudgementsQueries).standingOfMission(education.mission.id);
    expect(standing?.targets.map(({ computed }) => computed?.verdict !== undefined)).toEqual([true, true]);
    expect((await waymark.dataSource.getRepository(Alert).findBy({ kind: 'headline-demoted' })).length).toBe(1);
    expect(await textOf(waymark.visitor(), address)).toContain('A target was replaced');
    expect((await waymark.open(member, page)).status).toBe(409);
    await textOf(waymark.visitor(), '/frameworks/levelling-up-2022/missions/education');
  });

  describe('and the framework’s file, loaded again', () => {
    const loaded = (value: number, title = '90% reach the expected standard'): Promise<unknown> =>
      waymark.get(FrameworksService).importFramework(systemActor('command', 'test'), { fileName: 'framework.yml', text: fileOf(value, title) });

    it('leaves a replacement there and a headline nobody has demoted since', async () => {
      await closed('replace');
      await textOf(member, `${address}/targets/expected-standard/replace`);
      const made = { title: '70% reach it by 2035', metric: 'key-stage-2', kind: 'level', value: '70', period: '2034-09-01/P1Y', setBy: 'DfE', reason: 'R' };
      expect((await waymark.submit(member, `${address}/targets/expected-standard/replace`, made)).status).toBe(303);
      await loaded(90);
      expect(await targets()).toMatchObject([{ slug: 'expected-standard', role: 'supporting', position: 0 }, { slug: '70-reach-it-by-2035', role: 'headline', position: 1, rule: { value: 70 } }]);
      await loaded(90, '90 in 100 reach the expected standard');
      expect((await targets()).map(({ role, title }) => [role, title])).toEqual([['supporting', '90 in 100 reach the expected standard'], ['headline', '70% reach it by 2035']]);
    });

    it('leaves a reset standing, agrees with it, and is refused where it says a third thing', async () => {
      await closed('reset');
      await textOf(member, `${address}/targets/expected-standard/reset`);
      expect((await waymark.submit(member, `${address}/targets/expected-standard/reset`, { value: '60', period: '', metric: 'attendance', setBy: 'DfE', reason: 'R' })).status).toBe(303);
      await loaded(90);
      expect(await targets()).toMatchObject([{ rule: { kind: 'level', value: 60 }, metric: { slug: 'attendance' }, firstPublished: { rule: { value: 90 } } }]);
      const refused: unknown = await loaded(75).catch((error: unknown) => error);
      expect(refused).toMatchObject({ reasons: [{ code: 'reset-contradicted', field: 'missions[0].targets[0]', message: expect.stringMatching(/^line \d+: the target expected-standard was changed after the interim review IR-\S+; write what it asked when it was first published/) }] });
      expect(await targets()).toMatchObject([{ rule: { value: 60 } }]);
    });
  });
});

function fileOf(value: number, title: string): string {
  return `
framework: { slug: levelling-up-2022, title: Levelling Up, summary: S, source: S, publishedOn: 2022-02-02, startsOn: 2022-02-02, endsOn: 2030-12-31 }
objectives: [{ slug: o, title: O }]
departments: [{ slug: dfe, name: Department for Education, shortName: DfE }]
missions:
  - { slug: education, number: 5, focusArea: Education, objective: o, statement: S, scope: england, maturity: agreed,
      leads: [{ department: dfe, from: 2022-02-02, to: null, basis: paper }], clauses: [{ key: a, text: S, coveredBy: [key-stage-2] }], headlineMetrics: [key-stage-2],
      targets: [{ slug: expected-standard, title: ${title}, clause: a, metric: key-stage-2, role: headline, areas: { one: E92000001 }, rule: { kind: level, value: ${value} },
        baseline: { period: "2018-09-01/P1Y", reason: r }, decides: { period: "2029-09-01/P1Y", releaseExpected: "2030-12-15" }, milestones: [{ period: "2024-09-01/P1Y", kind: interim-target, value: 75 }] }] }
`;
}
