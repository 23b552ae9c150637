import { type DynamicModule, Module } from '@nestjs/common';
import { type Logger } from 'pino';
import { ClockModule } from '#platform/clock/clock.js';
import { ConfigModule } from '#platform/config/config.module.js';
import { type Settings } from '#platform/config/settings.js';
import { DatabaseModule } from '#platform/database/database.module.js';
import { LoggingModule } from '#platform/logging/logging.module.js';
import { MailModule } from '#platform/mail/mail.module.js';
import { KeptFormsModule } from '#platform/pages/kept-forms.module.js';
import { QueueModule } from '#platform/queue/queue.module.js';
import { UnitOfWorkModule } from '#platform/unit-of-work/unit-of-work.module.js';

/** What every process stands on, whichever features it delivers. */
@Module({})
export class ProcessModule {
  static with(options: { settings: Settings; logger: Logger; runsJobs: boolean }): DynamicModule {
    return {
      module: ProcessModule,
      imports: [
        ConfigModule.with(options.settings),
        LoggingModule.with(options.logger),
        ClockModule,
        DatabaseModule.forApplication(),
        UnitOfWorkModule,
        QueueModule.forProcess({ runsJobs: options.runsJobs }),
        MailModule,
        KeptFormsModule,
      ],
    };
  }
}
