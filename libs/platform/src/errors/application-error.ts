/** A reason that a page can show: a stable code, plain words, and the field that it is about where there is one. */
export interface Reason {
  code: string;
  message: string;
  field?: string;
}

export type ApplicationErrorKind = 'bad-request' | 'not-found' | 'forbidden' | 'sign-in-required' | 'conflict' | 'invalid' | 'refused' | 'too-large' | 'unavailable';

/** The HTTP status of each kind: 400 for an address that asks for what there cannot be, 422 for input that breaks a rule, 409 for a state that has moved on. */
export const STATUS_OF_KIND: Record<ApplicationErrorKind, number> = {
  'bad-request': 400,
  'not-found': 404,
  forbidden: 403,
  'sign-in-required': 401,
  conflict: 409,
  invalid: 422,
  refused: 409,
  'too-large': 413,
  unavailable: 503,
};

/** An expected refusal, thrown by services; one filter turns it into a page or an RFC 9457 problem. */
export class ApplicationError extends Error {
  constructor(
    readonly kind: ApplicationErrorKind,
    readonly code: string,
    message: string,
    readonly reasons: Reason[] = [],
  ) {
    super(message);
    this.name = 'ApplicationError';
  }

  get status(): number {
    return STATUS_OF_KIND[this.kind];
  }

  /** @param field name of the parameter of the address that is at fault */
  static badRequest(code: string, message: string, field: string): ApplicationError {
    return new ApplicationError('bad-request', 'bad-request', message, [{ code, message, field }]);
  }

  static notFound(what: string): ApplicationError {
    return new ApplicationError('not-found', 'not-found', `${what} was not found`);
  }

  static forbidden(message: string, code = 'forbidden'): ApplicationError {
    return new ApplicationError('forbidden', code, message);
  }

  static conflict(message: string, code = 'changed-meanwhile', reasons: Reason[] = []): ApplicationError {
    return new ApplicationError('conflict', code, message, reasons);
  }

  static invalid(reasons: Reason[], message = 'There is a problem with what was sent'): ApplicationError {
    return new ApplicationError('invalid', 'invalid', message, reasons);
  }

  static refused(reasons: Reason[], message = reasons.map((reason) => reason.message).join('; ')): ApplicationError {
    return new ApplicationError('refused', reasons[0]?.code ?? 'refused', message, reasons);
  }
}
