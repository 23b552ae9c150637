import { NestFactory } from '@nestjs/core';
import { readSettings } from '#platform/config/settings.js';
import { createLogger, NestLogger } from '#platform/logging/logger.js';
import { endWithMessage } from '#platform/process/end-with-message.js';
import { RootModule } from '#platform/process/root-module.js';
import { WorkerModule } from './worker.module.js';

const settings = await endWithMessage(() => readSettings());
const logger = createLogger(settings.LOG_LEVEL);
const root = RootModule.of({ settings, logger, runsJobs: true }, [WorkerModule]);
const app = await endWithMessage(() => NestFactory.createApplicationContext(root, { logger: new NestLogger(logger), abortOnError: false }));
app.enableShutdownHooks();
logger.info('worker is ready');
