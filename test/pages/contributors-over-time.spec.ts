import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Mission } from '#features/missions/mission.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { savePlacePeople } from '../factories/place-people.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const MISSION = '/frameworks/levelling-up-2022/missions/education';
const HEALTH = 'Department of Health and Social Care';

/** The lists of a mission change on three days: a department comes, a council comes and the department goes, the department comes back. */
describe('who contributes to a mission, over time', () => {
  let waymark: TestApplication;
  let education: EducationMission;

  const name = async (day: string, contributors: string[], bodies: string[]): Promise<void> => {
    waymark.clock.set(`${day}T10:00:00Z`);
    await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, async (tx) => {
      await tx.repository(Mission).update({ id: education.mission.id }, { contributors, bodies });
    });
  };
  const factsOf = async (path: string): Promise<Record<string, string>> => {
    const { status, $, response } = await waymark.open(waymark.visitor(), path);
    expect([path, status, await faultsOf(response.text)]).toEqual([path, 200, []]);
    return Object.fromEntries($('main .govuk-summary-list__row').toArray().map((row) => [$(row).find('dt').text(), $(row).find('dd').text().replaceAll(/\s+/g, ' ').trim()]));
  };

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    await savePlacePeople(waymark);
    await name('2026-03-02', ['dhsc'], []);
    await name('2026-04-07', [], ['leeds']);
    await name('2026-05-11', ['dhsc'], ['leeds']);
    waymark.clock.set('2026-06-01T09:00:00Z');
  }, 60_000);
  afterAll(() => waymark?.close());

  it('stands on the page of the mission, with the time before', async () => {
    expect(await factsOf(MISSION)).toMatchObject({
      'Contributing departments': `${HEALTH} since 11 May 2026`,
      'Contributing sub-national bodies': 'Leeds City Council since 7 April 2026',
      'Contributed before': `${HEALTH} from 2 March 2026 until 7 April 2026`,
    });
  });

  it.each([
    ['2026-03-01', undefined, undefined, undefined],
    ['2026-03-02', `${HEALTH} since 2 March 2026`, undefined, undefined],
    ['2026-04-08', undefined, 'Leeds City Council since 7 April 2026', `${HEALTH} from 2 March 2026 until 7 April 2026`],
    ['2026-05-11', `${HEALTH} since 11 May 2026`, 'Leeds City Council since 7 April 2026', `${HEALTH} from 2 March 2026 until 7 April 2026`],
  ])('stands on the page as of %s', async (day, departments, bodies, before) => {
    const facts = await factsOf(`${MISSION}/as-of/${day}`);
    expect([facts['Contributing departments'], facts['Contributing sub-national bodies'], facts['Contributed before']]).toEqual([departments, bodies, before]);
    expect((await statementsOf(() => waymark.open(waymark.visitor(), `${MISSION}/as-of/${day}?again`))).statements.length).toBeLessThan(15);
  });

  it('is told by the API', async () => {
    const { text } = await waymark.visitor().get('/api/v1/frameworks/levelling-up-2022/missions/education');
    const { contributors, contributingBodies, contributorsOverTime } = JSON.parse(text) as Record<string, unknown>;
    expect(contributors).toEqual(['dhsc']);
    expect(contributingBodies).toEqual([{ slug: 'dhsc', name: HEALTH, from: '2026-05-11' }, { slug: 'leeds', name: 'Leeds City Council', from: '2026-04-07' }]);
    expect(contributorsOverTime).toEqual([
      { slug: 'dhsc', name: HEALTH, from: '2026-05-11', to: null },
      { slug: 'leeds', name: 'Leeds City Council', from: '2026-04-07', to: null },
      { slug: 'dhsc', name: HEALTH, from: '2026-03-02', to: '2026-04-07' },
    ]);
  });

  it('stands on the page of the department', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/departments/dhsc');
    const rows = $('table tbody tr').toArray().map((row) => $(row).text().replaceAll(/\s+/g, ' '));
    expect(rows.filter((row) => row.includes('11 May 2026'))).toHaveLength(1);
    expect(rows.filter((row) => /Contributed.*2 March 2026.*7 April 2026/.test(row))).toHaveLength(1);
  });
});
