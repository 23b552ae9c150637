import { type Request } from 'express';
import { type Reason } from '#platform/errors/application-error.js';

/** What a form's template needs: what to show in each field, and what is wrong. */
export interface FormState<Values> {
  values: Values;
  /** First message by field, in the shape of GOV.UK Frontend's `errorMessage`. */
  errors: Record<string, { text: string }>;
  /** For the error summary: links to fields. Undefined where nothing failed. */
  summary: { text: string; href?: string }[] | undefined;
}

/** The id of a field in a form: dots of nested names become hyphens. */
export function fieldId(field: string): string {
  return field.replaceAll('.', '-');
}

/**
 * Takes the failure that a POST left for this page, once, and lays the typed input over the stored values.
 * @param stored what the fields hold when nothing failed.
 */
export function takeFormState<Values extends object>(request: Request, stored: Values): FormState<Values> {
  const address = request.path;
  const failure = request.session.formFailures?.[address];
  if (!failure) return { values: stored, errors: {}, summary: undefined };
  delete request.session.formFailures?.[address];
  return {
    values: { ...stored, ...failure.input },
    errors: Object.fromEntries([...failure.reasons].reverse().flatMap(({ field, message }) => (field ? [[field, { text: message }]] : []))),
    // none where a form comes back only because its session was gone
    summary: failure.reasons.length > 0 ? failure.reasons.map(summaryLine) : undefined,
  };
}

function summaryLine({ field, message }: Reason): { text: string; href?: string } {
  return field ? { text: message, href: `#${fieldId(field)}` } : { text: message };
}
