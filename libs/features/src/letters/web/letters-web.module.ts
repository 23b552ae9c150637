import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { LettersModule } from '../letters.module.js';
import { DropLetterController } from './drop-letter.controller.js';
import { ReceiveLetterController } from './receive-letter.controller.js';
import { ShowLettersController } from './show-letters.controller.js';
import { WriteLetterController } from './write-letter.controller.js';

@Module({
  imports: [LettersModule, PageCacheModule],
  // `new` and `received` before the reference, which would take them for one
  controllers: [WriteLetterController, DropLetterController, ReceiveLetterController, ShowLettersController],
})
export class LettersWebModule {}
