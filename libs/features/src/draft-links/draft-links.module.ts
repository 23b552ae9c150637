import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommentsModule } from '#features/comments/comments.module.js';
import { SubmissionsModule } from '#features/submissions/submissions.module.js';
import { DraftLink } from './draft-link.entity.js';
import { DraftLinksQueries } from './draft-links.queries.js';
import { DraftLinksService } from './draft-links.service.js';
import { ShownDrafts } from './shown-drafts.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([DraftLink]), CommentsModule, SubmissionsModule],
  providers: [DraftLinksQueries, DraftLinksService, ShownDrafts],
  exports: [DraftLinksQueries, DraftLinksService, ShownDrafts, SubmissionsModule],
})
export class DraftLinksModule {}
