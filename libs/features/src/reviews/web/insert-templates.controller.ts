import { Body, Controller, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsOptional, IsString } from 'class-validator';
import { withTemplate } from '#domain/reviewers/reason-template.js';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ReasonTemplatesQueries } from '#features/reviewers/reason-templates.queries.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { keptDecisionTyping } from './kept-decision-typing.js';
import { requireMove } from './review-form.presenter.js';
import { ReviewIdPipe } from './review-id.pipe.js';
import { keepTypedDecision } from './typed-decision.js';

const orNothing = ({ value }: { value: unknown }): unknown => value ?? {};

/** The decision's form as it stands, whole or not: nothing is decided by it. */
class UnfinishedDecisionForm {
  @IsOptional()
  @IsString()
  decision = '';

  @Transform(({ value }: { value: unknown }) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]))
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  sections: string[] = [];

  @Transform(orNothing)
  @IsObject()
  reasons: Record<string, unknown> = {};

  @IsOptional()
  @IsString()
  reservations = '';

  @IsOptional()
  @IsString()
  unresolved = '';

  /** Ids of templates by section; '' where none was chosen. */
  @Transform(orNothing)
  @IsObject()
  templates: Record<string, unknown> = {};

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

/** Puts the words of the chosen templates below what was typed, selects their sections, and shows the form again. */
@Controller()
@UseInterceptors(keptDecisionTyping())
export class InsertTemplatesController {
  constructor(
    private readonly templates: ReasonTemplatesQueries,
    private readonly queries: ReviewDetailQueries,
  ) {}

  @Post(reviewsPaths.insertTemplates(':id'))
  @Access('review.decide', 'none')
  async insert(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Body() form: UnfinishedDecisionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    requireMove(actor, await this.queries.head(actor, id), 'decide');
    const { decision, reservations, unresolved, rowVersion } = form;
    const sections = new Set(form.sections);
    const reasons = new Map(Object.entries(form.reasons).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : [])));
    for (const { id: templateId, section, text } of await this.templates.inUse()) {
      for (const key of Object.keys(form.templates).filter((name) => form.templates[name] === templateId)) {
        if (section !== null && section !== key) continue;
        reasons.set(key, withTemplate(reasons.get(key) ?? '', text));
        sections.add(key);
      }
    }
    // Whoever puts in a reason sends something back.
    const chosen = decision === '' && sections.size > 0 ? 'changes-requested' : decision;
    keepTypedDecision(request, id, { decision: chosen, sections: [...sections], reasons: Object.fromEntries(reasons), reservations, unresolved, rowVersion });
    response.redirect(303, reviewsPaths.decide(id));
  }
}
