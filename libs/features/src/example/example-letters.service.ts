import { Injectable } from '@nestjs/common';
import { LettersService } from '#features/letters/letters.service.js';
import { ReceivedLettersService } from '#features/letters/received-letters.service.js';
import { exampleWords } from './example.words.js';
import { ExamplePast } from './example-past.service.js';

/** Letters of the example's council: one that was answered, and one that was not. */
@Injectable()
export class ExampleLetters {
  constructor(
    private readonly past: ExamplePast,
    private readonly letters: LettersService,
    private readonly received: ReceivedLettersService,
  ) {}

  async exchange(): Promise<void> {
    const [chair, member] = [await this.past.actor('chair'), await this.past.actor('member')];
    const { answered, unanswered, answer } = exampleWords.letters;
    const reference = await this.past.at(120, async () => {
      const letter = await this.letters.write(member, { ...answered, answerWorkingDays: 20 }, '');
      await this.letters.publish(chair, letter);
      return letter.reference;
    });
    await this.past.at(100, () => this.received.record(member, { ...answer, receivedOn: this.past.day(101) }, reference));
    await this.past.at(70, async () => this.letters.publish(chair, await this.letters.write(member, { ...unanswered, answerWorkingDays: 20 }, '')));
  }
}
