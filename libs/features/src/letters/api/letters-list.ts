import { Injectable } from '@nestjs/common';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { Clock } from '#platform/clock/clock.js';
import { LettersQueries } from '../letters.queries.js';
import { LetterResponse, letterResponse } from './letter.response.js';

@Injectable()
export class LettersList implements ListSource<LetterResponse> {
  constructor(
    private readonly letters: LettersQueries,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<LetterResponse[]> {
    const today = this.clock.today();
    return (await this.letters.published()).map((listed) => letterResponse(listed, today));
  }
}

export const LETTERS: OpenList = {
  path: 'letters', tag: 'letters', title: 'Published letters', noun: 'That letter',
  description: 'A letter of the council, or one that it was sent, with whether it was answered.',
  item: LetterResponse, key: { reference: 'text' }, id: 'reference', source: LettersList,
  filters: [
    { name: 'direction', kind: ['out', 'in'], description: 'Sent by the council, or to it' },
    { name: 'alert', kind: 'text', description: 'Reference of the alert that it is about' },
    { name: 'framework', kind: 'text', description: 'Slug of the framework' },
    { name: 'mission', kind: 'text', description: 'Slug of the mission that it is about' },
  ],
};
