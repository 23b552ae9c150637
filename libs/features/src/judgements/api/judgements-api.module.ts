import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { VERDICTS } from '../verdict-list.js';

@Module({ controllers: [openList(VERDICTS)] })
export class JudgementsApiModule {}
