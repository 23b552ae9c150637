import { MOST_ATTACHMENTS } from '#domain/attachments/attachment-kinds.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { type VirusCheck } from './attachment.entity.js';

const LIMITS = `CSV, XLSX, ODS or PDF; 20 MB each; at most ${MOST_ATTACHMENTS} files, and 100 MB together.`;

/** The words of the pages of attachments. */
export const attachmentsWords = {
  theFile: 'That file',
  notNow: 'Files are attached and removed only while your department writes',
  movedOn: (name: string) => `${name} has moved on since you opened the page, so this is not possible now`,
  withheld: 'The file is given out when the virus scanner has found nothing in it',
  infected: 'The file is not given out: a virus was found in it',
  gone: 'The file is no longer kept',

  list: {
    title: 'Attachments',
    lead: {
      'evidence-return': `Files that your evidence rests on. They become public with the return once the council accepts it. ${LIMITS}`,
      'delivery-plan': `Files that your plan rests on. They become public with the plan once the council accepts it. ${LIMITS}`,
    } satisfies Record<SubmissionKind, string>,
    leadForReaders: { 'evidence-return': 'Files that the evidence rests on.', 'delivery-plan': 'Files that the plan rests on.' } satisfies Record<SubmissionKind, string>,
    nothing: 'No file is attached.',
    caption: 'Attached files',
    columns: { file: 'File', size: 'Type and size', added: 'Added', state: 'Status', actions: 'Actions' },
    add: 'Attach a file',
    on: 'Continue',
    noScanner: 'This service has no virus scanner. Files are checked for macros, scripts and links, but not for viruses.',
    checksum: (checksum: string) => `SHA-256 ${checksum}`,
    added: (name: string, when: string) => `${name}, ${when}`,
    delivered: (numbers: readonly number[]) => `In version ${numbers.join(', ')}`,
    remove: 'Remove',
    leaveOut: 'Leave out of the next version',
    takeBack: 'Take back in',
    infected: (virus: string) => `The virus scanner found “${virus}”. Nobody can open the file.`,
  },
  warning: {
    'not-configured': '',
    clean: '',
    pending: 'The virus scanner has not answered yet. Only your department can open the file, and should do so with care.',
    found: '',
  } satisfies Record<VirusCheck, string>,

  add: {
    title: 'Attach a file',
    name: 'What is the file?',
    nameHint: 'For example: Survey of heads, autumn 2026. Readers see this title.',
    file: 'Choose a file',
    fileHint: 'CSV, XLSX, ODS or PDF, 20 MB or smaller. No password, no macros, no links to other files.',
    button: 'Attach',
    missing: 'Select a CSV, XLSX, ODS or PDF file',
    done: (name: string) => `${name} is attached.`,
    doneAndAsked: (name: string) => `${name} is attached. It is given out when the virus scanner has found nothing in it.`,
    back: 'Back to the attachments',
  },
  remove: {
    title: 'Remove this file?',
    lead: 'The file is deleted. You can attach it again.',
    button: 'Remove the file',
    done: (name: string) => `${name} is removed.`,
  },
  leaveOut: {
    title: 'Leave this file out?',
    lead: 'It stays with the versions that it was submitted with, and is not part of the next one. You can take it back in.',
    button: 'Leave the file out',
    done: (name: string) => `${name} is left out of the next version.`,
  },
  takenBack: (name: string) => `${name} is part of the next version again.`,

  checks: {
    title: 'Virus checks of attachments',
    configured: (address: string) => `The virus scanner is at ${address}.`,
    notConfigured: 'No virus scanner is configured. Attachments are checked for macros, scripts, encryption and links, but not for viruses. Set CLAMAV_URL to the address of ClamAV’s daemon, and restart.',
    counts: 'Attachments by what the scanner says',
    pendingSince: (when: string) => `The oldest file waits since ${when}.`,
    check: {
      'not-configured': 'Not asked: no scanner was configured',
      pending: 'Pending',
      clean: 'No virus found',
      found: 'Virus found',
    } satisfies Record<VirusCheck, string>,
    columns: { check: 'Answer', files: 'Files' },
    recent: 'Files in which a virus was found',
    nothing: 'None.',
    line: (name: string, virus: string, reference: string, when: string) => `${name}: ${virus}, attached to ${reference}, found ${when}`,
  },
};
