import { Module } from '@nestjs/common';
import { PastDaysModule } from '../past-days.module.js';
import { OtherDayController } from './other-day.controller.js';

@Module({ imports: [PastDaysModule], controllers: [OtherDayController] })
export class PastDaysWebModule {}
