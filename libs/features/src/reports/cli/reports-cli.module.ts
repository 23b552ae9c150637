import { Module } from '@nestjs/common';
import { ReportCommand, VerifyReportCommand } from './verify-report.command.js';

@Module({ providers: [ReportCommand, VerifyReportCommand] })
export class ReportsCliModule {}
