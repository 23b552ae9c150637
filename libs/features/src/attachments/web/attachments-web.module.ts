import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments.module.js';
import { AddAttachmentController } from './add-attachment.controller.js';
import { DownloadAttachmentController } from './download-attachment.controller.js';
import { ListAttachmentsController } from './list-attachments.controller.js';
import { MoveAttachmentController } from './move-attachment.controller.js';
import { VirusChecksController } from './virus-checks.controller.js';

@Module({
  imports: [AttachmentsModule],
  controllers: [ListAttachmentsController, AddAttachmentController, MoveAttachmentController, DownloadAttachmentController, VirusChecksController],
})
export class AttachmentsWebModule {}
