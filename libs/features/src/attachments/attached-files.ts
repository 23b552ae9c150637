import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReturnParts } from '#features/evidence-returns/return-parts.js';
import { attachedFiles } from './attachments.queries.js';

/** Tells a return's versions which files belong to it. */
@Injectable()
export class AttachedFiles implements OnModuleInit {
  constructor(private readonly parts: ReturnParts) {}

  onModuleInit(): void {
    this.parts.register('attachments', attachedFiles);
  }
}
