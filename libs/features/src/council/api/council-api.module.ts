import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { BUDGETS, DECISIONS, GRANTS, INTERESTS, MEMBERS } from './council-lists.js';

@Module({ controllers: [MEMBERS, BUDGETS, DECISIONS, GRANTS, INTERESTS].map(openList) })
export class CouncilApiModule {}
