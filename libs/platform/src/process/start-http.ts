import { once } from 'node:events';
import { createServer } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type DynamicModule } from '@nestjs/common';
import { type Logger } from 'pino';
import { type Settings } from '#platform/config/settings.js';
import { NestLogger } from '#platform/logging/logger.js';
import { setupOpenApi } from '#platform/pages/openapi.js';
import { configureHttp } from '#platform/pages/page-server.js';

/** The port is taken by another program; the message names the way out. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`);
    this.name = 'PortTaken';
  }
}

/** Makes an HTTP application that is ready for requests but does not listen yet. */
export async function createHttpApplication(
  root: DynamicModule,
  settings: Settings,
  logger: Logger,
  options: { featureViews: string },
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(root, {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  configureHttp(app, settings, logger, options);
  setupOpenApi(app);
  return app;
}

/**
 * Looks whether the port can be had before anything is started that would have to be stopped again.
 * @throws PortTaken
 */
export async function requireFreePort(settings: Settings): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(settings.PORT, settings.HOST), 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortTaken(settings.PORT);
    throw error;
  } finally {
    if (probe.listening) await new Promise((resolve) => probe.close(resolve));
  }
}

/** @throws PortTaken */
export async function listen(app: NestExpressApplication, settings: Settings): Promise<void> {
  try {
    await app.listen(settings.PORT, settings.HOST);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortTaken(settings.PORT);
    throw error;
  }
}
