import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import { instanceToPlain } from 'class-transformer';
import { type Request } from 'express';
import { NO_PLAN_ANSWERS } from '#domain/delivery-plans/delivery-plan-content.js';
import { NO_ANSWERS } from '#domain/evidence-returns/evidence-return-content.js';
import { kindOfReference } from '#domain/submissions/submission-reference.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { createValidationPipe } from '#platform/pages/validation.js';
import { FillReturnRequest } from './draft.request.js';
import { FillPlanRequest } from './plan.request.js';

/** Answers of a return or plan as they were sent: plain, and those left out are not there. */
export interface FilledAnswers {
  rowVersion: number;
  answers: Record<string, unknown>;
}

interface Sent {
  reference: string;
  body: unknown;
}

const { copiedFrom: _, ...PLAN_ANSWERS } = NO_PLAN_ANSWERS;

/** One address fills both kinds; the reference says whose answers they must be. */
@Injectable()
export class FillBodyPipe implements PipeTransform<Sent, Promise<FilledAnswers>> {
  private readonly shape = createValidationPipe();

  /** @throws ApplicationError 422 with each field that is not as described, and each answer that there is none of. */
  async transform({ reference, body }: Sent): Promise<FilledAnswers> {
    const isPlan = kindOfReference(reference) === 'delivery-plan';
    const metatype = isPlan ? FillPlanRequest : FillReturnRequest;
    const { rowVersion, answers } = (await this.shape.transform(body, { type: 'body', metatype })) as FillReturnRequest | FillPlanRequest;
    requireKnownAnswers((body as { answers: object }).answers, isPlan ? PLAN_ANSWERS : NO_ANSWERS);
    const given = Object.entries(answers).filter(([, value]) => value !== undefined);
    // plain objects, as the draft has them: what stands already is then seen to be the same
    return { rowVersion, answers: instanceToPlain(Object.fromEntries(given)) };
  }
}

/** The body of the request with the reference of its address. */
export const FillBody = createParamDecorator((_data: unknown, context: ExecutionContext): Sent => {
  const { params, body } = context.switchToHttp().getRequest<Request>();
  return { reference: String(params['reference']), body: body as unknown };
});

/** A name that is misspelt would else be left out without a word. */
function requireKnownAnswers(sent: object, known: object): void {
  const unknown = Object.keys(sent).filter((field) => !Object.hasOwn(known, field));
  if (unknown.length > 0) throw ApplicationError.invalid(unknown.map((field) => ({ code: 'answer-unknown', message: `There is no answer ${field}`, field: `answers.${field}` })));
}
