import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { RISK_PROXIMITIES } from '#domain/evidence-returns/evidence-return-choices.js';
import { type ReturnRisk } from '#domain/evidence-returns/evidence-return-content.js';
import { IMPACTS, LIKELIHOODS, risksByScore } from '#domain/evidence-returns/risk-score.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping, openAbove } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { ReturnItems } from '../return-items.service.js';
import { returnItemsWords } from '../return-items.words.js';
import { type ChoiceItem, choices, idOfItem, itemWith } from './choices.presenter.js';
import { afterSavingItem, itemPage, type SectionPage } from './edit-section.presenter.js';
import { RiskForm, riskOf } from './return-item.forms.js';

const words = returnItemsWords.risks;

type Values = Record<Exclude<keyof ReturnRisk, 'id'>, string>;
type ItemPage = SectionPage<Values> & { labels: typeof words; impacts: ChoiceItem[]; likelihoods: ChoiceItem[]; proximities: ChoiceItem[] };

function valuesOf(item: ReturnRisk | undefined): Values {
  const { risk = '', impact = '', likelihood = '', proximity = '', owner = '', response = '' } = item ?? {};
  return { risk, impact: String(impact), likelihood: String(likelihood), proximity, owner, response };
}

const scored = (scores: Record<number, string>): { value: string; text: string }[] => Object.entries(scores).map(([value, text]) => ({ value, text: `${value}. ${text}` }));

/** One risk with its two scores, its owner and what is done about it. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels, undefined, { openAt: openAbove }))
export class EditRiskController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly items: ReturnItems,
  ) {}

  @Get(paths.item(':id', 'risks', ':item'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/risk.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('item') item: string, @Req() request: Request): Promise<ItemPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const risks = risksByScore(dossier.content.risks);
    const index = itemWith(risks, item);
    const about = { section: 'risks' as const, heading: index < 0 ? words.add : words.change, ...(index < 0 ? {} : { name: words.name(index) }) };
    const page = itemPage(request, dossier, about, valuesOf(risks[index]));
    return {
      ...page,
      labels: words,
      impacts: choices(scored(IMPACTS), page.form.values.impact),
      likelihoods: choices(scored(LIKELIHOODS), page.form.values.likelihood),
      proximities: choices(Object.entries(RISK_PROXIMITIES).map(([value, text]) => ({ value, text })), page.form.values.proximity),
    };
  }

  @Post(paths.item(':id', 'risks', ':item'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('item') item: string,
    @Body() form: RiskForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.items.put(actor, { id, rowVersion: form.rowVersion }, 'risks', riskOf(form, idOfItem(item)));
    afterSavingItem(request, response, id, { section: 'risks', then: form.then });
  }
}
