import { Module } from '@nestjs/common';
import { DraftLinksModule } from '../draft-links.module.js';
import { draftLinksControllers } from './draft-links.controllers.js';
import { ShownDraftController } from './shown-draft.controller.js';

@Module({ imports: [DraftLinksModule], controllers: [...draftLinksControllers, ShownDraftController] })
export class DraftLinksWebModule {}
