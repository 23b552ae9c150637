import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS } from '#domain/evidence-returns/evidence-return-choices.js';
import { type EvidenceItem } from '#domain/evidence-returns/evidence-return-content.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping, openAbove } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { ReturnItems } from '../return-items.service.js';
import { returnItemsWords } from '../return-items.words.js';
import { type ChoiceItem, choices, idOfItem, itemWith } from './choices.presenter.js';
import { afterSavingItem, itemPage, type SectionPage } from './edit-section.presenter.js';
import { EvidenceItemForm, evidenceItemOf } from './return-item.forms.js';

const words = returnItemsWords.evidence;

type Values = Omit<EvidenceItem, 'id' | 'kind' | 'strength' | 'attachment'> & { kind: string; strength: string; attachment: string };
type ItemPage = SectionPage<Values> & { labels: typeof words; kinds: ChoiceItem[]; strengths: ChoiceItem[]; files: ChoiceItem[] };

function valuesOf(item: EvidenceItem | undefined): Values {
  const { kind = '', strength = '', claim = '', source = '', page = '', link = '' } = item ?? {};
  return { kind, strength, claim, source, page, link, attachment: item?.attachment ?? '' };
}

/** One piece of evidence: one claim with what it rests on. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels, undefined, { openAt: openAbove }))
export class EditEvidenceController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly items: ReturnItems,
  ) {}

  @Get(paths.item(':id', 'evidence', ':item'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/evidence-item.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('item') item: string, @Req() request: Request): Promise<ItemPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const index = itemWith(dossier.content.evidence, item);
    const about = { section: 'evidence' as const, heading: index < 0 ? words.add : words.change, ...(index < 0 ? {} : { name: words.name(index) }) };
    const page = itemPage(request, dossier, about, valuesOf(dossier.content.evidence[index]));
    return {
      ...page,
      labels: words,
      kinds: choices(Object.entries(EVIDENCE_KINDS).map(([value, text]) => ({ value, text })), page.form.values.kind),
      strengths: choices(Object.entries(EVIDENCE_STRENGTHS).map(([value, strength]) => ({ value, text: strength.words, hint: { text: strength.definition } })), page.form.values.strength),
      files: choices(dossier.content.attachments.map(({ id: value, title, name }) => ({ value, text: `${title} (${name})` })), page.form.values.attachment),
    };
  }

  @Post(paths.item(':id', 'evidence', ':item'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('item') item: string,
    @Body() form: EvidenceItemForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.items.put(actor, { id, rowVersion: form.rowVersion }, 'evidence', evidenceItemOf(form, idOfItem(item)));
    afterSavingItem(request, response, id, { section: 'evidence', then: form.then });
  }
}
