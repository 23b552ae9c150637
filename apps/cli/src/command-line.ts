import { CommandFactory } from 'nest-commander';
import { ForecastsCliModule } from '#features/forecasts/cli/forecasts-cli.module.js';
import { readSettings } from '#platform/config/settings.js';
import { migrate } from '#platform/database/migrate.js';
import { databaseOfDataFolder } from '#platform/embedded-postgres/database-of-data-folder.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { createLogger, NestLogger } from '#platform/logging/logger.js';
import { endWithMessage } from '#platform/process/end-with-message.js';
import { RootModule } from '#platform/process/root-module.js';
import { CliModule } from './cli.module.js';

const defaults = { LOG_LEVEL: 'warn', WAYMARK_DEMO: '1' };
const given = await endWithMessage(() => readSettings(defaults));
// npm runs commands in the project's folder; a file is meant from where its name was typed.
if (given.INIT_CWD) process.chdir(given.INIT_CWD);
// `… | head` closes the pipe when it has seen enough: that is no fault of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const logger = createLogger(given.LOG_LEVEL);
if (['backtest', 'forecast'].includes(process.argv[2] ?? '')) {
  // files in, figures out: it must run where there is no database, and none is started for it
  await runCommand(ForecastsCliModule);
  process.exit();
}
const note = (message: string): void => void process.stderr.write(`${message}\n`);
const database = await endWithMessage(() => databaseOfDataFolder(given, note));
const settings = await endWithMessage(() =>
  readSettings({ ...defaults, ...database.defaults }),
);
if (database.startedHere) await migrate({ owner: settings.migrationDatabaseUrl, application: settings.databaseUrl });
try {
  await runCommand(RootModule.of({ settings, logger, runsJobs: false }, [CliModule]));
} finally {
  await database.release();
}
process.exit();

async function runCommand(root: Parameters<typeof CommandFactory.runWithoutClosing>[0]): Promise<void> {
  const app = await CommandFactory.runWithoutClosing(root, {
    logger: new NestLogger(logger),
    cliName: 'waymark',
    errorHandler: (error) => {
      // Commander ends `--help` and misuse by an error of its own, whose words are already written.
      process.exitCode = 'exitCode' in error ? Number(error.exitCode) : 1;
    },
    serviceErrorHandler: (error) => {
      process.stderr.write(`${wordsOf(error)}\n`);
      process.exitCode = 1;
    },
  });
  await app.close();
}

/** A refusal in full, one reason a line; anything else in one line. */
function wordsOf(error: Error): string {
  if (!(error instanceof ApplicationError) || error.reasons.length === 0) return error.message;
  return [error.message, ...error.reasons.map(({ message }) => `  ${message}`)].join('\n');
}
