import { fileURLToPath } from 'node:url';
import { readSettings } from '#platform/config/settings.js';
import { createLogger } from '#platform/logging/logger.js';
import { endWithMessage } from '#platform/process/end-with-message.js';
import { RootModule } from '#platform/process/root-module.js';
import { createHttpApplication, listen } from '#platform/process/start-http.js';
import { WebModule } from './web.module.js';

const settings = await endWithMessage(() => readSettings());
const logger = createLogger(settings.LOG_LEVEL);
const root = RootModule.of({ settings, logger, runsJobs: false }, [WebModule]);
const featureViews = fileURLToPath(new URL('../../../libs/features/src', import.meta.url));
const app = await endWithMessage(() => createHttpApplication(root, settings, logger, { featureViews }));
app.enableShutdownHooks();
await endWithMessage(() => listen(app, settings));
logger.info({ port: settings.PORT, host: settings.HOST }, 'web is listening');
