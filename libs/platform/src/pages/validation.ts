import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';

/** Every input goes through class-validator; unknown fields are dropped on pages. Failures name their field. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors: ValidationError[]) => ApplicationError.invalid(reasonsOf(errors)),
  });
}

/** Flattens nested errors to one reason a field: `contributions.2.moneyMillions`. */
export function reasonsOf(errors: ValidationError[], prefix = ''): Reason[] {
  return errors.flatMap((error) => {
    const field = `${prefix}${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ code, message, field }));
    return [...own, ...reasonsOf(error.children ?? [], `${field}.`)];
  });
}
