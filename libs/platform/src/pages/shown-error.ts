import { ApplicationError } from '#platform/errors/application-error.js';

/** What a page shows: its template with what that needs. */
export interface ShownPage {
  view: string;
  model: object;
}

/** A refusal with a page of its own in place of the general one, under the same status. */
export class ShownError extends ApplicationError {
  constructor(
    refusal: ApplicationError,
    readonly page: ShownPage,
  ) {
    super(refusal.kind, refusal.code, refusal.message, refusal.reasons);
    this.name = 'ShownError';
  }
}
