import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { DEPARTMENTS } from './departments-list.js';

@Module({ controllers: [openList(DEPARTMENTS)] })
export class OrganisationsApiModule {}
