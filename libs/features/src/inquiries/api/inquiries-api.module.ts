import { Module } from '@nestjs/common';
import { InquiriesModule } from '../inquiries.module.js';
import { InquiriesApiController } from './inquiries-api.controller.js';

@Module({ imports: [InquiriesModule], controllers: [InquiriesApiController] })
export class InquiriesApiModule {}
