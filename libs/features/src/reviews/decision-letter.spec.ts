import { describe, expect, it } from '@jest/globals';
import { decisionLetter } from './decision-letter.js';

const told = {
  reference: 'ER-2026-7K3D',
  what: 'evidence return on Health for April 2025 to March 2026',
  address: 'https://waymark.example/work/1',
};

describe('the letter on a decision', () => {
  it('says that nothing more is needed when it was accepted', () => {
    expect(decisionLetter('Olu Grant', { ...told, decision: 'accepted', reasons: [] })).toEqual({
      subject: 'Accepted: ER-2026-7K3D',
      body: [
        'Dear Olu Grant,',
        'The council has accepted your evidence return on Health for April 2025 to March 2026.',
        'You need do nothing more. Read it here:\nhttps://waymark.example/work/1\n',
      ].join('\n\n'),
    });
  });

  it.each([
    [[{ title: 'Narrative', text: 'Name the cause.' }], 'one section:', ['Narrative\nName the cause.']],
    [
      [
        { title: 'Narrative', text: 'Name the cause.\n\nAnd its size.' },
        { title: 'Next steps', text: 'By when?' },
      ],
      '2 sections:',
      ['Narrative\nName the cause.\n\nAnd its size.', 'Next steps\nBy when?'],
    ],
  ])('names each section with its reason, word for word', (reasons, count, sections) => {
    const { subject, body } = decisionLetter('Olu Grant', { ...told, decision: 'changes-requested', reasons });
    expect(subject).toBe('Changes requested: ER-2026-7K3D');
    expect(body).toContain(`asks for changes to ${count}`);
    for (const section of sections) expect(body).toContain(`\n\n${section}\n\n`);
    expect(body.endsWith(`submit it again:\n${told.address}\n`)).toBe(true);
  });
});
