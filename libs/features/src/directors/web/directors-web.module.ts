import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { DirectorsModule } from '../directors.module.js';
import { EditDirectorController } from './edit-director.controller.js';
import { ListDirectorsController } from './list-directors.controller.js';

@Module({ imports: [DirectorsModule, PageCacheModule], controllers: [ListDirectorsController, EditDirectorController] })
export class DirectorsWebModule {}
