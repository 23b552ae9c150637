import { Module } from '@nestjs/common';
import { LettersModule } from '../letters.module.js';
import { LettersApiController } from './letters-api.controller.js';

@Module({ imports: [LettersModule], controllers: [LettersApiController] })
export class LettersApiModule {}
