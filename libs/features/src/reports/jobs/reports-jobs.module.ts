import { Module } from '@nestjs/common';
import { PdfModule } from '#platform/pdf/pdf-printer.js';
import { ReportsModule } from '../reports.module.js';
import { MakeReportPdfHandler } from './make-report-pdf.handler.js';
import { WatchReports } from './watch-reports.watch.js';

@Module({ imports: [ReportsModule, PdfModule], providers: [MakeReportPdfHandler, WatchReports] })
export class ReportsJobsModule {}
