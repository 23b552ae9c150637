import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { CONSULTATIONS } from './consultations-list.js';

@Module({ controllers: [openList(CONSULTATIONS)] })
export class ConsultationsApiModule {}
