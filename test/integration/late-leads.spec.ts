import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LateOpening } from '#features/calendar/late-opening.service.js';
import { MissionHandover } from '#features/calendar/mission-handover.service.js';
import { ReportingCycleRow } from '#features/calendar/reporting-cycle.entity.js';
import { Contribution } from '#features/contributions/contribution.entity.js';
import { DraftLink } from '#features/draft-links/draft-link.entity.js';
import { DraftLinksService } from '#features/draft-links/draft-links.service.js';
import { EvidenceReturn } from '#features/evidence-returns/evidence-return.entity.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { DraftLinksModule } from '#features/draft-links/draft-links.module.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { ClearanceService } from '#features/submissions/clearance.service.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { saveDepartment, saveMission, setCalendar } from '../factories/reporting-calendar.factory.js';
import { type Departments, openedAs, refusalOf, SUBMISSION_MODULES, SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication } from '../support/application.js';

/** Cycles open on 24 March (due 29 April, closing 21 May) and 23 June 2026 (due 27 July); the plans of the year on 4 March (due 21 April). */
describe('whoever comes late to a mission', () => {
  let departments: Pick<Departments, 'waymark' | 'education' | 'make'>;
  let vacant: Mission;

  const roundAt = async (at: string): Promise<void> => {
    departments.waymark.clock.set(at);
    await departments.waymark.runWatches();
    await departments.waymark.runWatches();
  };
  const lead = async (missionId: string, slug: 'dfe' | 'dhsc', from: string): Promise<void> => {
    const leads = departments.waymark.dataSource.getRepository(MissionLead);
    for (const before of await leads.findBy({ missionId })) await leads.update({ id: before.id }, { to: before.to ?? from });
    await leads.save({ missionId, organisationId: departments.education.organisations[slug].id, from, to: null, basis: 'paper' });
  };
  const of = (where: { missionId?: string; kind?: SubmissionKind; coversFrom?: string }): Promise<Submission[]> =>
    departments.waymark.dataSource.getRepository(Submission).find({ where, relations: { organisation: true }, order: { coversFrom: 'ASC', dueOn: 'ASC' } });
  const owed = (rows: readonly Submission[]): unknown[] => rows.map(({ organisation, coversFrom, firstDueOn, dueOn, closesOn }) => [organisation.slug, coversFrom, firstDueOn, dueOn, closesOn]);
  const noticesOf = (userId: string, kind: string): Promise<number> => departments.waymark.dataSource.getRepository(Notice).countBy({ userId, kind });
  const current = (id: string): Promise<Submission> => departments.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });

  beforeAll(async () => {
    const waymark = await startTestApplication({ modules: [...SUBMISSION_MODULES, DraftLinksModule] });
    const education = await saveEducationMission(waymark.dataSource);
    departments = { waymark, education, make: new SubmissionFactory(waymark, education) };
    waymark.clock.set('2026-01-05T09:00:00Z');
    vacant = await saveMission(waymark, education, 7, null);
    await setCalendar(waymark);
    await roundAt('2026-03-24T09:00:00Z');
  });
  afterAll(() => departments?.waymark.close());

  it('owes the return as soon as the mission is led, once, with as much time as the others had', async () => {
    const { waymark, education } = departments;
    expect(owed(await of({ missionId: vacant.id }))).toEqual([]);
    await roundAt('2026-03-31T09:00:00Z');
    // known on the day before, and told at once; it begins on the Wednesday
    await lead(vacant.id, 'dhsc', '2026-04-01');
    await roundAt('2026-03-31T22:59:00Z');
    expect(owed(await of({ missionId: vacant.id }))).toEqual([]);
    // midnight in London: 24 working days after 1 April, with Easter and the first of May's holidays between them
    const told = await noticesOf(education.people.otherSro.id, 'cycle-opened');
    await roundAt('2026-03-31T23:00:00Z');
    expect(owed(await of({ missionId: vacant.id }))).toEqual([['dhsc', '2026-01-01', '2026-05-08', '2026-05-08', '2026-06-01']]);
    const cycle = await waymark.dataSource.getRepository(ReportingCycleRow).findOneByOrFail({ kind: 'evidence-return' });
    expect([cycle.opened, cycle.withoutLead]).toEqual([2, []]);
    // the return, and the plan of a department that had no part in any mission before
    expect(await noticesOf(education.people.otherSro.id, 'cycle-opened')).toBe(told + 2);
    expect((await waymark.dataSource.getRepository(EvidenceReturn).find()).length).toBe((await of({ kind: 'evidence-return' })).length);
    const plans = await of({ kind: 'delivery-plan' });
    expect(plans.map(({ organisation, dueOn }) => [organisation.slug, dueOn])).toEqual([['dfe', '2026-04-21'], ['dhsc', '2026-05-20']]);
  });

  it('is opened once by four workers at the same moment', async () => {
    const { waymark, education } = departments;
    const mission = await saveMission(waymark, education, 8, null);
    await lead(mission.id, 'dhsc', '2026-04-02');
    waymark.clock.set('2026-04-02T09:00:00Z');
    const counts = await Promise.all([1, 2, 3, 4].map(() => waymark.get(LateOpening).openDue(waymark.clock.now())));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await of({ missionId: mission.id })).toHaveLength(1);
  });

  it('owes a plan as soon as it contributes to a mission', async () => {
    const { waymark, education } = departments;
    const dluhc = await saveDepartment(waymark, 'dluhc');
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { contributors: ['dluhc'] });
    await roundAt('2026-04-07T09:00:00Z');
    const plans = (await of({ kind: 'delivery-plan' })).filter(({ organisationId }) => organisationId === dluhc.id);
    expect(plans).toHaveLength(1);
    expect(plans[0]?.dueOn).toBe('2026-05-22');
  });

  it('takes over the return that nobody has signed, with its words, its day and nothing of the other department', async () => {
    const { waymark, education } = departments;
    const { official, otherSro } = education.people;
    const [draft] = await of({ missionId: education.mission.id });
    if (!draft) throw new Error('no return');
    await waymark.get(EvidenceReturnsService).save(actorOf(official), openedAs(draft), { narrative: 'Written by Education.' });
    await waymark.get(DraftLinksService).make(actorOf(official), { kind: 'evidence-return', id: draft.id }, { purpose: 'Colleagues', days: 14 });
    const [asked] = await waymark.dataSource.getRepository(Contribution).findBy({ submissionId: draft.id });
    expect(asked).toBeUndefined();
    await savePerson(waymark, 'Hanna Health', ['official'], 'dhsc');
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { contributors: ['dhsc'] });
    await roundAt('2026-04-08T09:00:00Z');
    expect(await waymark.dataSource.getRepository(Contribution).findBy({ submissionId: draft.id })).toMatchObject([{ state: 'asked', organisationId: education.organisations.dhsc.id }]);

    await lead(education.mission.id, 'dhsc', '2026-04-10');
    // until the day itself it is Education's
    await roundAt('2026-04-09T22:59:00Z');
    expect((await current(draft.id)).organisationId).toBe(education.organisations.dfe.id);
    await roundAt('2026-04-09T23:00:00Z');
    expect(await current(draft.id)).toMatchObject({ organisationId: education.organisations.dhsc.id, status: 'draft', dueOn: '2026-04-29', firstDueOn: '2026-04-29', extensions: 0 });
    expect((await waymark.dataSource.getRepository(EvidenceReturn).findOneByOrFail({ submissionId: draft.id })).narrative).toBe('Written by Education.');
    expect(await of({ missionId: education.mission.id })).toHaveLength(1);
    expect((await waymark.dataSource.getRepository(DraftLink).findOneByOrFail({ submissionId: draft.id })).withdrawnAt).not.toBeNull();
    const events = await waymark.dataSource.getRepository(SubmissionEvent).findBy({ submissionId: draft.id, action: 'change-lead' });
    expect(events.map(({ reasons }) => reasons[0]?.text)).toEqual([expect.stringMatching(/ leads the mission since 10 April 2026, and no longer .* The draft has moved with it\.$/)]);
    expect([await noticesOf(otherSro.id, 'return-moved-here'), await noticesOf(official.id, 'return-moved-away')]).toEqual([1, 1]);
    expect(await waymark.dataSource.getRepository(Contribution).findBy({ submissionId: draft.id })).toMatchObject([{ state: 'withdrawn', withdrawReason: expect.stringContaining('the return is your own') }]);
    const save = waymark.get(EvidenceReturnsService).save(actorOf(official), openedAs(await current(draft.id)), { narrative: 'Still ours?' });
    expect((await refusalOf(save))[0]).toBe('forbidden');
  });

  it('sends back to draft what waits for the other department’s signature, and its minister’s clearance counts no more', async () => {
    const { waymark, education, make } = departments;
    const { sro } = education.people;
    await lead(education.mission.id, 'dfe', '2026-04-13');
    await roundAt('2026-04-13T09:00:00Z');
    const waiting = await make.in('awaiting-sign-off', 'evidence-return', '2026-06-30');
    for (const slug of ['dfe', 'dhsc'] as const) await waymark.dataSource.query('UPDATE organisations SET wants_clearance = true WHERE id = $1', [education.organisations[slug].id]);
    await waymark.get(ClearanceService).record(actorOf(sro), openedAs(waiting), { minister: 'The Minister', clearedOn: '2026-04-13' });
    await lead(education.mission.id, 'dhsc', '2026-04-14');
    await roundAt('2026-04-14T09:00:00Z');
    const moved = await current(waiting.id);
    expect(moved).toMatchObject({ organisationId: education.organisations.dhsc.id, status: 'draft' });
    const health = actorOf(await savePerson(waymark, 'Hugo Health', ['official'], 'dhsc'));
    const sent = await waymark.get(SubmissionsService).move(health, openedAs(moved), 'send-for-sign-off');
    const signed = await refusalOf(waymark.get(SubmissionsService).move(actorOf(education.people.otherSro), openedAs(sent), 'submit'));
    expect(signed).toEqual(['invalid', ['clearance-missing']]);
    for (const slug of ['dfe', 'dhsc'] as const) await waymark.dataSource.query('UPDATE organisations SET wants_clearance = false WHERE id = $1', [education.organisations[slug].id]);
  });

  it('leaves what was signed with whoever signed it, whatever any SQL says', async () => {
    const { waymark, education, make } = departments;
    await lead(education.mission.id, 'dfe', '2026-04-15');
    await roundAt('2026-04-15T09:00:00Z');
    const submitted = await make.in('submitted', 'evidence-return', '2026-06-30');
    const withdrawn = await make.in('withdrawn', 'evidence-return', '2026-06-30');
    await lead(education.mission.id, 'dhsc', '2026-04-16');
    await roundAt('2026-04-16T09:00:00Z');
    for (const { id } of [submitted, withdrawn]) expect((await current(id)).organisationId).toBe(education.organisations.dfe.id);
    const force = (organisationId: string, id: string): Promise<unknown> => waymark.dataSource.query('UPDATE submissions SET organisation_id = $1 WHERE id = $2', [organisationId, id]);
    await expect(force(education.organisations.dhsc.id, submitted.id)).rejects.toThrow('keeps its kind, reference, department and mission');
    const [draft] = await of({ missionId: vacant.id });
    await expect(force(education.organisations.council.id, draft?.id ?? '')).rejects.toThrow('keeps its kind, reference, department and mission');
  });

  it('is not followed twice by four workers at the same moment', async () => {
    const { waymark, education } = departments;
    await lead(vacant.id, 'dfe', '2026-04-17');
    waymark.clock.set('2026-04-17T09:00:00Z');
    const counts = await Promise.all([1, 2, 3, 4].map(() => waymark.get(MissionHandover).moveDue(waymark.clock.now())));
    const moved = await of({ missionId: vacant.id });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(moved.length);
    for (const { id, organisationId } of moved) {
      expect(organisationId).toBe(education.organisations.dfe.id);
      expect(await waymark.dataSource.getRepository(SubmissionEvent).countBy({ submissionId: id, action: 'change-lead' })).toBe(1);
    }
  });

  it('owes nothing of a cycle that a newer one has followed and whose window has closed', async () => {
    const { waymark, education } = departments;
    await roundAt('2026-06-23T09:00:00Z');
    const mission = await saveMission(waymark, education, 9, null);
    await lead(mission.id, 'dfe', '2026-06-24');
    await roundAt('2026-06-24T09:00:00Z');
    expect(owed(await of({ missionId: mission.id }))).toEqual([['dfe', '2026-04-01', '2026-07-28', '2026-07-28', '2026-08-18']]);
  });
});
