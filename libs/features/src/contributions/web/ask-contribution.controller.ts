import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { contributionDue } from '#domain/contributions/contribution-due.js';
import { takesContributions } from '#domain/contributions/contribution-workflow.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { closedNotice } from '#features/frameworks/clock-day.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { pageTitle, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { boxesOf, type DateBoxes, dateOfBoxes } from '#platform/pages/date-boxes.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { ContributionAskingService } from '../contribution-asking.service.js';
import { contributionsPaths } from '../contributions.paths.js';
import { ContributionsQueries } from '../contributions.queries.js';
import { contributionsWords as words } from '../contributions.words.js';
import { AskForm } from './contribution.forms.js';

type Values = DateBoxes & { organisationId: string; about: string; question: string };
type Choice = { value: string; text: string; selected: boolean };

interface AskPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words.ask;
  dueHint: string;
  bodies: Choice[];
  /** Says who cannot be asked, and why. */
  bodyHint: string | undefined;
  subjects: Choice[];
  form: FormState<Values>;
}

@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class AskContributionController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly contributions: ContributionsQueries,
    private readonly asking: ContributionAskingService,
    private readonly calendars: WorkingCalendars,
  ) {}

  @Get(contributionsPaths.ask(':id'))
  @Access('contribution.ask', 'EVIDENCE_RETURN_READ')
  @Render('contributions/web/views/ask.njk')
  async form(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<AskPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const { submission, today } = dossier;
    requireOwnDepartment(actor, submission);
    const closed = closedNotice(submission.framework);
    if (closed) throw ApplicationError.conflict(closed.text, 'framework-closed');
    if (!takesContributions(submission.status)) throw ApplicationError.conflict('The return is not being written now, so nobody can be asked to contribute', 'return-closed');
    const usual = boxesOf(contributionDue(submission.dueOn, today, await this.calendars.ofFramework(submission.frameworkId)));
    const form = takeFormState<Values>(request, { organisationId: '', about: 'whole', question: '', ...usual });
    const bodies = await this.contributions.possibleBodies(submission.organisationId);
    const without = bodies.filter(({ answers }) => !answers).map(({ name }) => name);
    return {
      title: pageTitle(words.ask.title, submission),
      backLink: { text: 'Back to contributions', href: contributionsPaths.ofReturn(id) },
      head: submissionHead(dossier),
      words: words.ask,
      dueHint: words.ask.dueHint(`${usual.day} ${usual.month} ${usual.year}`),
      bodies: [{ value: '', text: words.ask.choose, selected: form.values.organisationId === '' }, ...bodies.filter(({ answers }) => answers).map(({ id: value, name }) => ({ value, text: name, selected: value === form.values.organisationId }))],
      bodyHint: without.length === 0 ? undefined : words.ask.nobodyAnswers(without.join('; ')),
      subjects: (await this.contributions.subjectsOf(submission)).map(({ key, label }) => ({ value: key, text: label, selected: key === form.values.about })),
      form,
    };
  }

  @Post(contributionsPaths.ask(':id'))
  @Access('contribution.ask', 'CONTRIBUTION_ASKED')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() form: AskForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { organisationId, about, question } = form;
    await this.asking.ask(actor, id, { organisationId, about, question, dueOn: dateOfBoxes(form) });
    request.session.notice = { title: 'Success', text: words.ask.done };
    response.redirect(303, contributionsPaths.ofReturn(id));
  }
}
