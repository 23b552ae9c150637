import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { asInLastReturn } from '#domain/evidence-returns/copy-forward.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';
import { EvidenceReturnsService } from '../evidence-returns.service.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { LastReturns } from '../last-returns.queries.js';
import { ReturnParts } from '../return-parts.js';
import { afterSaving, sectionPage, type SectionPage } from './edit-section.presenter.js';
import { NarrativeForm } from './evidence-return.forms.js';

type NarrativePage = SectionPage<{ narrative: string }> & { asInLast: boolean };

/** What was done and what came of it. */
@Controller()
@UseInterceptors(new KeptTyping(evidenceReturnsWords.answers))
export class EditNarrativeController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly returns: EvidenceReturnsService,
    private readonly lastReturns: LastReturns,
    private readonly parts: ReturnParts,
  ) {}

  @Get(evidenceReturnsPaths.section(':id', 'narrative'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/narrative.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<NarrativePage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const page = sectionPage(request, dossier, 'narrative', ({ narrative }) => ({ narrative }));
    const last = await this.lastReturns.before(dossier.submission);
    return { ...page, asInLast: asInLastReturn(dossier.content, last).has('narrative') };
  }

  @Post(evidenceReturnsPaths.section(':id', 'narrative'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Body() { rowVersion, then, narrative }: NarrativeForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.returns.save(actor, { id, rowVersion }, { narrative });
    afterSaving(request, response, id, { section: 'narrative', then, sections: this.parts.sections() });
  }
}
