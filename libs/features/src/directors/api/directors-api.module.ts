import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { DIRECTORS } from './directors-list.js';

@Module({ controllers: [openList(DIRECTORS)] })
export class DirectorsApiModule {}
