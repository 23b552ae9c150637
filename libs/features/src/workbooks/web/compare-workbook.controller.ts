import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { workbooksPaths } from '../workbooks.paths.js';
import { WorkbooksService } from '../workbooks.service.js';
import { workbooksWords } from '../workbooks.words.js';
import { compareWorkbookPage, type CompareWorkbookPage } from './compare-workbook.presenter.js';
import { TakeWorkbookForm } from './workbook.forms.js';

const UploadId = (): ParameterDecorator => Param('upload', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));

/** Shows what a workbook changes, and saves it. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class CompareWorkbookController {
  constructor(private readonly workbooks: WorkbooksService) {}

  @Get(workbooksPaths.compare(':id', ':upload'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('workbooks/web/views/compare.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @UploadId() upload: string, @Req() request: Request): Promise<CompareWorkbookPage> {
    return compareWorkbookPage(request, await this.workbooks.compare(actor, id, upload));
  }

  @Post(workbooksPaths.compare(':id', ':upload'))
  @Access('submission.edit', 'WORKBOOK_TAKEN_OVER')
  async take(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @UploadId() upload: string,
    @Body() { rowVersion, choices = {} }: TakeWorkbookForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { done, doneNothing } = workbooksWords.compare;
    const count = await this.workbooks.take(actor, id, upload, { rowVersion, choices });
    request.session.notice = { title: 'Success', text: count === 0 ? doneNothing : done(count) };
    response.redirect(303, submissionsPaths.show('evidence-return', id));
  }
}
