import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { SubmissionsModule } from '#features/submissions/submissions.module.js';
import { CalendarDaysService } from './calendar-days.service.js';
import { CycleNotices } from './cycle-notices.service.js';
import { CycleOpening } from './cycle-opening.service.js';
import { CycleReleases } from './cycle-releases.queries.js';
import { ExtensionsBesideDrafts } from './extensions-beside-drafts.js';
import { ExtensionsService } from './extensions.service.js';
import { LateOpening } from './late-opening.service.js';
import { LostParts } from './lost-parts.service.js';
import { MissionHandover } from './mission-handover.service.js';
import { OverdueMarking } from './overdue-marking.service.js';
import { PublicCalendarModule } from './public-calendar.module.js';
import { ReleaseWaiting } from './release-waiting.service.js';
import { Reminder } from './reminder.entity.js';
import { Reminding } from './reminding.service.js';
import { ReportingCalendarsService } from './reporting-calendars.service.js';
import { ReportingCycleRow } from './reporting-cycle.entity.js';
import { WindowClosing } from './window-closing.service.js';

const SERVICES = [
  CalendarDaysService, CycleNotices, CycleOpening, CycleReleases, ExtensionsBesideDrafts, ExtensionsService, LateOpening, LostParts, MissionHandover, OverdueMarking,
  ReleaseWaiting, Reminding, ReportingCalendarsService, WindowClosing,
];

/** What the calendar does by itself and what people do with it. It knows the kinds of reports; they only know its days. */
@Module({
  imports: [TypeOrmModule.forFeature([ReportingCycleRow, Reminder]), DeliveryPlansModule, EvidenceReturnsModule, NotificationsModule, PublicCalendarModule, SubmissionsModule],
  providers: SERVICES,
  exports: [PublicCalendarModule, ...SERVICES],
})
export class ReportingModule {}
