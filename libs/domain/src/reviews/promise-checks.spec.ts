import { describe, expect, it } from '@jest/globals';
import { checkPromises } from './promise-checks.js';

const label = 'April 2024 to March 2025';
const steps = (text: string): { title: string; text: string } => ({ title: 'Next steps', text });

describe('promises of last time', () => {
  it.each<[string, Parameters<typeof checkPromises>[0], 'passed' | 'look', string[]]>([
    [
      'no earlier delivery',
      { earlier: undefined, now: [steps('Open clinics')], sentBack: [] },
      'passed',
      ['There is no earlier delivery to compare with.'],
    ],
    [
      'nothing promised then',
      { earlier: { label, promises: [steps(' ')] }, now: [], sentBack: [] },
      'passed',
      [`Nothing was promised for ${label}.`],
    ],
    [
      'another text now',
      { earlier: { label, promises: [steps('Open clinics')] }, now: [steps('Ten clinics are open. Twenty follow.')], sentBack: [] },
      'passed',
      [`What was promised for ${label} is neither repeated word for word nor dropped. Compare the two texts.`],
    ],
    [
      'word for word but for blanks and capitals',
      { earlier: { label, promises: [steps('Open clinics\r\nin March')] }, now: [steps('  open clinics\nin  March ')], sentBack: [] },
      'look',
      [`Next steps: word for word the same as for ${label}.`],
    ],
    [
      'dropped',
      { earlier: { label, promises: [steps('Open clinics')] }, now: [steps('')], sentBack: [] },
      'look',
      [`Next steps: filled in for ${label}, and nothing is said about it now.`],
    ],
    [
      'a mission that the plan no longer has',
      { earlier: { label, promises: [{ title: 'Health', text: 'Clinics' }, { title: 'Skills', text: 'Courses' }] }, now: [{ title: 'Skills', text: 'More courses' }], sentBack: [] },
      'look',
      [`Health: filled in for ${label}, and nothing is said about it now.`],
    ],
    [
      'a section sent back and mended',
      { earlier: undefined, now: [], sentBack: [{ title: 'Narrative', changed: true }] },
      'passed',
      ['There is no earlier delivery to compare with. Every section that was sent back has changed.'],
    ],
    [
      'one of two sent back not mended',
      { earlier: undefined, now: [], sentBack: [{ title: 'Narrative', changed: false }, { title: 'Rating', changed: true }] },
      'look',
      ['The council sent back Narrative. Its words are the same as before.'],
    ],
  ])('%s', (_, facts, outcome, findings) => {
    expect(checkPromises(facts)).toEqual({ kind: 'promises', outcome, findings });
  });
});
