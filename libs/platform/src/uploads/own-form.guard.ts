import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { TAKES_UPLOAD } from './takes-upload.metadata.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Set where a page's form comes in parts, so that its CSRF token could not be read yet: whether the token is right. */
    isOwnForm?: () => boolean;
  }
}

/** @throws ForbiddenException where a form that came in parts does not bring the token of the session */
export function requireOwnForm(request: Request): void {
  if (request.droppedFile || request.isOwnForm?.() === false) throw new ForbiddenException('invalid csrf token');
}

/**
 * A form in parts passes the CSRF protection at the door, for its token lies within it. So only routes that read it, and then
 * look at the token, may get one; for every other it is a forgery.
 */
@Injectable()
export class OwnFormGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.isOwnForm && !this.reflector.get<boolean | undefined>(TAKES_UPLOAD, context.getHandler())) {
      throw new ForbiddenException('invalid csrf token');
    }
    return true;
  }
}
