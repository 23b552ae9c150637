import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { FileInspector } from '#platform/inspection/file-inspector.js';
import { VirusScanner } from '#platform/virus-scan/virus-scanner.js';
import { AttachedFiles } from './attached-files.js';
import { Attachment } from './attachment.entity.js';
import { AttachmentChecks } from './attachment-checks.service.js';
import { AttachmentChunk } from './attachment-chunk.entity.js';
import { AttachmentsQueries } from './attachments.queries.js';
import { AttachmentsService } from './attachments.service.js';

/** Files of returns and plans. A process that delivers or checks them loads this too: it says which files belong to a version. */
@Module({
  imports: [TypeOrmModule.forFeature([Attachment, AttachmentChunk]), DeliveryPlansModule, EvidenceReturnsModule, NotificationsModule],
  providers: [AttachedFiles, AttachmentChecks, AttachmentsQueries, AttachmentsService, FileInspector, VirusScanner],
  exports: [AttachmentChecks, AttachmentsQueries, AttachmentsService, FileInspector, VirusScanner],
})
export class AttachmentsModule {}
