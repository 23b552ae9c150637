import { Module } from '@nestjs/common';
import { PublicChanges } from './public-changes.queries.js';

@Module({ providers: [PublicChanges], exports: [PublicChanges] })
export class PublicChangesModule {}
