import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks.module.js';
import { FrameworksApiController } from './frameworks-api.controller.js';

@Module({ imports: [FrameworksModule], controllers: [FrameworksApiController] })
export class FrameworksApiModule {}
