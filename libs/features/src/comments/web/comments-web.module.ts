import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments.module.js';
import { commentsControllers } from './comments.controllers.js';

@Module({ imports: [CommentsModule], controllers: [...commentsControllers] })
export class CommentsWebModule {}
