import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { PROPOSALS } from './proposals-list.js';

@Module({ controllers: [openList(PROPOSALS)] })
export class ProposalsApiModule {}
