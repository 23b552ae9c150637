import { Injectable, type NestMiddleware } from '@nestjs/common';
import { type NextFunction, type Request, type Response } from 'express';
import { VISITOR } from '#domain/access/permissions.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { AccessTokensService } from './access-tokens.service.js';
import { BEARER_CHALLENGE } from './bearer-challenge.js';

/**
 * Finds out for whom a program asks. For the API alone: a token opens no page, and a session none of the API. A token that is
 * no longer good is refused even where none is needed, so that nobody goes on with it unaware.
 */
@Injectable()
export class BearerMiddleware implements NestMiddleware {
  constructor(private readonly tokens: AccessTokensService) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    request.actor = VISITOR;
    const secret = /^Bearer +([\w.~+/=-]+)$/i.exec(request.get('authorization') ?? '')?.[1];
    if (secret !== undefined) {
      const bearer = await this.tokens.bearerOf(secret);
      if (!bearer) {
        response.set('WWW-Authenticate', `${BEARER_CHALLENGE}, error="invalid_token"`);
        throw new ApplicationError('sign-in-required', 'token-not-good', 'The token is unknown, expired or revoked');
      }
      // what a token opens is for its bearer alone
      response.set('Cache-Control', 'private, no-cache');
      request.actor = bearer;
    }
    next();
  }
}
