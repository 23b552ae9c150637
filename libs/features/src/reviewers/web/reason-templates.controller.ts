import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { ReasonTemplatesQueries } from '../reason-templates.queries.js';
import { ReasonTemplatesService } from '../reason-templates.service.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { reviewersWords } from '../reviewers.words.js';
import { RetireTemplateForm, RewriteTemplateForm, templateDraftOf, TemplateForm } from './reason-template.forms.js';
import { templateFormPage, type TemplateFormPage, templatePage, type TemplatePage, templatesPage, type TemplatesPage } from './reason-templates.presenter.js';
import { UuidPipe } from '#features/access/uuid.pipe.js';

const words = reviewersWords.templates.form;

/** The council's templates of reasons. Two who rewrite one at once: the second gets the conflict page with what was typed. */
@Controller()
@UseInterceptors(new KeptTyping({ title: words.title, text: words.text }))
export class ReasonTemplatesController {
  constructor(
    private readonly templates: ReasonTemplatesService,
    private readonly queries: ReasonTemplatesQueries,
  ) {}

  @Get(reviewersPaths.templates)
  @Access('reason-template.manage', 'none')
  @Render('reviewers/web/views/templates.njk')
  async list(@CurrentActor() actor: Actor): Promise<TemplatesPage> {
    return templatesPage(await this.queries.all(actor));
  }

  @Get(reviewersPaths.newTemplate)
  @Access('reason-template.manage', 'none')
  @Render('reviewers/web/views/template-form.njk')
  ask(@Req() request: Request): TemplateFormPage {
    return templateFormPage(words.add, takeFormState(request, { title: '', section: '', text: '' }));
  }

  @Post(reviewersPaths.newTemplate)
  @Access('reason-template.manage', 'REASON_TEMPLATE_WRITTEN')
  async add(@CurrentActor() actor: Actor, @Body() form: TemplateForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { id } = await this.templates.add(actor, templateDraftOf(form));
    this.done(request, response, id, words.written);
  }

  @Get(reviewersPaths.template(':id'))
  @Access('reason-template.manage', 'none')
  @Render('reviewers/web/views/template.njk')
  async show(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<TemplatePage> {
    return templatePage(await this.queries.one(actor, id));
  }

  @Get(reviewersPaths.editTemplate(':id'))
  @Access('reason-template.manage', 'none')
  @Render('reviewers/web/views/template-form.njk')
  async askAgain(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<TemplateFormPage> {
    const { template } = await this.queries.one(actor, id);
    if (template.retiredAt) throw ApplicationError.conflict(reviewersWords.templates.isRetired);
    const { title, section, text, rowVersion } = template;
    return templateFormPage(words.edit, takeFormState(request, { title, section: section ?? '', text, rowVersion }));
  }

  @Post(reviewersPaths.editTemplate(':id'))
  @Access('reason-template.manage', 'REASON_TEMPLATE_WRITTEN')
  async rewrite(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Body() form: RewriteTemplateForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.templates.rewrite(actor, id, { draft: templateDraftOf(form), rowVersion: form.rowVersion });
    this.done(request, response, id, words.written);
  }

  @Post(reviewersPaths.retireTemplate(':id'))
  @Access('reason-template.manage', 'REASON_TEMPLATE_RETIRED')
  async retire(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Body() form: RetireTemplateForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const retired = form.retired === 'yes';
    await this.templates.setRetired(actor, id, { retired, rowVersion: form.rowVersion });
    this.done(request, response, id, retired ? words.retired : words.restored);
  }

  private done(request: Request, response: Response, id: string, text: string): void {
    request.session.notice = { title: reviewersWords.success, text };
    response.redirect(303, reviewersPaths.template(id));
  }
}
