import { Module } from '@nestjs/common';
import { PublishedChecksums } from '../published-checksums.queries.js';
import { ReportCommand, VerifyReportCommand } from './verify-report.command.js';

@Module({ providers: [PublishedChecksums, ReportCommand, VerifyReportCommand] })
export class ReportsCliModule {}
