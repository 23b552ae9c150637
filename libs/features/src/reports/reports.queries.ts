import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource, In, Not } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { type EditionDocument, readEdition } from '#domain/reports/edition-document.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { FactCheckReply } from './fact-check-reply.entity.js';
import { FactCheckWindow } from './fact-check-window.entity.js';
import { ReportAcknowledgement } from './report-acknowledgement.entity.js';
import { ReportEdition } from './report-edition.entity.js';
import { ReportEvent } from './report-event.entity.js';
import { ReportPdf } from './report-pdf.entity.js';
import { ReportSection } from './report-section.entity.js';
import { ReportText } from './report-text.entity.js';
import { Report } from './report.entity.js';

/** All that the workspace shows. */
export interface ReportWorkspace {
  report: Report;
  sections: ReportSection[];
  windows: FactCheckWindow[];
  replies: FactCheckReply[];
  acknowledgements: ReportAcknowledgement[];
  events: ReportEvent[];
}

/** An edition that is out, with its document. */
export interface PublishedEdition {
  report: Report;
  edition: ReportEdition;
  document: EditionDocument;
}

const UNKNOWN = 'That report';

/** Reads of reports. What is not out is the council's alone, and nobody else hears that it is there. */
@Injectable()
export class ReportsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param drafts with those of which no edition is out */
  async all(drafts: boolean): Promise<Report[]> {
    const reports = await this.dataSource.getRepository(Report).find({ relations: { framework: true }, order: { periodTo: 'DESC', kind: 'ASC', reference: 'ASC' } });
    return reports.filter(({ editions }) => drafts || editions > 0);
  }

  /** For their duty to report. */
  async frameworks(): Promise<Framework[]> {
    return this.dataSource.getRepository(Framework).find({ order: { title: 'ASC' } });
  }

  /** @throws ApplicationError 404 */
  async workspace(actor: Actor, reference: string): Promise<ReportWorkspace> {
    requirePermission(actor, 'report.write');
    const { manager } = this.dataSource;
    const report = await manager.findOne(Report, { where: { reference }, relations: { framework: true } });
    if (!report) throw ApplicationError.notFound(UNKNOWN);
    const reportId = report.id;
    const windows = await manager.find(FactCheckWindow, { where: { reportId }, order: { number: 'ASC' } });
    return {
      report,
      windows,
      sections: await manager.find(ReportSection, { where: { reportId }, relations: { mission: true }, order: { mission: { number: 'ASC' } } }),
      replies: await manager.find(FactCheckReply, { where: { windowId: In(windows.map(({ id }) => id)) }, relations: { organisation: true, window: true } }),
      acknowledgements: await manager.find(ReportAcknowledgement, { where: { reportId, edition: report.editions + 1 }, order: { at: 'ASC' } }),
      events: await manager.find(ReportEvent, { where: { reportId }, order: { sequence: 'DESC' } }),
    };
  }

  /** A section with its report. @throws ApplicationError 404 */
  async section(actor: Actor, reference: string, key: string): Promise<ReportSection> {
    requirePermission(actor, 'report.write');
    const section = await this.dataSource.getRepository(ReportSection).findOne({ where: { key, report: { reference } }, relations: { report: { framework: true }, mission: true } });
    if (!section) throw ApplicationError.notFound('That part of the report');
    return section;
  }

  /** Newest first. */
  async versions(actor: Actor, sectionId: string): Promise<ReportText[]> {
    requirePermission(actor, 'report.write');
    return this.dataSource.getRepository(ReportText).find({ where: { sectionId }, order: { version: 'DESC' } });
  }

  /** A report of which an edition is out. @throws ApplicationError 404 */
  async published(reference: string): Promise<Report> {
    const report = await this.dataSource.getRepository(Report).findOne({ where: { reference }, relations: { framework: true } });
    if (!report || report.editions === 0) throw ApplicationError.notFound(UNKNOWN);
    return report;
  }

  /** @param number as the address has it @throws ApplicationError 404 */
  async edition(reference: string, number: string): Promise<PublishedEdition> {
    const report = await this.published(reference);
    const edition = /^[1-9]\d{0,5}$/.test(number) ? await this.dataSource.getRepository(ReportEdition).findOneBy({ reportId: report.id, number: Number(number) }) : null;
    if (!edition) throw ApplicationError.notFound('That edition');
    return { report, edition, document: readEdition(edition.body) };
  }

  /** The latest edition of the report of the other kind on the same period; null where none is out. */
  async editionBeside({ frameworkId, kind, periodTo }: Report): Promise<PublishedEdition | null> {
    const report = await this.dataSource.getRepository(Report).findOneBy({ frameworkId, periodTo, kind: Not(kind) });
    return report && report.editions > 0 ? this.edition(report.reference, String(report.editions)) : null;
  }

  /** Every edition that is out, with what each corrects, newest first. */
  async editionsOf(reportId: string): Promise<{ number: number; publishedAt: Date; note: string | null }[]> {
    return this.dataSource.query(
      `SELECT number, published_at AS "publishedAt", body::jsonb ->> 'note' AS note FROM report_editions WHERE report_id = $1 ORDER BY number DESC`,
      [reportId],
    );
  }

  /** Null while it has not been tried. @param bytes with the file itself */
  async pdf(editionId: string, bytes = false): Promise<ReportPdf | null> {
    const query = this.dataSource.getRepository(ReportPdf).createQueryBuilder('pdf').where('pdf.editionId = :editionId', { editionId });
    return (bytes ? query.addSelect('pdf.bytes') : query).getOne();
  }

  /** The fact-checks that a department is or was asked for, the last first. */
  async factChecks(actor: Actor): Promise<FactCheckReply[]> {
    requirePermission(actor, 'report.check');
    if (actor.organisationId === null) return [];
    return this.dataSource.getRepository(FactCheckReply).find({
      where: { organisationId: actor.organisationId, window: { state: In(['open', 'closed']) } }, relations: { window: { report: { framework: true } }, section: { mission: true } },
      order: { window: { opensOn: 'DESC' }, section: { key: 'ASC' } },
    });
  }

  /** @throws ApplicationError 404 unknown, another department's, or given up */
  async factCheck(actor: Actor, id: string): Promise<FactCheckReply> {
    const found = isUUID(id) ? (await this.factChecks(actor)).find((reply) => reply.id === id) : undefined;
    if (!found) throw ApplicationError.notFound('That fact-check');
    return found;
  }
}
