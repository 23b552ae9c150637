import { Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { backToSubmission, pageTitle, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { TakesUpload } from '#platform/uploads/takes-upload.decorator.js';
import { workbooksPaths } from '../workbooks.paths.js';
import { WorkbooksService } from '../workbooks.service.js';
import { workbooksWords } from '../workbooks.words.js';

const words = workbooksWords.show;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LARGEST = 5 * 1024 * 1024;

interface WorkbookPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words;
  hint: string;
  fileHref: string;
  form: FormState<object>;
}

/** Downloads a return as a workbook, and takes it back. */
@Controller()
export class ShowWorkbookController {
  constructor(private readonly workbooks: WorkbooksService) {}

  @Get(workbooksPaths.show(':id'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('workbooks/web/views/show.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<WorkbookPage> {
    const dossier = await this.workbooks.draft(actor, id);
    return {
      title: pageTitle(words.title, dossier.submission),
      backLink: backToSubmission(dossier),
      head: submissionHead(dossier),
      words,
      hint: words.downloadHint(dossier.submission.rowVersion),
      fileHref: workbooksPaths.file(id),
      form: takeFormState(request, {}),
    };
  }

  @Get(workbooksPaths.file(':id'))
  @Access('submission.edit', 'WORKBOOK_EXPORTED', 'service')
  async download(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Res() response: Response): Promise<void> {
    const { name, bytes } = await this.workbooks.export(actor, id);
    response.set({ 'Content-Type': XLSX, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' }).send(bytes);
  }

  @Post(workbooksPaths.show(':id'))
  @Access('submission.edit', 'WORKBOOK_UPLOADED')
  @TakesUpload({ field: 'file', mostBytes: LARGEST, tooLarge: { code: 'file-too-large', message: words.tooLarge, field: 'file' } })
  async upload(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const upload = await this.workbooks.receive(actor, id, request.upload);
    response.redirect(303, workbooksPaths.compare(id, upload.id));
  }
}
