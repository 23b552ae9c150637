import { Module } from '@nestjs/common';
import { AuditCommand, VerifyAuditCommand } from './verify-audit.command.js';

@Module({ providers: [AuditCommand, VerifyAuditCommand] })
export class AuditCliModule {}
