import { noticeText } from '../notice-text.js';

/** A file that the virus scanner would not pass. */
export interface VirusNews {
  reference: string;
  /** The file's name. */
  name: string;
  virus: string;
}

export const VIRUS_FOUND = noticeText<VirusNews>('virus-found', {
  title: 'A virus was found in a file that your department attached',
  subject: ({ reference }) => `Virus found in a file of ${reference}`,
  paragraphs: ({ reference, name, virus }, address) => [
    `The virus scanner found “${virus}” in ${name}, which your department attached to ${reference}. Nobody can open the file here any more.`,
    `Check the computer that it came from, and attach a clean file:\n${address}`,
  ],
  urgent: true,
});
