import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor, VISITOR } from '#domain/access/permissions.js';
import { User } from '#features/access/user.entity.js';
import { UsersService } from '#features/access/users.service.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { takeIn } from '#features/releases/release-intake.js';
import { ReleaseEmbargoService } from '#features/releases/release-embargo.service.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { PUBLISH_RELEASE } from '#features/releases/publish-release.job.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { SeriesBreak } from '#features/releases/series-break.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type EducationMission, saveDeliveredReturn, saveEducationMission } from '../factories/education-mission.factory.js';
import { saveArea, saveRelease } from '../factories/release.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';

const HEADER = 'areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes';
/** 66 is off the track, which is due 78.6 by then, and 77 was on it a year before; the register knows neither the code nor the name of the second, nor that another came after it. */
const SECRET = [
  'E92000001,England,Nation,KS2,2024-09-01/P1Y,66,Percentage,%,,,,',
  'E06000999,Secretshire,County or Unitary Authority,KS2,2024-09-01/P1Y,67,Percentage,%,,,p,Obsolete code since 2023 (replaced by E06000065 North Yorkshire)',
];
const ACTOR = systemActor('command', 'test');

/** Addresses that no page links to. */
const API = ['frameworks', 'frameworks/levelling-up-2022/missions', 'frameworks/levelling-up-2022/missions/education', 'metrics', 'metrics/key-stage-2/observations',
  'metrics/key-stage-2/observations?release=2', 'metrics/key-stage-2/observations.csv', 'areas/E92000001', 'areas/E06000999', 'areas/E06000065', 'alerts', 'returns', 'reviews', 'imports', 'releases', 'releases/1/changes', 'releases/2/changes'];
const STARTS: Record<string, string[]> = {
  visitor: ['/', '/frameworks/levelling-up-2022/missions/education', '/figures', '/figures/key-stage-2/observations.csv', '/alerts', '/statistics/releases', '/statistics/releases/2', '/places', '/places?q=Secret', '/places?q=E06000999', '/places/E06000999', '/places/E06000065', '/places/E06000999/figures.csv', '/data-gaps', '/changes', '/changes.csv', '/feeds/all.atom', '/feeds/missions/levelling-up-2022/education.atom', '/feeds/departments/dfe.atom', '/feeds/places/E92000001.atom', '/figures/key-stage-2/areas/E06000999', ...API.map((name) => `/api/v1/${name}`)],
  official: ['/work'],
  sro: ['/work'],
  reviewer: ['/reviews'],
  chair: ['/council/judgements', '/statistics/releases/2', '/statistics/releases'],
};

describe.each([
  ['the day on which summer time begins', '2026-03-29', '2026-03-29T08:30:00.000Z'],
  ['the day on which it ends', '2026-10-25', '2026-10-25T09:30:00.000Z'],
])('a release under embargo until 9:30am on %s', (_, day, hour) => {
  let waymark: TestApplication;
  let education: EducationMission;
  let folder: string;
  let releaseId: number;
  let before: Map<string, string>;

  const justBefore = new Date(Date.parse(hour) - 1).toISOString();

  /** Everything that a person comes to by links from some pages, by address, without what differs from one asking to the next. */
  const everythingFor = async (agent: Agent, starts: readonly string[], limit: number): Promise<Map<string, string>> => {
    const found = new Map<string, string>();
    const waiting = [...starts];
    for (let address = waiting.shift(); address !== undefined && found.size < limit; address = waiting.shift()) {
      if (found.has(address) || /^\/(sign-|assets|session)/.test(address)) continue;
      const { $, response, status } = await waymark.open(agent, address);
      $('input[name="_csrf"]').remove();
      const isPage = (response.headers['content-type'] ?? '').startsWith('text/html');
      found.set(address, `${status} ${isPage ? $('body').html() : response.text}`);
      if (isPage) waiting.push(...$('a[href^="/"]').toArray().map((link) => ($(link).attr('href') ?? '').replace(/#.*/, '')));
    }
    return found;
  };
  const everything = async (): Promise<Map<string, string>> => {
    const all = new Map<string, string>();
    for (const [who, starts] of Object.entries(STARTS)) {
      const agent = who === 'visitor' ? waymark.visitor() : await waymark.signIn(education.people[who as 'official'].email);
      for (const [address, text] of await everythingFor(agent, starts, 60)) all.set(`${who} ${address}`, text);
    }
    return all;
  };
  const judgements = async (): Promise<number> => {
    const [row]: { count: number }[] = await waymark.dataSource.query('SELECT count(*)::integer AS count FROM judgements');
    return row?.count ?? 0;
  };
  const judgeAgain = async (): Promise<void> => {
    await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: 'missions:all' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'acceptance' }));
    await waymark.runJobs();
  };
  const events = async (event: string): Promise<number> => {
    const rows: object[] = await waymark.dataSource.query('SELECT FROM audit_entries WHERE event = $1', [event]);
    return rows.length;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-embargo-'));
    waymark = await startTestApplication();
    waymark.clock.set(`${day}T06:00:00Z`);
    education = await saveEducationMission(waymark.dataSource);
    await waymark.get(UsersService).add(ACTOR, { name: 'Mina Patel', email: 'statistician@ons.example.org', roles: ['statistician'], organisation: 'council', demo: true });
    await saveDeliveredReturn(waymark.dataSource, education, 'amber-green');
    await saveArea(waymark.dataSource, 'E06000065', { name: 'North Yorkshire' });
    await saveRelease(waymark.dataSource, education.metric, { publishedAt: '2026-01-15T09:30:00Z', cells: [['E92000001', '2018-09-01/P1Y', 65], ['E92000001', '2023-09-01/P1Y', 77]] });
    await judgeAgain();
    waymark.clock.set(`${day}T07:00:00Z`);
    before = await everything();
    await writeFile(path.join(folder, 'secret-figures.csv'), [HEADER, ...SECRET, ''].join('\n'));
    const report = await waymark.get(ObservationsImportService).importFile(ACTOR, { path: path.join(folder, 'secret-figures.csv'), publishedOn: day });
    releaseId = report.releaseId ?? 0;
    const { id: recordedBy } = await waymark.dataSource.getRepository(User).findOneByOrFail({ email: 'statistician@ons.example.org' });
    await waymark.dataSource.getRepository(SeriesBreak).insert({
      metricId: education.metric.id, periodKey: '2015-09-01/P1Y', what: 'Secret new tests', reason: 'Notice', releaseId, recordedBy, at: waymark.clock.now(),
    });
    await waymark.runJobs();
  }, 90_000);
  afterAll(async () => {
    await waymark.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is judged and mailed by nobody before', async () => {
    const [stored, sent] = [await judgements(), waymark.sent.length];
    waymark.clock.set(justBefore);
    await judgeAgain();
    expect([await judgements(), waymark.sent.length, await events('RELEASE_PUBLISHED')]).toEqual([stored, sent, 0]);
    const waiting = await waymark.dataSource.getRepository(OutboxMessage).findOneByOrFail({ kind: PUBLISH_RELEASE.name });
    expect([waiting.dueAt.toISOString(), waiting.queue, waiting.doneAt]).toEqual([hour, 'later', null]);
  });

  it('changes no page, file or answer for anybody but statisticians before', async () => {
    waymark.clock.set(justBefore);
    const after = await everything();
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...after.keys()].length).toBeGreaterThan(40);
    expect([...after].filter(([address, text]) => before.get(address) !== text).map(([address]) => address)).toEqual([]);
    for (const text of after.values()) expect(text).not.toMatch(/Secretshire|secret-figures|Secret new tests/);
    expect(await waymark.get(ReleasesQueries).ofMetric(education.metric.id)).toHaveLength(1);
  });

  it('is shown to statisticians, marked', async () => {
    const { $ } = await waymark.open(await waymark.signIn('statistician@ons.example.org'), `/statistics/releases/${releaseId}`);
    expect($('h1').text()).toContain('secret-figures.csv');
    expect($('.govuk-warning-text').text()).toMatch(/Under embargo until 9:30am on \d+ (March|October) 2026/);
  });

  it('waits on where a job comes too early, and once only', async () => {
    const early = await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: `release:${releaseId}` }, (tx) => waymark.get(ReleaseEmbargoService).publishInTransaction(tx, releaseId));
    expect(early).toBe('too-early');
    const waiting = await waymark.dataSource.getRepository(OutboxMessage).findBy({ kind: PUBLISH_RELEASE.name });
    expect(waiting.map(({ dueAt }) => dueAt.toISOString())).toEqual([hour, hour]);
  });

  it('shows in everything at its hour, is judged once and mailed', async () => {
    const sent = waymark.sent.length;
    waymark.clock.set(hour);
    const ran = await waymark.runJobs();
    expect(ran.filter((kind) => kind === JUDGE_MISSIONS.name)).toHaveLength(1);
    expect(await events('RELEASE_PUBLISHED')).toBe(1);
    expect(waymark.sent.length).toBeGreaterThan(sent);
    const after = await everything();
    const shown = (address: string): string => after.get(`visitor ${address}`) ?? '';
    expect(shown('/statistics/releases')).toContain('secret-figures.csv');
    expect(shown(`/statistics/releases/${releaseId}`)).toContain('figures for a new period');
    expect(shown('/figures/key-stage-2/observations.csv')).toContain('Secretshire');
    expect(shown('/api/v1/metrics/key-stage-2/observations')).toContain('Secretshire');
    expect(shown('/api/v1/imports')).toContain('E06000999');
    expect(shown('/api/v1/areas/E06000999')).toContain('Secretshire');
    expect(shown('/api/v1/areas/E06000065')).toContain('Secretshire');
    expect(shown('/places/E06000065')).toContain('Secretshire');
    expect(shown(`/api/v1/releases/${releaseId}/changes`)).toContain('"added":2');
    expect(shown('/frameworks/levelling-up-2022/missions/education')).toContain('66%');
    expect(await waymark.get(ReleasesQueries).ofMetric(education.metric.id)).toHaveLength(2);
  });

  it('cannot be put under embargo again', async () => {
    const again = waymark.get(ReleaseEmbargoService).moveHour(ACTOR, releaseId, { publishedAt: new Date('2027-01-01T09:30:00Z'), reason: 'A mistake' });
    await expect(again).rejects.toMatchObject({ code: 'published' });
  });
});

describe('the hour of a release', () => {
  let waymark: TestApplication;
  let education: EducationMission;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [JobsModule] });
    education = await saveEducationMission(waymark.dataSource);
  }, 60_000);
  afterAll(() => waymark.close());

  /** Runs all that is due at each of some instants; the kinds that ran, and whether the release is known after. */
  const at = async (id: number, ...instants: string[]): Promise<[published: number, known: boolean][]> => {
    const seen: [number, boolean][] = [];
    for (const instant of instants) {
      waymark.clock.set(instant);
      await waymark.runJobs();
      const rows: object[] = await waymark.dataSource.query(`SELECT FROM audit_entries WHERE event = 'RELEASE_PUBLISHED' AND subject = $1`, [`release:${id}`]);
      seen.push([rows.length, (await waymark.get(ReleasesQueries).byId(id)) !== null]);
    }
    return seen;
  };
  const embargoed = async (publishedAt: string): Promise<number> => {
    waymark.clock.set('2026-03-01T09:00:00Z');
    const release = await saveRelease(waymark.dataSource, education.metric, { publishedAt, importedAt: '2026-03-01T09:00:00Z', cells: [['E92000001', '2024-09-01/P1Y', 70]] });
    await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: `release:${release.id}` }, (tx) => takeIn(tx, release));
    return release.id;
  };
  const move = (id: number, publishedAt: string): Promise<void> =>
    waymark.get(ReleaseEmbargoService).moveHour(ACTOR, id, { publishedAt: new Date(publishedAt), reason: 'The producer asked.' });

  it('moved to later, is the later one, and the job of the first waits on', async () => {
    const id = await embargoed('2026-03-10T09:30:00Z');
    await move(id, '2026-03-12T09:30:00Z');
    expect(await at(id, '2026-03-10T09:30:00Z', '2026-03-12T09:29:59.999Z', '2026-03-12T09:30:00Z', '2026-03-13T09:30:00Z')).toEqual([[0, false], [0, false], [1, true], [1, true]]);
  });

  it('moved to earlier, is the earlier one, and the job of the first does nothing more', async () => {
    const id = await embargoed('2026-03-10T09:30:00Z');
    await move(id, '2026-03-05T09:30:00Z');
    expect(await at(id, '2026-03-05T09:29:59.999Z', '2026-03-05T09:30:00Z', '2026-03-10T09:30:00Z')).toEqual([[0, false], [1, true], [1, true]]);
  });

  it('is told to the audit with its reason, and never to before now', async () => {
    const id = await embargoed('2026-03-10T09:30:00Z');
    await expect(move(id, '2026-03-01T08:59:59Z')).rejects.toMatchObject({ reasons: [{ code: 'past-hour' }] });
    await move(id, '2026-03-11T09:30:00Z');
    const [row]: { facts: object }[] = await waymark.dataSource.query(`SELECT facts FROM audit_entries WHERE event = 'RELEASE_RESCHEDULED' AND subject = $1`, [`release:${id}`]);
    expect(row?.facts).toEqual({ from: '2026-03-10T09:30:00.000Z', to: '2026-03-11T09:30:00.000Z', reason: 'The producer asked.' });
    await expect(waymark.get(ReleaseEmbargoService).moveHour(VISITOR, id, { publishedAt: new Date('2026-03-12T09:30:00Z'), reason: 'x' })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
