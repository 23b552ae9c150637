import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments.module.js';
import { CheckAttachmentHandler } from './check-attachment.handler.js';

@Module({ imports: [AttachmentsModule], providers: [CheckAttachmentHandler] })
export class AttachmentsJobsModule {}
