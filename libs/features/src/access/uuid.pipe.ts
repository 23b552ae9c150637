import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { ApplicationError } from '#platform/errors/application-error.js';

/** An address whose id cannot be one is a page that is not there, not a fault of the server. */
@Injectable()
export class UuidPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUUID(id)) throw ApplicationError.notFound('This page');
    return id;
  }
}
