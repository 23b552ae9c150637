import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions.module.js';
import { ListWorkController } from './list-work.controller.js';

@Module({ imports: [SubmissionsModule], controllers: [ListWorkController] })
export class SubmissionsWebModule {}
