import { Module } from '@nestjs/common';
import { SearchModule } from '../search.module.js';
import { SearchController } from './search.controller.js';

@Module({ imports: [SearchModule], controllers: [SearchController] })
export class SearchWebModule {}
