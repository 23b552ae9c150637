import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { IdempotentRequestsService } from '#features/access/idempotent-requests.service.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ReviewQuestionsService } from '#features/reviews/review-questions.service.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { questionState } from '../draft-questions.js';
import { DraftsQueries } from '../drafts.queries.js';
import { ANSWER_EXAMPLES } from './draft.examples.js';
import { KEY, onceForKey } from './keyed-request.js';
import { AnswerQuestionRequest, QuestionResponse, QuestionsResponse } from './question.bodies.js';

/** The council's questions on what was delivered, for the department that was asked. */
@ApiTags('drafts')
@ApiBearerAuth()
@Controller('api/v1/drafts')
export class QuestionsApiController {
  constructor(
    private readonly drafts: DraftsQueries,
    private readonly questions: ReviewQuestionsService,
    private readonly requests: IdempotentRequestsService,
    private readonly clock: Clock,
  ) {}

  @Get(':reference/questions')
  @Access('submission.read', 'DRAFT_READ')
  @ApiOperation({ summary: 'What the council has asked about it, newest first, each with its clock', description: 'Scope `returns.read` or `returns.write`.' })
  @ApiOkResponse({ type: QuestionsResponse })
  @ApiErrors(401, 403, 404)
  async list(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<QuestionsResponse> {
    response.set('Cache-Control', 'no-store');
    return { items: await this.drafts.questions(actor, reference) };
  }

  @Post(':reference/questions/:question/answer')
  @Access('question.answer', 'REVIEW_QUESTION_ANSWERED')
  @ApiOperation({ summary: 'Answer a question, once; late too, until the review is over', description: 'Resets neither the sign-off nor the version. Scope `returns.write`.' })
  @ApiHeader(KEY)
  @ApiBody({ type: AnswerQuestionRequest, examples: ANSWER_EXAMPLES })
  @ApiOkResponse({ type: QuestionResponse })
  @ApiErrors(400, 401, 403, 404, 409, 413, 422)
  async answer(
    @Param('reference') reference: string,
    @Param('question', new ParseUUIDPipe({ errorHttpStatusCode: 404 })) id: string,
    @Body() { answer: text, rowVersion }: AnswerQuestionRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { status, answer } = await onceForKey(this.requests, { actor, request, sent: { answer: text, rowVersion } }, async (keep) => {
      const asked = await this.drafts.question(actor, reference, id);
      const answerOf = (question: typeof asked.question) => ({ status: 200, answer: questionState({ ...asked, question }, asked.kind, this.clock.today()) });
      return answerOf(await this.questions.answer(actor, id, { answer: text, rowVersion }, (tx, answered) => keep(tx, answerOf(answered))));
    });
    response.status(status).json(answer);
  }
}
