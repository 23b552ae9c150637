import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { LONGEST_REPORT_TEXT } from '#domain/reports/report-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { ReportSection } from './report-section.entity.js';
import { ReportText } from './report-text.entity.js';
import { Report } from './report.entity.js';
import { requireWriting } from './reports.service.js';

/** A section as its page showed it. */
export interface OpenedSection {
  reference: string;
  key: string;
  rowVersion: number;
}

export interface SectionWords {
  text: string;
  ruralNote: string;
  devolvedNote: string;
}

const FIELDS = { text: 'The text', ruralNote: 'The note on rural areas', devolvedNote: 'The note on devolved governments' } as const;

/** The council's own words beside what was assembled. Every saving is a version with its author. */
@Injectable()
export class ReportTextsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async write(actor: Actor, { reference, key, rowVersion }: OpenedSection, words: SectionWords): Promise<void> {
    requirePermission(actor, 'report.write');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REPORT_TEXT_WRITTEN', subject: `report:${reference}` }, async (tx) => {
      // shared, so that nobody opens the fact-check meanwhile
      const report = await tx.repository(Report).findOne({ where: { reference }, lock: { mode: 'pessimistic_read' } });
      if (!report) throw ApplicationError.notFound('That report');
      const section = await tx.repository(ReportSection).findOne({ where: { reportId: report.id, key }, lock: { mode: 'pessimistic_write' } });
      if (!section) throw ApplicationError.notFound('That part of the report');
      if (section.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this text since you opened it');
      requireWriting(report);
      const reasons = wordsBlockers(words);
      if (reasons.length > 0) throw ApplicationError.invalid(reasons);
      const { text, ruralNote, devolvedNote } = words;
      const version = section.version + 1;
      // the text with its author first: a section says what its newest text says
      await tx.repository(ReportText).insert({ sectionId: section.id, version, text, ruralNote, devolvedNote, authorId: actor.id, authorName: actor.name, at: tx.now });
      await tx.repository(ReportSection).save({ ...section, text, ruralNote, devolvedNote, version });
      tx.describe({ part: key, version });
    });
  }
}

function wordsBlockers(words: SectionWords): Reason[] {
  const fields = Object.keys(FIELDS) as (keyof SectionWords)[];
  const long = fields.filter((field) => words[field].length > LONGEST_REPORT_TEXT);
  return [
    ...(words.text.trim() === '' ? [{ code: 'text-missing', message: 'Enter the text', field: 'text' }] : []),
    ...long.map((field) => ({ code: `${field}-too-long`, message: `${FIELDS[field]} must be ${LONGEST_REPORT_TEXT.toLocaleString('en-GB')} characters or less`, field })),
  ];
}
