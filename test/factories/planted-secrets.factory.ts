import { type Actor } from '#domain/access/permissions.js';
import { User } from '#features/access/user.entity.js';
import { CouncilDecisionsService } from '#features/council/council-decisions.service.js';
import { DeliveryPlansService } from '#features/delivery-plans/delivery-plans.service.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { InquiriesService } from '#features/inquiries/inquiries.service.js';
import { InquiryEvidenceService } from '#features/inquiries/inquiry-evidence.service.js';
import { InquiryWritingService } from '#features/inquiries/inquiry-writing.service.js';
import { LettersService } from '#features/letters/letters.service.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ReportsService } from '#features/reports/reports.service.js';
import { ReportTextsService } from '#features/reports/report-texts.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { takeIn } from '#features/releases/release-intake.js';
import { type TestApplication } from '../support/application.js';
import { saveArea, saveRelease } from './release.factory.js';

/** A word for each thing that nobody may see yet; the figure is one that no other release has. */
export const SECRET_WORDS = {
  figure: '93.0417', area: 'Zephyrshire', file: 'quagmire-figures', letter: 'Marzipanletter', report: 'Tangerinereport', question: 'Walnutquestion', findings: 'Cinnamonfindings',
  recommendation: 'Saffronadvice', return: 'Licoricereturn', plan: 'Paprikaplan', proposal: 'Nutmegproposal',
} as const;

/** Where each of them stands, had it been public. */
export interface Planted {
  releaseId: number;
  metric: string;
  letter: string;
  report: string;
  decision: string;
  inquiry: string;
}

const CODE = 'E06000998';

/** An inquiry is public from its opening; what is then asked and written in it is not. */
export async function openInquiry(waymark: TestApplication): Promise<string> {
  const mission = await educationOf(waymark);
  const member = await actorOf(waymark, 'grace.adeyemi@council.example.org');
  const reference = await waymark.get(InquiriesService).open(member, {
    title: 'Attendance', scope: 'Why it falls.', origin: 'own-motion', commissionedBy: '', commissionedOn: null, expectedEnd: '2027-06-30', missionIds: [mission.id],
  });
  // that evidence is being gathered is public, whatever is asked of whom
  const { id: organisationId } = await waymark.dataSource.getRepository(Organisation).findOneByOrFail({ slug: 'dhsc' });
  await waymark.get(InquiryEvidenceService).ask(member, reference, { organisationId, question: SECRET_WORDS.question, dueOn: '2027-01-29' });
  return reference;
}

/** One of each kind, by the services that people use, in the example's database. @param publishedAt of the release */
export async function plantSecrets(waymark: TestApplication, inquiry: string, publishedAt: string): Promise<Planted> {
  const member = await actorOf(waymark, 'grace.adeyemi@council.example.org');
  const mission = await educationOf(waymark);
  const dfe = await waymark.dataSource.getRepository(Organisation).findOneByOrFail({ slug: 'dfe' });
  const metric = await waymark.dataSource.getRepository(Metric).findOneByOrFail({ slug: 'pupils-at-expected-standard' });
  const letter = await waymark.get(LettersService).write(member, { subject: SECRET_WORDS.letter, addressees: [{ kind: 'other', name: SECRET_WORDS.letter }], body: SECRET_WORDS.letter, answerWorkingDays: 20 }, '');
  const decision = await waymark.get(CouncilDecisionsService).propose(member, { subject: 'council-judgement', about: '', missionId: mission.id, title: SECRET_WORDS.proposal, text: SECRET_WORDS.proposal });
  const report = await waymark.get(ReportsService).open(member, mission.frameworkId, { kind: 'statutory', from: '2025-04-01', to: '2026-03-30', dueOn: null });
  const [section]: { row_version: number }[] = await waymark.dataSource.query(`SELECT s.row_version FROM report_sections s JOIN reports r ON r.id = s.report_id WHERE r.reference = $1 AND s.key = 'education'`, [report]);
  const words = { text: SECRET_WORDS.report, ruralNote: SECRET_WORDS.report, devolvedNote: SECRET_WORDS.report };
  await waymark.get(ReportTextsService).write(member, { reference: report, key: 'education', rowVersion: section?.row_version ?? 0 }, words);
  await waymark.get(InquiryEvidenceService).ask(member, inquiry, { organisationId: dfe.id, question: SECRET_WORDS.question, dueOn: '2027-01-29' });
  await waymark.get(InquiryWritingService).write(member, { reference: inquiry, rowVersion: 0 }, SECRET_WORDS.findings);
  await waymark.get(InquiryWritingService).addDraft(member, inquiry, { text: SECRET_WORDS.recommendation, addresseeId: dfe.id, missionId: mission.id, answerDays: 40 });
  await writeReports(waymark, mission, dfe);
  const release = await embargo(waymark, metric, publishedAt);
  return { releaseId: release, metric: metric.slug, letter: letter.reference, report, decision: decision.reference, inquiry };
}

/** The return and the plan that lie open at the department, half written. */
async function writeReports(waymark: TestApplication, mission: Mission, dfe: Organisation): Promise<void> {
  const official = await actorOf(waymark, 'ben.carter@dfe.example.org');
  const submissions = waymark.dataSource.getRepository(Submission);
  const owed = await submissions.findOneByOrFail({ kind: 'evidence-return', missionId: mission.id, status: 'draft' });
  await waymark.get(EvidenceReturnsService).save(official, owed, { narrative: SECRET_WORDS.return, rating: 'red', ratingReason: SECRET_WORDS.return });
  const plan = await submissions.findOneByOrFail({ kind: 'delivery-plan', organisationId: dfe.id, status: 'draft' });
  await waymark.get(DeliveryPlansService).save(official, plan, { summary: SECRET_WORDS.plan });
}

/** A figure of England and one of an area that the register does not have, in a file of its own name. */
async function embargo(waymark: TestApplication, metric: Metric, publishedAt: string): Promise<number> {
  await saveArea(waymark.dataSource, CODE, { name: SECRET_WORDS.area, confirmed: false });
  const cells = [['E92000001', '2026-09-01/P1Y', Number(SECRET_WORDS.figure)], [CODE, '2026-09-01/P1Y', Number(SECRET_WORDS.figure)]] as const;
  const release = await saveRelease(waymark.dataSource, metric, { publishedAt, importedAt: waymark.clock.now().toISOString(), cells });
  await waymark.dataSource.query(`UPDATE releases SET file_name = $2, unconfirmed_areas = $3 WHERE id = $1`, [release.id, `${SECRET_WORDS.file}.csv`, [CODE]]);
  await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: `release:${release.id}` }, (tx) => takeIn(tx, release));
  return release.id;
}

function educationOf({ dataSource }: TestApplication): Promise<Mission> {
  return dataSource.getRepository(Mission).findOneByOrFail({ slug: 'education' });
}

/** Somebody of the example’s people, as a service knows them. */
export async function actorOf({ dataSource }: TestApplication, email: string): Promise<Actor> {
  const { id, name, roles, organisationId, homeOrganisationId } = await dataSource.getRepository(User).findOneByOrFail({ email });
  return { kind: 'user', id, name, roles, organisationId, homeOrganisationId };
}
