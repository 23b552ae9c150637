import { ValidateIf } from 'class-validator';

/** A field of an API's body that may be left out. Unlike `@IsOptional` it does not let null pass in the place of a value. */
export function MayBeLeftOut(): PropertyDecorator {
  return ValidateIf((_body: object, value: unknown) => value !== undefined);
}
