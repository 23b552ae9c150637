import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { STEP_OUTCOMES } from '#domain/evidence-returns/evidence-return-choices.js';
import { stepOutcomeBlockers } from '#domain/evidence-returns/step-blockers.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { ReturnItems } from '../return-items.service.js';
import { returnItemsWords } from '../return-items.words.js';
import { type ChoiceItem, choices } from './choices.presenter.js';
import { afterSavingItem, itemPage, type SectionPage } from './edit-section.presenter.js';
import { type ItemCard, lastStepCards } from './item-cards.presenter.js';
import { outcomeOf, StepOutcomeForm } from './return-item.forms.js';

const words = returnItemsWords.lastSteps;

type OutcomePage = SectionPage<{ outcome: string; what: string }> & { labels: typeof words; promise: ItemCard['rows']; outcomes: ChoiceItem[] };

/** What became of one promise of the last return. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class EditStepOutcomeController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly items: ReturnItems,
  ) {}

  @Get(paths.item(':id', 'last-steps', ':item'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/step-outcome.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('item') item: string, @Req() request: Request): Promise<OutcomePage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const index = dossier.content.lastSteps.findIndex(({ step }) => step === item);
    const step = dossier.content.lastSteps[index];
    if (!step) throw ApplicationError.notFound('That step');
    const about = { section: 'last-steps' as const, heading: words.title, name: words.name(index) };
    const page = itemPage(request, dossier, about, { outcome: step.outcome ?? '', what: step.what });
    const told: string[] = [words.labels.outcome, words.labels.what];
    return {
      ...page,
      labels: words,
      promise: (lastStepCards(id, dossier.content)[index]?.rows ?? []).filter(({ key }) => !told.includes(key)),
      outcomes: choices(Object.entries(STEP_OUTCOMES).map(([value, text]) => ({ value, text })), page.form.values.outcome),
    };
  }

  @Post(paths.item(':id', 'last-steps', ':item'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('item') item: string,
    @Body() form: StepOutcomeForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const said = outcomeOf(form, item);
    // A draft may leave a promise open, but whoever sends this page says something of it.
    const missing = stepOutcomeBlockers(said);
    if (missing.length > 0) throw ApplicationError.invalid(missing);
    await this.items.put(actor, { id, rowVersion: form.rowVersion }, 'lastSteps', said);
    afterSavingItem(request, response, id, { section: 'last-steps', then: form.then });
  }
}
