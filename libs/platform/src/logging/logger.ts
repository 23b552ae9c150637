import { type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** One structured line a fact on standard error, so that standard output stays for the command's own words. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: { process: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]', '*.password', '*.token'],
    },
    pino.destination(2),
  );
}

/** Nest's own messages, through the same logger. Start-up chatter is debug: nobody reads route tables at 6 pm. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
