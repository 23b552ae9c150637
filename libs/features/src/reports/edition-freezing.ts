import { type EditionDocument, type EditionMission, type EditionRecommendation, type PrintedReply } from '#domain/reports/edition-document.js';
import { readMissionFacts } from '#domain/reports/mission-facts.js';
import { isAcknowledged, reportFindings } from '#domain/reports/report-checks.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { sealDocument } from './edition-file.js';
import { FactCheckReply } from './fact-check-reply.entity.js';
import { acknowledgementsOf, checkedReport, reportTitle, sectionsOf } from './report-records.js';
import { ReportEdition } from './report-edition.entity.js';
import { INTRODUCTION, type ReportSection } from './report-section.entity.js';
import { ReportText } from './report-text.entity.js';
import { type Report } from './report.entity.js';

export interface FrozenEdition {
  id: string;
  number: number;
  checksum: string;
  /** Ids of the departments that were asked to check it. */
  leads: string[];
}

/** Freezes the next edition as it stands now, with its checksum and the head of the audit chain. */
export async function freezeEdition(tx: Transaction, report: Report, recommendations: EditionRecommendation[]): Promise<FrozenEdition> {
  const sections = await sectionsOf(tx, report.id);
  const replies = await repliesOf(tx, report.id);
  const document: EditionDocument = { ...(await documentOf(tx, report, sections, replies)), recommendations };
  const { body, checksum } = sealDocument(document);
  const { id, number } = await tx.repository(ReportEdition).save({ reportId: report.id, number: document.edition, body, checksum, publishedAt: tx.now });
  return { id, number, checksum, leads: [...new Set([...replies.values()].flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])))] };
}

async function documentOf(tx: Transaction, report: Report, sections: readonly ReportSection[], replies: ReadonlyMap<string, FactCheckReply>): Promise<Omit<EditionDocument, 'recommendations'>> {
  const framework = await tx.repository(Framework).findOneByOrFail({ id: report.frameworkId });
  const [head] = await tx.repository(AuditEntry).find({ order: { position: 'DESC' }, take: 1 });
  const authors = await authorsOf(tx, sections);
  const introduction = sections.find(({ key }) => key === INTRODUCTION);
  const warnings = reportFindings(checkedReport(report, sections, framework.reportDuty)).filter(({ level }) => level === 'warning');
  const given = (await acknowledgementsOf(tx, report)).filter(({ key, message }) => warnings.some((warning) => isAcknowledged(warning, [{ key, message }])));
  return {
    schema: 'waymark-report-edition/2',
    reference: report.reference,
    edition: report.editions + 1,
    kind: report.kind,
    title: reportTitle(report),
    framework: { slug: framework.slug, title: framework.title },
    duty: framework.reportDuty && { owedBy: framework.reportDuty.owedBy, basis: framework.reportDuty.basis },
    period: { from: report.periodFrom, to: report.periodTo },
    asOf: report.asOf ?? report.periodTo,
    publishedAt: tx.now.toISOString(),
    note: report.correctionNote,
    audit: { position: Number(head?.position ?? 0), head: head?.hash ?? '' },
    introduction: { text: introduction?.text ?? '', authors: authors.get(introduction?.id ?? '') ?? [] },
    missions: sections.flatMap((section): EditionMission[] =>
      section.facts
        ? [{ ...readMissionFacts(section.facts), text: section.text, ruralNote: section.ruralNote, devolvedNote: section.devolvedNote, authors: authors.get(section.id) ?? [], factCheck: printed(replies.get(section.id)) }]
        : [],
    ),
    record: report.record,
    acknowledged: given.map(({ message, actorName, at, reason }) => ({ warning: message, by: actorName, at: at.toISOString(), reason })),
    licence: 'Open Government Licence v3.0',
    attribution: 'The council, by Waymark. Sources of figures are named with each metric.',
  };
}

/** The last right of reply on each section whose fact-check is over, by the section's id. */
async function repliesOf(tx: Transaction, reportId: string): Promise<Map<string, FactCheckReply>> {
  const replies = await tx.repository(FactCheckReply).find({ where: { window: { reportId, state: 'closed' } }, relations: { window: true, organisation: true }, order: { window: { number: 'ASC' } } });
  return new Map(replies.map((reply) => [reply.sectionId, reply]));
}

function printed(reply: FactCheckReply | undefined): PrintedReply {
  const sent = reply?.state === 'sent';
  return {
    organisation: reply?.organisation?.name ?? null,
    text: sent ? reply.text : null,
    sentAt: sent ? (reply.sentAt?.toISOString() ?? null) : null,
    openedOn: reply?.window.opensOn ?? '',
    closedOn: reply?.window.closesOn ?? '',
  };
}

/** Who wrote, each once, the first first; by the section's id. */
async function authorsOf(tx: Transaction, sections: readonly ReportSection[]): Promise<Map<string, string[]>> {
  const rows: { section_id: string; author_name: string }[] = await tx.repository(ReportText).query(
    `SELECT section_id, author_name FROM report_texts WHERE section_id = ANY($1) GROUP BY section_id, author_name ORDER BY min(version)`,
    [sections.map(({ id }) => id)],
  );
  const authors = new Map<string, string[]>();
  for (const { section_id, author_name } of rows) authors.set(section_id, [...(authors.get(section_id) ?? []), author_name]);
  return authors;
}
