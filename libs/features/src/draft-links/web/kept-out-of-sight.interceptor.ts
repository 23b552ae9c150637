import { type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { type Response } from 'express';
import { type Observable } from 'rxjs';

/** A page whose address is a secret: no cache keeps it, no search engine lists it, and no site that it leads to learns the address. */
export class KeptOutOfSight implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow, noarchive', 'Referrer-Policy': 'no-referrer' });
    return next.handle();
  }
}
