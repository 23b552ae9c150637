import { Module } from '@nestjs/common';
import { InquiriesModule } from '../inquiries.module.js';
import { WatchInquiries } from './watch-inquiries.watch.js';

@Module({ imports: [InquiriesModule], providers: [WatchInquiries] })
export class InquiriesJobsModule {}
