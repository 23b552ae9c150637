import { Module } from '@nestjs/common';
import { ReleasesModule } from '../releases.module.js';
import { ReleaseChangesCommand, ReleasesCommand } from './releases.command.js';

@Module({ imports: [ReleasesModule], providers: [ReleasesCommand, ReleaseChangesCommand] })
export class ReleasesCliModule {}
