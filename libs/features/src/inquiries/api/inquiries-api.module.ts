import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { InquiriesModule } from '../inquiries.module.js';
import { INQUIRIES, InquiriesList } from './inquiries-list.js';

@Module({ imports: [InquiriesModule], controllers: [openList(INQUIRIES)], providers: [InquiriesList] })
export class InquiriesApiModule {}
