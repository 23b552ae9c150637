import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { LettersModule } from '../letters.module.js';
import { LETTERS, LettersList } from './letters-list.js';

@Module({ imports: [LettersModule], controllers: [openList(LETTERS)], providers: [LettersList] })
export class LettersApiModule {}
