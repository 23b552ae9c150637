import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansWebModule } from '#features/delivery-plans/web/delivery-plans-web.module.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const MODULES = [AccessWebModule, SubmissionsWebModule, EvidenceReturnsWebModule, DeliveryPlansWebModule, JobsModule];

describe('what the SRO is told has changed', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let sro: Agent;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: MODULES });
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    sro = await waymark.signIn(education.people.sro.email);
  });
  afterAll(() => waymark?.close());

  /** The part of the page between its heading and the next: heading, words that were added, the whole text. */
  const changesOn = async (address: string): Promise<{ heading: string; added: string; text: string }> => {
    const { $, response } = await waymark.open(sro, address);
    expect(await faultsOf(response.text)).toEqual([]);
    const heading = $('main h2').filter((_, element) => $(element).text().startsWith('What has changed'));
    expect(heading).toHaveLength(1);
    const part = heading.nextUntil('h2');
    return { heading: heading.text(), added: part.find('ins').text(), text: part.text().replaceAll(/\s+/g, ' ').trim() };
  };

  it('is nothing where nothing was delivered before, and said so', async () => {
    const plan = await make.in('awaiting-sign-off', 'delivery-plan');
    const first = await make.in('awaiting-sign-off');
    for (const address of [`/delivery-plans/${plan.id}/sign-off`, `/evidence-returns/${first.id}/sign-off`]) {
      expect(await changesOn(address)).toEqual({ heading: 'What has changed', added: '', text: 'Nothing was delivered before, so there is nothing to compare this with.' });
    }
  });

  it('is held against the last return of the mission where this one is delivered for the first time', async () => {
    const before = await make.in('accepted');
    const again = await make.in('awaiting-sign-off');
    const address = `/evidence-returns/${again.id}/sign-off`;
    const { heading, text } = await changesOn(address);
    expect(heading).toBe(`What has changed since the last return, ${before.reference} (${before.coversLabel})`);
    // the factory writes the same narrative each time: what became of the last steps is new
    expect(text).toContain('Opened in spring.');
    expect(text).not.toContain('Catch-up hubs');
    const { statements } = await statementsOf(() => waymark.open(sro, address));
    expect(statements.length).toBeLessThan(15);
  });

  it('is held against last year’s plan where a plan is delivered for the first time', async () => {
    const before = await make.in('accepted', 'delivery-plan');
    const again = await make.in('awaiting-sign-off', 'delivery-plan');
    const { heading } = await changesOn(`/delivery-plans/${again.id}/sign-off`);
    expect(heading).toBe(`What has changed since last year’s plan, ${before.reference} (${before.coversLabel})`);
    const { statements } = await statementsOf(() => waymark.open(sro, `/delivery-plans/${again.id}/sign-off`));
    expect(statements.length).toBeLessThan(15);
  });

  it('is held against the version before where there is one', async () => {
    const sentBack = await make.in('changes-requested');
    const official = await waymark.signIn(education.people.official.email);
    const own = `/evidence-returns/${sentBack.id}`;
    await waymark.submit(official, `${own}/narrative`, { narrative: 'Catch-up hubs opened in twenty places, late because of a strike.', then: 'later' });
    await waymark.submit(official, `${own}/check`, {});
    const { heading, added } = await changesOn(`${own}/sign-off`);
    expect([heading, added]).toEqual(['What has changed since version 1', expect.stringContaining('late because of a strike')]);
  });
});
