import { Module } from '@nestjs/common';
import { MigrateCommand } from './migrate.command.js';
import { QueueCommand, QueueStatusCommand } from './queue-status.command.js';

@Module({ providers: [MigrateCommand, QueueCommand, QueueStatusCommand] })
export class OperationsCliModule {}
