import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openInquiry, type Planted, plantSecrets, SECRET_WORDS } from '../factories/planted-secrets.factory.js';
import { type PublicAddress, publicAddresses } from '../factories/public-addresses.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { createExampleDatabase } from '../support/example-database.js';

interface Answer {
  status: number;
  etag: string | undefined;
  text: string;
}

const WORDS = Object.values(SECRET_WORDS);
/** What is there for nobody: the probes tell of the machine, a draft's secret address is known to nobody here. */
const OF_THE_MACHINE = ['/healthz', '/readyz'];
/** Of the routes with something in the example; all others are opened at an address of nothing. */
const LEAST_SHOWN = 0.8;

/** Everything that anybody may open, in the example's year, before and after things are planted that nobody may see. */
describe('what nobody may see yet', () => {
  let waymark: TestApplication;
  let addresses: PublicAddress[];
  let planted: Planted;
  let before: Map<string, Answer>;
  let hour: string;

  const get = async (address: string): Promise<Answer> => {
    const { status, headers, text } = await waymark.visitor().get(address).redirects(0);
    return { status, etag: headers['etag'] as string | undefined, text: text ?? '' };
  };
  const everything = async (): Promise<Map<string, Answer>> => {
    const found = new Map<string, Answer>();
    for (const { address } of addresses) found.set(address, await get(address));
    return found;
  };
  const told = (text: string): string[] => WORDS.filter((word) => text.includes(word));

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createExampleDatabase() });
    hour = new Date(waymark.clock.now().getTime() + 3_600_000).toISOString();
    const inquiry = await openInquiry(waymark);
    await waymark.runJobs();
    addresses = (await publicAddresses(waymark.dataSource)).filter(({ route }) => !OF_THE_MACHINE.includes(route));
    before = await everything();
    planted = await plantSecrets(waymark, inquiry, hour);
    await waymark.runJobs();
  }, 300_000);
  afterAll(async () => {
    await waymark?.close();
    await waymark?.database.drop();
  });

  it('is looked for on every public route, most of them with something on it', () => {
    expect(addresses.length).toBeGreaterThan(230);
    const shown = addresses.filter(({ address }) => (before.get(address)?.status ?? 500) < 400);
    const unshown = addresses.filter((one) => !shown.includes(one)).map(({ address }) => address);
    expect([unshown.filter((address) => (before.get(address)?.status ?? 500) >= 500), shown.length / addresses.length > LEAST_SHOWN ? [] : unshown]).toEqual([[], []]);
  });

  it('changes no page, file, feed or answer, nor its ETag', async () => {
    const after = await everything();
    expect([...after].flatMap(([address, { text }]) => told(text).map((word) => `${address}: ${word}`))).toEqual([]);
    const differs = ({ status, etag, text }: Answer, other: Answer | undefined): boolean => status !== other?.status || etag !== other.etag || text !== other.text;
    expect([...after].filter(([address, answer]) => differs(answer, before.get(address))).map(([address]) => address)).toEqual([]);
  }, 300_000);

  it('is found by no search', async () => {
    const answerTo = async (words: string): Promise<string> => (await get(`/search?q=${words}`)).text.replaceAll(words, '');
    const nothing = await answerTo('Xylophonenothing');
    for (const word of WORDS) expect([word, await answerTo(word) === nothing]).toEqual([word, true]);
  }, 60_000);

  it('is answered at its own address as what is not there', async () => {
    const { releaseId, letter, report, decision } = planted;
    const own: [string, string][] = [
      [`/statistics/releases/${releaseId}`, '/statistics/releases/2147483'], [`/statistics/releases/${releaseId}/changes.csv`, '/statistics/releases/2147483/changes.csv'],
      [`/statistics/releases/${releaseId}/changes/${planted.metric}`, `/statistics/releases/2147483/changes/${planted.metric}`],
      [`/data/releases/${releaseId}.csv`, '/data/releases/2147483.csv'], [`/api/v1/releases/${releaseId}`, '/api/v1/releases/2147483'], [`/api/v1/releases/${releaseId}/changes`, '/api/v1/releases/2147483/changes'],
      [`/api/v1/metrics/${planted.metric}/observations?release=${releaseId}`, `/api/v1/metrics/${planted.metric}/observations?release=2147483`],
      ['/places/E06000998', '/places/E06000997'], ['/places/E06000998/figures.csv', '/places/E06000997/figures.csv'], ['/api/v1/areas/E06000998', '/api/v1/areas/E06000997'], ['/feeds/places/E06000998.atom', '/feeds/places/E06000997.atom'],
      ['/subscribe?about=place:E06000998', '/subscribe?about=place:E06000997'], [`/figures/${planted.metric}/areas/E06000998`, `/figures/${planted.metric}/areas/E06000997`],
      ...['', '/attachment'].map((page): [string, string] => [`/letters/${letter}${page}`, `/letters/LT-2026-ZZZZ${page}`]), [`/api/v1/letters/${letter}`, '/api/v1/letters/LT-2026-ZZZZ'],
      ...['', '/editions/1', '/editions/1/beside', '/editions/1/report.json', '/editions/1/report.csv', '/editions/1/report.pdf'].map((page): [string, string] => [`/reports/${report}${page}`, `/reports/AR-2026-ZZZZ${page}`]),
      [`/api/v1/reports/${report}`, '/api/v1/reports/AR-2026-ZZZZ'], [`/api/v1/reports/${report}/editions`, '/api/v1/reports/AR-2026-ZZZZ/editions'],
      [`/council/decisions/${decision}`, '/council/decisions/CD-2026-ZZZZ'], [`/api/v1/council/decisions/${decision}`, '/api/v1/council/decisions/CD-2026-ZZZZ'],
      [`/inquiries/${planted.inquiry}/follow-up`, '/inquiries/IN-2026-ZZZZ/follow-up'],
    ];
    const same: string[] = [];
    for (const [hidden, missing] of own) {
      const [there, nowhere] = [await get(hidden), await get(missing)];
      if (there.status !== nowhere.status || told(there.text).length > 0) same.push(`${hidden}: ${there.status}, not ${nowhere.status}`);
    }
    expect(same).toEqual([]);
  }, 60_000);

  it('is there at its hour: the figure, and nothing else', async () => {
    waymark.clock.set(hour);
    await waymark.runJobs();
    for (const address of [`/api/v1/metrics/${planted.metric}/observations.csv`, `/data/releases/${planted.releaseId}.csv`, `/figures/${planted.metric}/observations.csv`]) expect([address, (await get(address)).text.includes(SECRET_WORDS.figure)]).toEqual([address, true]);
    expect((await get('/statistics/releases')).text).toContain(SECRET_WORDS.file);
    const [figure, area, file]: string[] = [SECRET_WORDS.figure, SECRET_WORDS.area, SECRET_WORDS.file];
    const others = WORDS.filter((word) => ![figure, area, file].includes(word));
    const leaks = [...(await everything())].flatMap(([address, { text }]) => others.filter((word) => text.includes(word)).map((word) => `${address}: ${word}`));
    expect(leaks).toEqual([]);
  }, 300_000);
});
