import { Module } from '@nestjs/common';
import { PublicReturnsModule } from '../public-returns.module.js';
import { ReturnsApiController } from './returns-api.controller.js';

@Module({ imports: [PublicReturnsModule], controllers: [ReturnsApiController] })
export class ReturnsApiModule {}
