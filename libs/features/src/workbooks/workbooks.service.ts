import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { attachmentNameFault } from '#domain/attachments/attachment-name.js';
import { attachmentKindOf } from '#domain/attachments/attachment-kinds.js';
import { draftBlockers } from '#domain/evidence-returns/draft-blockers.js';
import { type EvidenceReturnAnswers, type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { columnLetter } from '#domain/workbooks/workbook-layout.js';
import { shown, type WorkbookFault } from '#domain/workbooks/workbook-faults.js';
import { merged, type ThreeWayAnswer, threeWay } from '#domain/workbooks/three-way.js';
import { readAnswers } from '#domain/workbooks/workbook-reading.js';
import { requirePermission } from '#features/access/access.guard.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { type Dossier, SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { FileInspector } from '#platform/inspection/file-inspector.js';
import { type WorkbookSheetRead } from '#platform/inspection/read-workbook.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type ReceivedFile } from '#platform/uploads/received-file.js';
import { WorkbookExport } from './workbook-export.entity.js';
import { workbookFile } from './workbook-file.js';
import { originOf, versionFault } from './workbook-origin.js';
import { WorkbookUpload } from './workbook-upload.entity.js';
import { workbooksWords as words } from './workbooks.words.js';

export type ReturnDossier = Dossier<'evidence-return'>;

/** A workbook that came back beside the return as it stands. */
export interface WorkbookComparison {
  dossier: ReturnDossier;
  upload: WorkbookUpload;
  answers: ThreeWayAnswer[];
}

/** Most faults that are told at once: with more the workbook is another one. */
const MOST_FAULTS = 100;

/** Returns as workbooks: out, in, and what a workbook changes. */
@Injectable()
export class WorkbooksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: SubmissionsQueries,
    private readonly returns: EvidenceReturnsService,
    private readonly inspector: FileInspector,
  ) {}

  /** The draft that the actor may write on. @throws ApplicationError 403 for whoever never may, 409 while nobody may or for a nil return */
  async draft(actor: Actor, id: string): Promise<ReturnDossier> {
    requirePermission(actor, 'submission.edit');
    const dossier = await this.queries.dossier(actor, 'evidence-return', id);
    requireMove(dossier, 'save');
    if (dossier.content.nil) throw ApplicationError.conflict(words.isNil, 'nil-return');
    return dossier;
  }

  /** The workbook of a draft; what it holds is kept, so that it can be compared when it comes back. */
  async export(actor: Actor, id: string): Promise<{ name: string; bytes: Buffer }> {
    const { submission, content } = await this.draft(actor, id);
    const made = await this.unitOfWork.run({ actor: auditName(actor), event: 'WORKBOOK_EXPORTED', subject: `submission:${id}` }, async (tx) => {
      const { rowVersion } = submission;
      tx.describe({ rowVersion });
      return tx.repository(WorkbookExport).save({ submissionId: id, rowVersion, answers: answersOf(content), exportedAt: tx.now });
    });
    const bytes = await workbookFile({ submission, content, exportId: made.id, exportedAt: made.exportedAt });
    return { name: `${submission.reference}.xlsx`, bytes };
  }

  /**
   * Reads a workbook that came back; nothing of the return changes.
   * @throws ApplicationError 422 with everything that it is not taken for, each by sheet, row, column, what stands there and what was expected
   */
  async receive(actor: Actor, id: string, file: ReceivedFile | undefined): Promise<WorkbookUpload> {
    const { submission, content } = await this.draft(actor, id);
    const named = fileFault(file);
    if (named || !file) throw ApplicationError.invalid([named ?? reason('file-missing', words.show.missing)]);
    const { fault, sheets } = await this.inspector.readWorkbook(file.path);
    if (fault) throw ApplicationError.invalid([reason(fault.code, fault.message)]);
    const origin = originOf(sheets, submission.reference);
    if (origin.faults.length > 0) throw refusalOf(origin.faults);
    const exported = await this.unitOfWork.reader.findOneBy(WorkbookExport, { id: origin.exportId, submissionId: id });
    if (!exported || String(exported.rowVersion) !== origin.rowVersion) throw refusalOf([versionFault(sheets, origin.rowVersion)]);
    const { answers, places, faults } = readAnswers(sheets, exported.answers);
    const frame = {
      dueOn: submission.dueOn, coversTo: submission.coversTo, targets: content.figures.map(({ target }) => target), lastSteps: content.lastSteps.map(({ step }) => step), attachments: content.attachments.map((attached) => attached.id),
    };
    const broken = draftBlockers(answers, frame).map(({ field = '', message }): WorkbookFault => {
      const place = places.get(field) ?? places.get(field.split('.').slice(0, 2).join('.'));
      return { sheet: place?.sheet, row: place && place.row + 1, column: place && columnLetter(place.column), found: place ? cellAt(sheets, place) : '', expected: '', message };
    });
    // What could not be read at all is not told a second time as missing.
    const all = [...faults, ...broken.filter(({ sheet, row, column }) => !faults.some((one) => one.sheet === sheet && one.row === row && one.column === column))];
    if (all.length > 0) throw refusalOf(all);
    return this.unitOfWork.run({ actor: auditName(actor), event: 'WORKBOOK_UPLOADED', subject: `submission:${id}` }, async (tx) => {
      tx.describe({ checksum: file.checksum, rowVersion: exported.rowVersion });
      const upload = { exportId: exported.id, answers, fileName: file.name, checksum: file.checksum, uploadedBy: actor.id, uploadedAt: tx.now };
      return tx.repository(WorkbookUpload).save(upload as WorkbookUpload);
    });
  }

  /** @throws ApplicationError 404 for a workbook of another return, or that was taken over already */
  async compare(actor: Actor, id: string, uploadId: string): Promise<WorkbookComparison> {
    const dossier = await this.draft(actor, id);
    const upload = await this.unitOfWork.reader.findOne(WorkbookUpload, { where: { id: uploadId, export: { submissionId: id } }, relations: { export: true } });
    if (!upload) throw ApplicationError.notFound(words.theWorkbook);
    return { dossier, upload, answers: threeWay(upload.export.answers, upload.answers, dossier.content) };
  }

  /**
   * Saves what the workbook changes. @returns how many answers changed
   * @throws ApplicationError 409 where the return is no longer what the page showed, 422 while a conflict is not decided
   */
  async take(actor: Actor, id: string, uploadId: string, { rowVersion, choices }: { rowVersion: number; choices: Readonly<Record<string, string>> }): Promise<number> {
    const { dossier, answers } = await this.compare(actor, id, uploadId);
    if (dossier.submission.rowVersion !== rowVersion) throw ApplicationError.conflict(submissionsWords.changedMeanwhile(dossier.submission));
    const decided = Object.fromEntries(Object.entries(choices).flatMap(([key, choice]) => (choice === 'file' || choice === 'online' ? [[key, choice] as const] : [])));
    const open = answers.filter(({ key, fate }) => fate === 'conflict' && decided[key] === undefined);
    if (open.length > 0) throw ApplicationError.invalid(open.map(({ key, field }) => ({ code: 'not-chosen', message: words.compare.notChosen(words.titles[field]), field: `choices.${key}` })));
    const changed = answers.filter(({ key, fate }) => fate === 'taken' || (fate === 'conflict' && decided[key] === 'file')).map(({ key }) => key);
    if (changed.length > 0) await this.returns.save(actor, { id, rowVersion }, merged(answers, decided)).catch(withoutFields);
    await this.unitOfWork.run({ actor: auditName(actor), event: 'WORKBOOK_TAKEN_OVER', subject: `submission:${id}`, facts: { answers: changed } }, async (tx) => {
      await tx.repository(WorkbookUpload).delete({ id: uploadId });
    });
    return changed.length;
  }
}

/** The answers alone, of everything that a return holds. */
function answersOf({ nil, figuresComment, departures, narrative, evidence, rating, ratingReason, risks, lastSteps, nextSteps, steps }: EvidenceReturnContent): EvidenceReturnAnswers {
  return { nil, figuresComment, departures, narrative, evidence, rating, ratingReason, risks, lastSteps, nextSteps, steps };
}

function fileFault(file: ReceivedFile | undefined): Reason | undefined {
  if (!file) return reason('file-missing', words.show.missing);
  const fault = attachmentNameFault(file.sentName);
  if (fault || attachmentKindOf(file.sentName) === 'xlsx') return fault;
  return reason('file-type', words.show.notXlsx);
}

/** Each fault in a sentence of its own. */
function refusalOf(faults: readonly WorkbookFault[]): ApplicationError {
  const { fault } = words;
  const lines = faults.slice(0, MOST_FAULTS).map(({ sheet, row, column, found, described = false, expected, message }) =>
    fault.line(fault.place(sheet, row, column), message ?? fault.expected(expected), fault.found(found, described)));
  if (faults.length > MOST_FAULTS) lines.push(fault.more(faults.length - MOST_FAULTS));
  return ApplicationError.invalid(lines.map((line) => reason('workbook', line)));
}

function reason(code: string, message: string): Reason {
  return { code, message, field: 'file' };
}

function cellAt(sheets: readonly WorkbookSheetRead[], { sheet, row, column }: { sheet: string; row: number; column: number }): string {
  return shown(sheets.find(({ name }) => name === sheet)?.rows[row]?.[column]);
}

/** What the draft refuses names fields of its own pages, which this one has not. */
function withoutFields(error: unknown): never {
  if (!(error instanceof ApplicationError) || error.kind !== 'invalid') throw error;
  throw ApplicationError.invalid(error.reasons.map(({ code, message }) => ({ code, message })));
}
