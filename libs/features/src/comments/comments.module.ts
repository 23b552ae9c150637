import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { SubmissionsModule } from '#features/submissions/submissions.module.js';
import { CommentNotices } from './comment-notices.js';
import { CommentsBesideDrafts } from './comments-beside-drafts.js';
import { CommentsQueries } from './comments.queries.js';
import { CommentsService } from './comments.service.js';
import { SectionComment } from './section-comment.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([SectionComment]), NotificationsModule, SubmissionsModule],
  providers: [CommentNotices, CommentsBesideDrafts, CommentsQueries, CommentsService],
  exports: [CommentsQueries, CommentsService, SubmissionsModule],
})
export class CommentsModule {}
