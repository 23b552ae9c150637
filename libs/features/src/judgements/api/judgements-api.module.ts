import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { JUDGEMENTS } from './judgements-list.js';

@Module({ controllers: [openList(JUDGEMENTS)] })
export class JudgementsApiModule {}
