import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AlertsService } from '#features/alerts/alerts.service.js';
import { CouncilRegisterService } from '#features/council/council-register.service.js';
import { DataGapMovesService } from '#features/data-gaps/data-gap-moves.service.js';
import { InquiriesService } from '#features/inquiries/inquiries.service.js';
import { GivenJudgementsService } from '#features/judgements/given-judgements.service.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { LettersService } from '#features/letters/letters.service.js';
import { ReceivedLettersService } from '#features/letters/received-letters.service.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { ReportsService } from '#features/reports/reports.service.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { publicAddresses } from '../factories/public-addresses.factory.js';
import { actorOf, openInquiry } from '../factories/planted-secrets.factory.js';
import { saveRelease } from '../factories/release.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { createExampleDatabase } from '../support/example-database.js';
import { statementsOf } from '../support/statement-count.js';

/** Milliseconds that a change may take to be on every page, and that the real service's readers wait for a page. */
const PROMISED_MS = 2_000;
const PATIENCE_MS = 40;

const CHAIR = 'margaret.ellison@council.example.org';
const MEMBER = 'grace.adeyemi@council.example.org';
const FRAMEWORK = '/frameworks/levelling-up-2022';
const EDUCATION = `${FRAMEWORK}/missions/education`;

type Shown = readonly [address: string, words: string | RegExp];

/** One thing that happens, through the service that owns it, and where it shows. */
interface Change {
  happens: string;
  work: (waymark: TestApplication) => Promise<readonly Shown[]>;
  /** Opened before it happens; of those that are known before only. */
  shows: (waymark: TestApplication) => Promise<readonly string[]>;
}

const one = async <Row>(waymark: TestApplication, sql: string): Promise<Row> => {
  const [row]: Row[] = await waymark.dataSource.query(sql);
  if (!row) throw new Error(`The example has nothing for ${sql}`);
  return row;
};
const letterOut = (waymark: TestApplication) => one<{ reference: string }>(waymark, `SELECT reference FROM letters WHERE status = 'published' AND direction = 'out' AND answer_due_on IS NOT NULL AND id NOT IN (SELECT answers_id FROM letters WHERE answers_id IS NOT NULL) ORDER BY reference`);
const alertOf = (waymark: TestApplication) => one<{ reference: string; version: number }>(waymark, `SELECT a.reference, a.row_version AS version FROM alerts a JOIN organisations o ON o.id = a.organisation_id WHERE a.status = 'raised' AND o.slug = 'dfe' ORDER BY a.reference`);
const reportOf = (waymark: TestApplication) => one<{ reference: string; version: number; editions: number }>(waymark, 'SELECT reference, row_version AS version, editions FROM reports WHERE editions > 0');
const gapOf = (waymark: TestApplication) => one<{ reference: string; version: number }>(waymark, `SELECT reference, row_version AS version FROM data_gaps WHERE state IN ('open', 'planned') ORDER BY reference`);
const inquiryOf = (waymark: TestApplication) => one<{ reference: string; version: number }>(waymark, `SELECT reference, row_version AS version FROM inquiries WHERE title = 'Attendance' ORDER BY opened_at`);

const CHANGES: Change[] = [
  {
    happens: 'a letter is published',
    shows: async () => ['/letters', '/letters.csv', '/api/v1/letters', '/changes', '/changes.csv', '/feeds/all.atom', '/sitemap.xml'],
    work: async (waymark) => {
      const content = { subject: 'Cloudberries', addressees: [{ kind: 'other' as const, name: 'A committee' }], body: 'Cloudberries.', answerWorkingDays: 20 };
      const letter = await waymark.get(LettersService).write(await actorOf(waymark, MEMBER), content, '');
      await waymark.get(LettersService).publish(await actorOf(waymark, CHAIR), letter);
      return [['/letters', 'Cloudberries'], ['/letters.csv', 'Cloudberries'], ['/api/v1/letters', 'Cloudberries'], ['/changes', 'Cloudberries'], ['/changes.csv', 'Cloudberries'], ['/feeds/all.atom', 'Cloudberries'], ['/sitemap.xml', letter.reference]];
    },
  },
  {
    happens: 'a letter is answered',
    shows: async (waymark) => [`/letters/${(await letterOut(waymark)).reference}`, `/api/v1/letters/${(await letterOut(waymark)).reference}`],
    work: async (waymark) => {
      const { reference } = await letterOut(waymark);
      const today = waymark.clock.today();
      const answer = await waymark.get(ReceivedLettersService).record(await actorOf(waymark, MEMBER), { subject: 'Re: it', sender: 'A minister', body: 'Yes.', receivedOn: today }, reference);
      return [[`/letters/${reference}`, answer.reference], [`/api/v1/letters/${reference}`, `"answeredOn":"${today}"`]];
    },
  },
  {
    happens: 'an alert is acknowledged',
    shows: async (waymark) => {
      const { reference } = await alertOf(waymark);
      return [`/alerts/${reference}`, '/alerts', '/alerts.csv', '/alerts/departments', '/alerts/departments.csv', '/api/v1/alerts', `/api/v1/alerts/${reference}`, '/departments/dfe', '/feeds/departments/dfe.atom'];
    },
    work: async (waymark) => {
      const { reference, version } = await alertOf(waymark);
      await waymark.get(AlertsService).acknowledge(await actorOf(waymark, 'helen.marsh@dfe.example.org'), reference, { ownerName: 'Quillon Dart', ownerJob: 'Director', rowVersion: version });
      return [
        [`/alerts/${reference}`, 'Quillon Dart'], ['/alerts', new RegExp(`${reference}[^]*?Acknowledged`)], ['/alerts.csv', 'Quillon Dart'], ['/alerts/departments', ''], ['/alerts/departments.csv', /^dfe,[^,]+,\d+,\d+,1,/m],
        ['/api/v1/alerts', 'Quillon Dart'], [`/api/v1/alerts/${reference}`, 'Quillon Dart'], ['/departments/dfe', ''], ['/feeds/departments/dfe.atom', 'acknowledged'],
      ];
    },
  },
  {
    happens: 'an inquiry is given up',
    shows: async (waymark) => [`/inquiries/${(await inquiryOf(waymark)).reference}`, `/api/v1/inquiries/${(await inquiryOf(waymark)).reference}`],
    work: async (waymark) => {
      const { reference, version } = await inquiryOf(waymark);
      await waymark.get(InquiriesService).abandon(await actorOf(waymark, MEMBER), { reference, rowVersion: version }, 'Damsons are answer enough.');
      return [[`/inquiries/${reference}`, 'Damsons are answer enough.'], [`/api/v1/inquiries/${reference}`, 'abandoned']];
    },
  },
  {
    happens: 'an inquiry is opened',
    shows: async () => ['/inquiries', '/api/v1/inquiries', '/api/v1/inquiries.csv'],
    work: async (waymark) => {
      const reference = await openInquiry(waymark);
      return [['/inquiries', reference], ['/api/v1/inquiries', reference], ['/api/v1/inquiries.csv', reference]];
    },
  },
  {
    happens: 'the council’s budget is entered',
    shows: async () => ['/council', '/api/v1/council/budgets', '/api/v1/council/budgets.csv'],
    work: async (waymark) => {
      await waymark.get(CouncilRegisterService).saveBudget(await actorOf(waymark, CHAIR), undefined, { year: '2031', givenBy: 'Persimmon fund', amount: '100', spent: '', staff: '', note: '' });
      return [['/council', 'Persimmon fund'], ['/api/v1/council/budgets', 'Persimmon fund'], ['/api/v1/council/budgets.csv', 'Persimmon fund']];
    },
  },
  {
    happens: 'a report gets its paper number',
    shows: async (waymark) => {
      const { reference, editions } = await reportOf(waymark);
      return ['/reports', `/reports/${reference}/editions/${editions}`, `/api/v1/reports/${reference}`];
    },
    work: async (waymark) => {
      const { reference, version, editions } = await reportOf(waymark);
      await waymark.get(ReportsService).recordDates(await actorOf(waymark, CHAIR), { reference, rowVersion: version }, { dueOn: null, deliveredOn: null, laidOn: null, paperNumber: 'HC 9041' });
      return [['/reports', 'HC 9041'], [`/reports/${reference}/editions/${editions}`, 'HC 9041'], [`/api/v1/reports/${reference}`, 'HC 9041']];
    },
  },
  {
    happens: 'a data gap is not to be closed',
    shows: async (waymark) => ['/data-gaps', '/data-gaps.csv', `/data-gaps/${(await gapOf(waymark)).reference}`],
    work: async (waymark) => {
      const { reference, version } = await gapOf(waymark);
      await waymark.get(DataGapMovesService).decide(await actorOf(waymark, 'isaac.brandt@ons.example.org'), reference, 'decline', { reason: 'Nobody counts medlars.', rowVersion: version });
      return [['/data-gaps', 'Not to be closed'], ['/data-gaps.csv', 'Nobody counts medlars.'], [`/data-gaps/${reference}`, 'Nobody counts medlars.']];
    },
  },
  {
    happens: 'the council judges a mission',
    shows: async () => [FRAMEWORK, EDUCATION, '/feeds/missions/levelling-up-2022/education.atom', '/api/v1/frameworks/levelling-up-2022/missions/education', '/api/v1/judgements?kind=council'],
    work: async (waymark) => {
      const { id, seen } = await one<{ id: string; seen: string }>(waymark, `SELECT m.id, coalesce((SELECT j.id::text FROM judgements j WHERE j.mission_id = m.id AND j.kind = 'council' ORDER BY given_at DESC LIMIT 1), '') AS seen FROM missions m WHERE m.slug = 'education'`);
      await waymark.get(GivenJudgementsService).recordCouncil(await actorOf(waymark, MEMBER), { missionId: id, verdict: 'deteriorating', sentence: 'Quinces go sour.', seen });
      return [
        [FRAMEWORK, 'Deteriorating'], [EDUCATION, 'Quinces go sour.'], ['/feeds/missions/levelling-up-2022/education.atom', 'Quinces go sour.'], ['/api/v1/frameworks/levelling-up-2022/missions/education', 'Quinces go sour.'], ['/api/v1/judgements?kind=council', 'Quinces go sour.'],
      ];
    },
  },
  {
    happens: 'the hour of a release comes, before any job has noticed',
    shows: async () => ['/figures/pupils-at-expected-standard', '/figures/pupils-at-expected-standard/observations.csv', '/api/v1/metrics/pupils-at-expected-standard/observations?area=E92000001', '/places/E92000001', '/places/E92000001/figures.csv', '/statistics/releases', '/data'],
    work: async (waymark) => {
      const metric = await waymark.dataSource.getRepository(Metric).findOneByOrFail({ slug: 'pupils-at-expected-standard' });
      const now = waymark.clock.now();
      const hour = new Date(now.getTime() + 60_000).toISOString();
      const { id, fileName } = await saveRelease(waymark.dataSource, metric, { publishedAt: hour, importedAt: now.toISOString(), cells: [['E92000001', '2025-09-01/P1Y', 93.0417]] });
      waymark.clock.set(hour);
      return [
        ['/figures/pupils-at-expected-standard', '93'], ['/figures/pupils-at-expected-standard/observations.csv', '93.0417'], ['/api/v1/metrics/pupils-at-expected-standard/observations?area=E92000001', '93.0417'], ['/places/E92000001', '93'],
        ['/places/E92000001/figures.csv', '93.0417'], ['/statistics/releases', fileName], ['/data', `/data/releases/${id}.csv`],
      ];
    },
  },
  {
    happens: 'missions are judged by what it brought',
    shows: async () => [EDUCATION, `${EDUCATION}/targets/ks2-90-percent`, '/data/verdicts.csv'],
    work: async (waymark) => {
      await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
      await waymark.runJobs();
      return [[EDUCATION, /93/], [`${EDUCATION}/targets/ks2-90-percent`, '93'], ['/data/verdicts.csv', '']];
    },
  },
];

/** By one tag the whole of what a reader has: who has the former is never told that it holds. */
describe('public pages as they change', () => {
  let waymark: TestApplication;

  const get = (address: string, tag?: string) => {
    const question = waymark.visitor().get(address);
    return tag === undefined ? question : question.set('If-None-Match', tag);
  };

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createExampleDatabase(), patience: PATIENCE_MS });
    await openInquiry(waymark);
    await waymark.runWatches();
  }, 300_000);
  afterAll(async () => {
    await waymark?.close();
    await waymark?.database.drop();
  });

  it.each(CHANGES)('show within two seconds that $happens, and say 304 to who has what is there', async ({ shows, work }) => {
    await promised();
    const before = new Map<string, { tag: string; text: string }>();
    for (const address of await shows(waymark)) {
      const { status, headers, text } = await get(address);
      expect([address, status, headers['etag']]).toEqual([address, 200, expect.stringMatching(/^(W\/)?".+"$/)]);
      before.set(address, { tag: String(headers['etag']), text });
    }
    await settled();
    const shown = await work(waymark);
    const end = performance.now() + PROMISED_MS;
    expect(shown.map(([address]) => address).toSorted()).toEqual([...before.keys()].toSorted());
    for (const [address, words] of shown) {
      const { tag = '', text: former = '' } = before.get(address) ?? {};
      const isThere = (text: string): boolean => (typeof words === 'string' ? text.includes(words) : words.test(text)) && text !== former;
      let answer = await get(address, tag);
      while (answer.status === 304 && performance.now() < end) answer = await get(address, tag);
      expect([address, words, answer.status, isThere(answer.text)]).toEqual([address, words, 200, true]);
      const again = await statementsOf(async () => get(address, String(answer.headers['etag'])));
      expect([address, again.result.status, again.result.text]).toEqual([address, 304, '']);
      if (isKept(address)) expect([address, again.statements.filter((statement) => !statement.includes('AS stamp'))]).toEqual([address, []]);
    }
  }, 60_000);

  it('say 304 minutes later, where nothing has happened', async () => {
    const addresses = [
      '/', FRAMEWORK, EDUCATION, `${EDUCATION}/hearing-pack`, `${EDUCATION}/quality`, `${EDUCATION}/plans`, '/figures', '/places', '/places/E08000003', '/calendar', '/calendar.ics', '/calendar.csv', '/calendar/extensions',
      '/calendar/frameworks/levelling-up-2022', '/data-gaps', '/interim-reviews', '/recommendations', '/consultations', '/directors', '/privacy', '/cookies', '/accessibility', '/method', '/data', '/data/verdicts.csv', '/feeds/all.atom',
      '/sitemap.xml', '/api/v1/metrics', '/.well-known/security.txt',
    ];
    const tags = new Map<string, string>();
    await promised();
    for (const address of addresses) tags.set(address, String((await get(address)).headers['etag']));
    waymark.clock.advance(7 * 60_000);
    for (const [address, tag] of tags) {
      const { result, statements } = await statementsOf(async () => get(address, tag));
      expect([address, result.status]).toEqual([address, 304]);
      if (isKept(address)) expect([address, statements.filter((statement) => !statement.includes('AS stamp'))]).toEqual([address, []]);
    }
  }, 60_000);

  it('are the same for a visitor whoever has asked before them', async () => {
    const addresses = (await publicAddresses(waymark.dataSource)).map(({ address }) => address).filter((address) => !/^\/(healthz|readyz|api\/|feeds\/)|\.\w+$|\/drafts\//.test(address));
    const read = async (address: string): Promise<string> => (await waymark.visitor().get(address).redirects(0)).text;
    const former = new Map<string, string>();
    for (const address of addresses) former.set(address, await read(address));
    const faults: string[] = [];
    for (const email of [CHAIR, 'sam.doyle@service.example.org', 'helen.marsh@dfe.example.org', 'isaac.brandt@ons.example.org']) {
      const person = await waymark.signIn(email);
      await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, () => Promise.resolve());
      for (const address of addresses) await person.get(address).redirects(0);
      for (const address of addresses) if ((await read(address)) !== former.get(address)) faults.push(`${address} after ${email}`);
    }
    expect(faults).toEqual([]);
  }, 240_000);

  it('are kept feeds as well, which say what they are and when they changed last', async () => {
    const { headers } = await get('/feeds/all.atom');
    expect([headers['content-type'], headers['cache-control'], headers['vary'], headers['content-language']]).toEqual(['application/atom+xml; charset=utf-8', 'public, no-cache', 'Accept-Encoding', undefined]);
    expect((await waymark.visitor().get('/feeds/all.atom').set('If-Modified-Since', String(headers['last-modified']))).status).toBe(304);
    const own = await (await waymark.signIn('asha.rahman@dhsc.example.org')).get('/feeds/all.atom').set('If-None-Match', String(headers['etag']));
    expect(own.status).toBe(304);
    expect((await get('/feeds/departments/no-such.atom')).status).toBe(404);
  });

  /** On a slow machine what the last change made old may still be shown, for as long as is promised. */
  const promised = () => new Promise((resolve) => setTimeout(resolve, PROMISED_MS));

  /** The page that the change takes the place of is then older than a moment: what is promised holds for it too. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
});

/** Answered from memory; files, lists of the API and the site's own files are read again. */
function isKept(address: string): boolean {
  return !/^\/api\/|\.(csv|xml|ics|txt)(\?|$)|\?/.test(address);
}
