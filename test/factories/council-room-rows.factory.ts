import { Alert } from '#features/alerts/alert.entity.js';
import { CouncilDecision } from '#features/council/council-decision.entity.js';
import { CouncilDecisionsService } from '#features/council/council-decisions.service.js';
import { InquiriesService } from '#features/inquiries/inquiries.service.js';
import { InquiryDraft } from '#features/inquiries/inquiry-draft.entity.js';
import { InquiryEvidenceService } from '#features/inquiries/inquiry-evidence.service.js';
import { InquiryWritingService } from '#features/inquiries/inquiry-writing.service.js';
import { Inquiry } from '#features/inquiries/inquiry.entity.js';
import { InquiryQuestion } from '#features/inquiries/inquiry-question.entity.js';
import { LettersService } from '#features/letters/letters.service.js';
import { Recommendation } from '#features/recommendations/recommendation.entity.js';
import { RecommendationsService } from '#features/recommendations/recommendations.service.js';
import { ReportSection } from '#features/reports/report-section.entity.js';
import { Report } from '#features/reports/report.entity.js';
import { ReportsService } from '#features/reports/reports.service.js';
import { type TestApplication } from '../support/application.js';
import { type DoorRows } from './council-doors.factory.js';
import { actorOf, queuedReview } from './delivered-return.factory.js';
import { type EducationMission } from './education-mission.factory.js';
import { prepareClosing } from './framework-closing.factory.js';

/** One thing of each room of the council, half done: what everybody else then tries to finish, change or take away. */
export async function saveCouncilRooms(waymark: TestApplication, education: EducationMission): Promise<Omit<DoorRows, 'person'>> {
  const { people, mission } = education;
  const review = await queuedReview(waymark, education, 2027);
  const [alert] = await waymark.dataSource.getRepository(Alert).find({ take: 1 });
  const decisions = await saveDecisions(waymark, education);
  const closing = await prepareClosing(waymark, education, '2027-06-30');
  const written = { ...(await saveInquiry(waymark, education)), ...(await saveReport(waymark, education)), ...(await saveWords(waymark, education)) };
  return {
    other: people.chair.id, mission: mission.id, organisation: education.organisations.dhsc.id, review: review.id, submission: review.submissionId, alert: alert?.id ?? '',
    ...decisions, ...written, interim: await saveInterimReview(waymark, education), closing: closing.id,
  };
}

/** A decision that is proposed, and one whose vote is open. */
async function saveDecisions(waymark: TestApplication, { people }: EducationMission): Promise<{ proposed: string; open: string }> {
  const decisions = waymark.get(CouncilDecisionsService);
  const draft = { subject: 'other', about: '', missionId: null, title: 'To try', text: 'T' };
  const proposed = await decisions.propose(actorOf(people.member), draft);
  const open = await decisions.propose(actorOf(people.member), draft);
  await decisions.open(actorOf(people.chair), await waymark.dataSource.getRepository(CouncilDecision).findOneByOrFail({ id: open.id }));
  return { proposed: proposed.id, open: open.id };
}

/** With a question asked and findings written. */
async function saveInquiry(waymark: TestApplication, { people, mission, organisations }: EducationMission): Promise<{ inquiry: string; question: string; draft: string }> {
  const member = actorOf(people.member);
  const reference = await waymark.get(InquiriesService).open(member, {
    title: 'Attendance', scope: 'Why it falls.', origin: 'own-motion', commissionedBy: '', commissionedOn: null, expectedEnd: '2027-06-30', missionIds: [mission.id],
  });
  await waymark.get(InquiryEvidenceService).ask(member, reference, { organisationId: organisations.dfe.id, question: 'How many schools?', dueOn: '2027-01-29' });
  const inquiry = async (): Promise<Inquiry> => waymark.dataSource.getRepository(Inquiry).findOneByOrFail({ reference });
  await waymark.get(InquiryWritingService).write(member, { reference, rowVersion: 0 }, 'Attendance falls.');
  await waymark.get(InquiryWritingService).addDraft(member, reference, { text: 'Count them.', addresseeId: organisations.dhsc.id, missionId: null, answerDays: 40 });
  const { id } = await inquiry();
  const drafted = await waymark.dataSource.getRepository(InquiryDraft).findOneByOrFail({ inquiryId: id });
  const question = await waymark.dataSource.getRepository(InquiryQuestion).findOneByOrFail({ inquiryId: id });
  return { inquiry: id, question: question.id, draft: drafted.id };
}

async function saveReport(waymark: TestApplication, { people, mission }: EducationMission): Promise<{ report: string; section: string }> {
  const reference = await waymark.get(ReportsService).open(actorOf(people.member), mission.frameworkId, { kind: 'council', from: '2025-04-01', to: '2026-03-31', dueOn: null });
  const { id } = await waymark.dataSource.getRepository(Report).findOneByOrFail({ reference });
  const section = await waymark.dataSource.getRepository(ReportSection).findOneByOrFail({ reportId: id, key: 'education' });
  return { report: id, section: section.id };
}

/** A letter in draft, and a recommendation that nobody has answered. */
async function saveWords(waymark: TestApplication, { people, organisations }: EducationMission): Promise<{ letter: string; recommendation: string }> {
  const member = actorOf(people.member);
  const letter = await waymark.get(LettersService).write(member, { subject: 'To try', addressees: [{ kind: 'other', name: 'A mayor' }], body: 'Dear mayor', answerWorkingDays: null }, '');
  const reference = await waymark.get(RecommendationsService).make(member, {
    sourceKind: 'report', sourceReference: 'AR-X', sourcePath: '/reports', missionId: null, addresseeId: organisations.dhsc.id, text: 'Try.', answerDays: 40,
  });
  const { id } = await waymark.dataSource.getRepository(Recommendation).findOneByOrFail({ reference });
  return { letter: letter.id, recommendation: id };
}

/** Its figures are in; nobody has said what the target has led to. */
async function saveInterimReview(waymark: TestApplication, { mission }: EducationMission): Promise<string> {
  const [row]: { id: string }[] = await waymark.dataSource.query(
    `INSERT INTO interim_reviews (reference, mission_id, interim_on, state, opened_at, figures_in_at, effects_due_on, effects_remind_on, row_version)
     VALUES ('IR-TRY', $1, '2026-08-31', 'figures-in', '2026-09-01', '2026-11-01', '2026-09-29', '2026-09-22', 1) RETURNING id`,
    [mission.id],
  );
  return row?.id ?? '';
}
