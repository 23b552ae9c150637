import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '#features/attachments/attachments.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { WorkbookExport } from './workbook-export.entity.js';
import { WorkbookUpload } from './workbook-upload.entity.js';
import { WorkbooksService } from './workbooks.service.js';

/** Returns as XLSX workbooks, for those who must work offline. */
@Module({
  imports: [TypeOrmModule.forFeature([WorkbookExport, WorkbookUpload]), AttachmentsModule, EvidenceReturnsModule],
  providers: [WorkbooksService],
  exports: [WorkbooksService],
})
export class WorkbooksModule {}
