import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Settings } from '#platform/config/settings.js';
import { sessionSecret } from './session.js';

/**
 * Says within a form who it was shown to, behind its CSRF token. A token is worth nothing once its session is gone; the seal
 * still tells whose words they are, and lets nobody do anything.
 */
export class FormSeal {
  private readonly secret: string;

  constructor(settings: Settings) {
    this.secret = sessionSecret(settings);
  }

  /** The form's hidden value: the session's token, and for a signed-in person the seal. */
  seal(csrfToken: string, personId: string | undefined): string {
    if (!personId) return csrfToken;
    return [csrfToken, Buffer.from(personId).toString('base64url'), this.signature(personId)].join(SEPARATOR);
  }

  /** Whose form it was; undefined where no seal says so. @param value as the form brought it */
  personOf(value: unknown): string | undefined {
    const [, coded, signature] = typeof value === 'string' ? value.split(SEPARATOR) : [];
    if (!coded || !signature) return undefined;
    const personId = Buffer.from(coded, 'base64url').toString();
    const [given, right] = [Buffer.from(signature), Buffer.from(this.signature(personId))];
    return given.length === right.length && timingSafeEqual(given, right) ? personId : undefined;
  }

  private signature(personId: string): string {
    return createHmac('sha256', this.secret).update(`form of ${personId}`).digest('base64url');
  }
}

const SEPARATOR = '.';

/** The session's token alone, as the CSRF protection knows it. */
export function csrfTokenOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.split(SEPARATOR)[0] : undefined;
}
