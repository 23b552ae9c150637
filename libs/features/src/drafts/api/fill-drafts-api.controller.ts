import { Controller, Param, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { PlanFillingService } from '#features/delivery-plans/plan-filling.service.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { DraftsQueries } from '../drafts.queries.js';
import { FILL_EXAMPLES } from './draft.examples.js';
import { FillReturnRequest } from './draft.request.js';
import { DraftResponse, draftResponse } from './draft.response.js';
import { FillBody, FillBodyPipe, type FilledAnswers } from './fill-body.js';
import { FillPlanRequest } from './plan.request.js';

@ApiTags('drafts')
@ApiBearerAuth()
@ApiExtraModels(FillReturnRequest, FillPlanRequest)
@Controller('api/v1/drafts')
export class FillDraftsApiController {
  constructor(
    private readonly drafts: DraftsQueries,
    private readonly returns: EvidenceReturnsService,
    private readonly plans: PlanFillingService,
  ) {}

  @Patch(':reference')
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  @ApiOperation({
    summary: 'Fill in answers of a return or plan; those left out stay',
    description: 'A reference that begins with ER takes the answers of a return, one that begins with DP those of a plan. Held to the same rules as the pages. The same answers again change nothing. Scope `returns.write`.',
  })
  @ApiBody({ schema: { anyOf: [{ $ref: getSchemaPath(FillReturnRequest) }, { $ref: getSchemaPath(FillPlanRequest) }] }, examples: FILL_EXAMPLES })
  @ApiOkResponse({ type: DraftResponse })
  @ApiErrors(400, 401, 403, 404, 409, 413, 422)
  async fill(@Param('reference') reference: string, @FillBody(FillBodyPipe) { rowVersion, answers }: FilledAnswers, @CurrentActor() actor: Actor): Promise<DraftResponse> {
    const { id, kind } = await this.drafts.byReference(actor, reference);
    const saving = kind === 'delivery-plan' ? this.plans.fill(actor, { id, rowVersion }, answers) : this.returns.save(actor, { id, rowVersion }, answers);
    await saving.catch(namedAsSent);
    return draftResponse(await this.drafts.state(actor, reference));
  }
}

/** The rules name an answer's field (`evidence.0.link`); the body has it below `answers`, as the refusals of its shape say. */
function namedAsSent(error: unknown): never {
  if (!(error instanceof ApplicationError) || error.kind !== 'invalid') throw error;
  throw ApplicationError.invalid(error.reasons.map((reason) => ({ ...reason, field: reason.field ? `answers.${reason.field}` : 'answers' })));
}
