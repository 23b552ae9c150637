import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { FrameworksModule } from '../frameworks.module.js';
import { FRAMEWORKS, FrameworksList } from './frameworks-list.js';

@Module({ imports: [FrameworksModule], controllers: [openList(FRAMEWORKS)], providers: [FrameworksList] })
export class FrameworksApiModule {}
