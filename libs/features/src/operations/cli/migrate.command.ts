import { Command, CommandRunner } from 'nest-commander';
import { Settings } from '#platform/config/settings.js';
import { migrate } from '#platform/database/migrate.js';

@Command({ name: 'migrate', description: 'Bring the database up to date as its owner, and grant the application its rights' })
export class MigrateCommand extends CommandRunner {
  constructor(private readonly settings: Settings) {
    super();
  }

  async run(): Promise<void> {
    const report = await migrate({ owner: this.settings.migrationDatabaseUrl, application: this.settings.databaseUrl });
    const done = report.applied.length > 0 ? `ran ${report.applied.length} migrations: ${report.applied.join(', ')}` : 'nothing to do';
    process.stdout.write(`The database is up to date (${done}); queue schema ${report.queueSchemaVersion}\n`);
  }
}
