import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox.module.js';
import { SendDigestsWatch } from './send-digests.watch.js';

@Module({ imports: [InboxModule], providers: [SendDigestsWatch] })
export class NotificationsJobsModule {}
