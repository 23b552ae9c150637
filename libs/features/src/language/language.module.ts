import { Module } from '@nestjs/common';
import { PhraseBook } from '#platform/language/phrase-book.js';
import { WELSH } from './welsh.js';

/** The languages of the public pages beside English. */
@Module({ providers: [{ provide: PhraseBook, useFactory: () => new PhraseBook('cy', WELSH) }], exports: [PhraseBook] })
export class LanguageModule {}
