import { Module } from '@nestjs/common';
import { AccessModule } from '#features/access/access.module.js';
import { DraftsModule } from '../drafts.module.js';
import { AttachApiController } from './attach-api.controller.js';
import { FillDraftsApiController } from './fill-drafts-api.controller.js';
import { QuestionsApiController } from './questions-api.controller.js';
import { ReadDraftsApiController } from './read-drafts-api.controller.js';
import { WriteDraftsApiController } from './write-drafts-api.controller.js';

@Module({
  imports: [AccessModule, DraftsModule],
  controllers: [ReadDraftsApiController, WriteDraftsApiController, FillDraftsApiController, AttachApiController, QuestionsApiController],
})
export class DraftsApiModule {}
