import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { IdempotentRequestsService } from '#features/access/idempotent-requests.service.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { DraftMoves, type SystemMove } from '../draft-moves.service.js';
import { DraftsQueries } from '../drafts.queries.js';
import { BEGIN_EXAMPLES, SEND_EXAMPLES, TAKE_UP_EXAMPLES } from './draft.examples.js';
import { BeginReturnRequest, SeenRequest } from './draft.request.js';
import { BegunResponse, MovedResponse } from './draft.response.js';
import { KEY, onceForKey } from './keyed-request.js';

@ApiTags('drafts')
@ApiBearerAuth()
@Controller('api/v1/drafts')
export class WriteDraftsApiController {
  constructor(
    private readonly drafts: DraftsQueries,
    private readonly moves: DraftMoves,
    private readonly requests: IdempotentRequestsService,
  ) {}

  @Post()
  @Access('submission.edit', 'EVIDENCE_RETURN_BEGUN')
  @ApiOperation({
    summary: 'Begin a return for a period of the reporting calendar',
    description: 'Ahead of the day on which it would open by itself, by the department that leads the mission. One that is open already is answered with 200. Scope `returns.write`.',
  })
  @ApiHeader(KEY)
  @ApiBody({ type: BeginReturnRequest, examples: BEGIN_EXAMPLES })
  @ApiCreatedResponse({ type: BegunResponse })
  @ApiOkResponse({ type: BegunResponse, description: 'It was open already' })
  @ApiErrors(400, 401, 403, 404, 409, 413, 422)
  async begin(@Body() body: BeginReturnRequest, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { framework, mission, coversFrom, coversTo } = body;
    const wanted = { framework, mission, coversFrom, coversTo };
    const { status, answer } = await onceForKey(this.requests, { actor, request, sent: wanted }, async (keep) => {
      const answerOf = (isNew: boolean, reference: string, rowVersion: number) => ({ status: isNew ? 201 : 200, answer: { reference, rowVersion } });
      const { submission, isNew } = await this.moves.begin(actor, wanted, (tx, begun) => keep(tx, answerOf(begun.isNew, begun.submission.reference, begun.submission.rowVersion)));
      return answerOf(isNew, submission.reference, submission.rowVersion);
    });
    response.status(status).location(`/api/v1/drafts/${(answer as BegunResponse).reference}`).json(answer);
  }

  @Post(':reference/send-for-sign-off')
  @Access('submission.edit', 'EVIDENCE_RETURN_SENT_FOR_SIGN_OFF')
  @ApiOperation({ summary: 'Send a return or plan to the senior responsible owner', description: 'Refused with every reason while something is missing. Signing is done by a person, on the page. Scope `returns.write`.' })
  @ApiHeader(KEY)
  @ApiBody({ type: SeenRequest, examples: SEND_EXAMPLES })
  @ApiOkResponse({ type: MovedResponse })
  @ApiErrors(400, 401, 403, 404, 409, 413, 422)
  async send(@Param('reference') reference: string, @Body() seen: SeenRequest, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.move('send-for-sign-off', reference, seen, { actor, request, response });
  }

  @Post(':reference/take-up')
  @Access('submission.edit', 'EVIDENCE_RETURN_TAKEN_UP')
  @ApiOperation({ summary: 'Take up again what was withdrawn', description: 'Scope `returns.write`.' })
  @ApiHeader(KEY)
  @ApiBody({ type: SeenRequest, examples: TAKE_UP_EXAMPLES })
  @ApiOkResponse({ type: MovedResponse })
  @ApiErrors(400, 401, 403, 404, 409, 413, 422)
  async takeUp(@Param('reference') reference: string, @Body() seen: SeenRequest, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.move('take-up', reference, seen, { actor, request, response });
  }

  private async move(action: SystemMove, reference: string, { rowVersion }: SeenRequest, { actor, request, response }: { actor: Actor; request: Request; response: Response }): Promise<void> {
    const { status, answer } = await onceForKey(this.requests, { actor, request, sent: { rowVersion } }, async (keep) => {
      const submission = await this.drafts.byReference(actor, reference);
      const answerOf = (moved: Pick<MovedResponse, 'status' | 'rowVersion'>) => ({ status: 200, answer: { reference, status: moved.status, rowVersion: moved.rowVersion } });
      return answerOf(await this.moves.move(actor, submission, { action, rowVersion }, (tx, moved) => keep(tx, answerOf(moved))));
    });
    response.status(status).json(answer);
  }
}
