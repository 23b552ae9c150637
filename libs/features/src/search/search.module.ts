import { Module } from '@nestjs/common';
import { SearchQueries } from './search.queries.js';
import { SearchService } from './search.service.js';

@Module({ providers: [SearchQueries, SearchService], exports: [SearchService] })
export class SearchModule {}
