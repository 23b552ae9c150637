import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CouncilGrantsService } from '#features/access/council-grants.service.js';
import { User } from '#features/access/user.entity.js';
import { CouncilDecision } from '#features/council/council-decision.entity.js';
import { CouncilDecisionsService } from '#features/council/council-decisions.service.js';
import { EscalationService } from '#features/letters/escalation.service.js';
import { LettersService } from '#features/letters/letters.service.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { raiseOffTrack } from '../factories/alert.factory.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

describe('people who must act are told', () => {
  let waymark: TestApplication;
  let education: EducationMission;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
  }, 60_000);
  afterAll(() => waymark?.close());

  /** Names of those who were told, with where the notice leads. */
  const told = async (kind: string): Promise<{ names: string[]; paths: (string | null)[]; bodies: string[] }> => {
    const notices = await waymark.dataSource.getRepository(Notice).find({ where: { kind }, order: { writtenAt: 'ASC' } });
    const people = await waymark.dataSource.getRepository(User).find();
    return {
      names: notices.map(({ userId }) => people.find(({ id }) => id === userId)?.name ?? '').sort(),
      paths: [...new Set(notices.map(({ path }) => path))],
      bodies: notices.map(({ body }) => body),
    };
  };
  const by = (name: keyof EducationMission['people']) => actorOf(education.people[name]);

  it('the second person, of a proposal to give a role of the council', async () => {
    const somebody = await savePerson(waymark, 'Somebody', ['statistician'], 'council');
    const grant = await waymark.get(CouncilGrantsService).propose(by('administrator'), { personId: somebody.id, role: 'reviewer', kind: 'grant', reason: 'Appointed by the council' });
    expect(await told('council-role-proposed')).toEqual({ names: ['chair'], paths: [`/council/grants/${grant.id}/decide`], bodies: [expect.stringContaining('has proposed to give Somebody the role Council reviewer')] });
  });

  it('every member with a vote, when a collective decision opens, and the chairs when it is proposed', async () => {
    const decisions = waymark.get(CouncilDecisionsService);
    const { id, reference } = await decisions.propose(by('member'), { subject: 'other', about: '', missionId: education.mission.id, title: 'Write to both', text: 'T' });
    expect(await told('council-decision-proposed')).toMatchObject({ names: ['chair'], paths: [`/council/decisions/${reference}/work`] });
    expect((await told('council-vote-open')).names).toEqual([]);
    await decisions.open(by('chair'), await waymark.dataSource.getRepository(CouncilDecision).findOneByOrFail({ id }));
    // the secondee comes from the department that leads the mission, and has no vote
    expect(await told('council-vote-open')).toMatchObject({ names: ['member'], paths: [`/council/decisions/${reference}/vote`] });
  });

  it('the chair, of a letter that waits for a signature: written or drafted by an escalation', async () => {
    const letter = await waymark.get(LettersService).write(by('member'), { subject: 'Schools', addressees: [], body: 'B', answerWorkingDays: null }, '');
    expect(await told('letter-drafted')).toMatchObject({ names: ['chair'], paths: [`/letters/${letter.reference}`] });
    const alert = await raiseOffTrack(waymark, education);
    waymark.clock.set('2026-06-30T08:00:00Z');
    const escalation = await waymark.get(EscalationService).escalate(by('member'), alert.reference, { reason: 'No answer.', rowVersion: alert.rowVersion });
    expect((await told('letter-drafted')).paths).toEqual([`/letters/${letter.reference}`, `/letters/${escalation.reference}`]);
    // their own draft waits for nobody else
    await waymark.get(LettersService).write(by('chair'), { subject: 'Roads', addressees: [], body: 'B', answerWorkingDays: null }, '');
    expect((await told('letter-drafted')).names).toEqual(['chair', 'chair']);
  });
});
