import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntry, OutboxMessage])],
  providers: [UnitOfWork],
  exports: [UnitOfWork],
})
export class UnitOfWorkModule {}
