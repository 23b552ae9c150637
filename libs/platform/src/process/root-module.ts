import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { type Logger } from 'pino';
import { type Settings } from '#platform/config/settings.js';
import { ProcessModule } from './process.module.js';

/** The root of a process: the platform, and the modules that it delivers. */
@Module({})
export class RootModule {
  static of(options: { settings: Settings; logger: Logger; runsJobs: boolean }, delivered: (Type | DynamicModule)[]): DynamicModule {
    return { module: RootModule, imports: [ProcessModule.with(options), ...delivered] };
  }
}
