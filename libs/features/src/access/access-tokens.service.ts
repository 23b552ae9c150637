import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { permissionsOf, type TokenScope } from '#domain/access/token-scopes.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { requirePermission } from './access.guard.js';
import { AccessToken } from './access-token.entity.js';
import { actorOfUser } from './actors.service.js';
import { User } from './user.entity.js';

/** Tells a token from other secrets, for people and for programs that look for leaked ones. */
const PREFIX = 'wm_';
const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 366;
/** Use is noted to the minute: a write for every request would cost more than it tells. */
const NOTED_EVERY_MS = 60_000;

/** A token to make. */
export interface NewToken {
  email: string;
  scopes: TokenScope[];
  name: string;
  /** Days until it expires. */
  days: number;
}

/** Tokens by which programs use the API for somebody. */
@Injectable()
export class AccessTokensService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns the token itself, which nobody can see again. @throws ApplicationError where nobody has the address. */
  async add(actor: Actor, { email, scopes, name, days }: NewToken): Promise<{ secret: string; token: AccessToken }> {
    requirePermission(actor, 'token.manage');
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
      throw ApplicationError.invalid([{ code: 'days-wrong', message: `A token is good for 1 to ${MOST_DAYS} days`, field: 'days' }]);
    }
    return this.unitOfWork.run({ actor: auditName(actor), event: 'TOKEN_ADDED', subject: 'user:unknown' }, async (tx) => {
      const user = await tx.repository(User).findOneBy({ email: email.trim().toLowerCase() });
      if (!user || user.disabledAt) throw ApplicationError.notFound(`Somebody with the address ${email}`);
      const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`;
      const token = await tx.repository(AccessToken).save({
        name, sha256: hashOf(secret), userId: user.id, scopes,
        createdAt: tx.now, expiresAt: new Date(tx.now.getTime() + days * DAY_MS), lastUsedAt: null, revokedAt: null,
      });
      tx.describe({ token: token.id, scopes, days }, `user:${user.id}`);
      return { secret, token };
    });
  }

  /** Every token that was ever made, the newest first. */
  async list(actor: Actor): Promise<AccessToken[]> {
    requirePermission(actor, 'token.manage');
    return this.unitOfWork.reader.getRepository(AccessToken).find({ relations: { user: true }, order: { createdAt: 'DESC', id: 'ASC' } });
  }

  /** Ends a token at once; one that has ended stays so. @throws ApplicationError where there is none. */
  async revoke(actor: Actor, id: string): Promise<AccessToken> {
    requirePermission(actor, 'token.manage');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'TOKEN_REVOKED', subject: 'user:unknown', facts: { token: id } }, async (tx) => {
      const token = await tx.repository(AccessToken).findOne({ where: { id }, relations: { user: true } });
      if (!token) throw ApplicationError.notFound(`The token ${id}`);
      token.revokedAt ??= tx.now;
      tx.describe({}, `user:${token.userId}`);
      return tx.repository(AccessToken).save(token);
    });
  }

  /** @returns whoever came with it; undefined for a token that is unknown, expired or revoked, or whose person is disabled */
  async bearerOf(secret: string): Promise<Actor | undefined> {
    if (!secret.startsWith(PREFIX)) return undefined;
    const tokens = this.unitOfWork.reader.getRepository(AccessToken);
    const token = await tokens.findOne({ where: { sha256: hashOf(secret) }, relations: { user: true } });
    const now = this.clock.now();
    if (!token || token.revokedAt || token.expiresAt <= now || token.user.disabledAt) return undefined;
    // no move: nothing that anybody sees comes from it, and an audit line a request would drown the others
    if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > NOTED_EVERY_MS) await tokens.update(token.id, { lastUsedAt: now });
    // Nothing is said of whom they stand in for: a delegation lends a signature, and a token never signs.
    return { ...actorOfUser(token.user), limitedTo: permissionsOf(token.scopes), tokenId: token.id };
  }

  /** Whether somebody has ended it: what waits in its name is then not done. */
  async isRevoked(id: string): Promise<boolean> {
    return !(await this.unitOfWork.reader.getRepository(AccessToken).existsBy({ id, revokedAt: IsNull() }));
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
