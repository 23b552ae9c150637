import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApplication, type Agent, type TestApplication } from '../support/application.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { faultsOf } from '../support/valid-page.js';

const MANCHESTER = 'E08000003';

/** What a newcomer finds of places in the example, page by page. */
describe('the places of the example', () => {
  let database: TestDatabase;
  let waymark: TestApplication;
  let director: Agent;
  let council: Agent;

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
    director = await waymark.signIn('oliver.grant@gmca.example.org');
    council = await waymark.signIn('nadia.karim@manchester.example.org');
  }, 240_000);
  afterAll(async () => {
    await waymark?.close();
    await database?.drop();
  });

  const valid = async (address: string, agent: Agent = waymark.visitor()) => {
    const page = await waymark.open(agent, address);
    expect([address, page.status, await faultsOf(page.response.text)]).toEqual([address, 200, []]);
    return page;
  };
  const textOf = ({ $ }: Awaited<ReturnType<typeof valid>>): string => $('main').text().replaceAll(/\s+/g, ' ');

  it('lead from a place to its council, which says what it was asked', async () => {
    const { $ } = await valid(`/places/${MANCHESTER}`);
    expect($('main a[href="/organisations/manchester"]').text()).toBe('Manchester City Council');
    const body = await valid('/organisations/manchester');
    expect(body.$('h1').text()).toContain('Manchester City Council');
    expect(body.$(`main a[href="/places/${MANCHESTER}"]`)).toHaveLength(1);
  });

  it('name the director of the place, to everybody', async () => {
    const page = await valid('/directors');
    expect(textOf(page)).toContain('Oliver Grant');
    expect(page.$(`main a[href="/places/${MANCHESTER}"]`)).toHaveLength(1);
  });

  it('brief the director, and nobody without an account', async () => {
    const page = await valid('/briefings', director);
    const briefing = page.$(`main a[href="/places/${MANCHESTER}/briefing"]`);
    expect(briefing).toHaveLength(1);
    expect(textOf(await valid(`/places/${MANCHESTER}/briefing`, director))).toContain('Oliver Grant');
    expect((await waymark.open(waymark.visitor(), '/briefings')).status).not.toBe(200);
  });

  it.each<['gmca' | 'manchester', string[]]>([
    ['gmca', ['Education', 'Local leadership', 'Skills', 'Transport infrastructure']],
    ['manchester', ['Local leadership', 'Transport infrastructure']],
  ])('ask %s what it did for missions', async (slug, missions) => {
    const page = await valid('/contributions', slug === 'gmca' ? director : council);
    const links = page.$('main tbody a').toArray().map((link) => page.$(link).text().split(',')[0]?.trim());
    expect([...new Set(links)].sort()).toEqual(missions);
  });
});
