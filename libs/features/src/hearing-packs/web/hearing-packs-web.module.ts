import { Module } from '@nestjs/common';
import { HearingPacksModule } from '../hearing-packs.module.js';
import { HearingPackController } from './hearing-pack.controller.js';

@Module({ imports: [HearingPacksModule], controllers: [HearingPackController] })
export class HearingPacksWebModule {}
