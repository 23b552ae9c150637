import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '#platform/config/settings.js';
import { sessionSecret } from '#platform/pages/session.js';
import { subscriptionsPaths } from './subscriptions.paths.js';

/** `own`: a subscriber's page; `one`: the end of one subscription; `every`: the end of all of a subscriber's. */
export type LinkKind = 'own' | 'one' | 'every';

const KINDS: readonly LinkKind[] = ['own', 'one', 'every'];

/** Links that only we can have made. They hold an id and no address, and end with the row that they name. */
@Injectable()
export class SubscriptionLinks {
  private readonly secret: string;

  constructor(private readonly settings: Settings) {
    this.secret = sessionSecret(settings);
  }

  token(kind: LinkKind, id: string): string {
    return `${kind}.${id}.${this.signature(kind, id)}`;
  }

  /** @returns null where it is not of our making */
  read(token: string): { kind: LinkKind; id: string } | null {
    const [kind, id = '', given = ''] = token.split('.');
    const known = KINDS.find((name) => name === kind);
    if (!known) return null;
    const [left, right] = [Buffer.from(given), Buffer.from(this.signature(known, id))];
    return left.length === right.length && timingSafeEqual(left, right) ? { kind: known, id } : null;
  }

  /** Whole addresses, for mail. */
  own(subscriberId: string): string {
    return `${this.settings.baseUrl}${subscriptionsPaths.own(this.token('own', subscriberId))}`;
  }

  unsubscribe(kind: 'one' | 'every', id: string): string {
    return `${this.settings.baseUrl}${subscriptionsPaths.unsubscribe(this.token(kind, id))}`;
  }

  confirm(secret: string): string {
    return `${this.settings.baseUrl}${subscriptionsPaths.confirm(secret)}`;
  }

  /** Of an address or a network: what tells two apart and neither can be read from. */
  hashOf(what: string): string {
    return createHmac('sha256', this.secret).update(`asks ${what}`).digest('base64url');
  }

  private signature(kind: LinkKind, id: string): string {
    return createHmac('sha256', this.secret).update(`subscription ${kind} ${id}`).digest('base64url').slice(0, 27);
  }
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
