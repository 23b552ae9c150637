import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertsModule } from '#features/alerts/alerts.module.js';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { FileInspector } from '#platform/inspection/file-inspector.js';
import { VirusScanner } from '#platform/virus-scan/virus-scanner.js';
import { EscalationService } from './escalation.service.js';
import { Letter } from './letter.entity.js';
import { LetterFile } from './letter-file.entity.js';
import { LetterReminder } from './letter-reminder.entity.js';
import { LettersQueries } from './letters.queries.js';
import { LettersService } from './letters.service.js';
import { LetterVersion } from './letter-version.entity.js';
import { OverdueAnswers } from './overdue-answers.service.js';
import { ReceivedLettersService } from './received-letters.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Letter, LetterFile, LetterReminder, LetterVersion]), AlertsModule, CalendarModule, NotificationsModule],
  providers: [EscalationService, FileInspector, LettersQueries, LettersService, OverdueAnswers, ReceivedLettersService, VirusScanner],
  exports: [EscalationService, LettersQueries, LettersService, OverdueAnswers, ReceivedLettersService],
})
export class LettersModule {}
