import { type DynamicModule, Module } from '@nestjs/common';
import { type Logger } from 'pino';

/** Token of the process's logger (pino). */
export const LOGGER = Symbol('logger');

@Module({})
export class LoggingModule {
  static with(logger: Logger): DynamicModule {
    return { module: LoggingModule, global: true, providers: [{ provide: LOGGER, useValue: logger }], exports: [LOGGER] };
  }
}
