import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments.module.js';
import { addAttachmentControllers } from './add-attachment.controllers.js';
import { DownloadAttachmentController } from './download-attachment.controller.js';
import { listAttachmentsControllers } from './list-attachments.controllers.js';
import { moveAttachmentControllers } from './move-attachment.controllers.js';
import { VirusChecksController } from './virus-checks.controller.js';

@Module({
  imports: [AttachmentsModule],
  controllers: [...listAttachmentsControllers, ...addAttachmentControllers, ...moveAttachmentControllers, DownloadAttachmentController, VirusChecksController],
})
export class AttachmentsWebModule {}
