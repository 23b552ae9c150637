import { describe, expect, it } from '@jest/globals';
import { threadsOf, titleOfSection } from './comment-threads.js';
import { type CommentKind, type SectionComment } from './section-comment.entity.js';

const said = (id: string, kind: CommentKind, threadId: string | null = null): SectionComment => ({ id, kind, threadId, section: 'narrative' }) as SectionComment;

describe('threads of comments', () => {
  it.each<[CommentKind[], boolean]>([
    [[], true],
    [['reply'], true],
    [['resolve'], false],
    [['resolve', 'reply'], false],
    [['resolve', 'reopen'], true],
    [['resolve', 'reopen', 'resolve'], false],
  ])('after %j one is open: %s', (kinds, open) => {
    const [thread, ...others] = threadsOf([said('a', 'comment'), ...kinds.map((kind, index) => said(`a${index}`, kind, 'a'))]);
    expect([thread?.open, thread?.said.length, others]).toEqual([open, kinds.length + 1, []]);
  });

  it('keeps them apart, in the order of their beginnings', () => {
    const threads = threadsOf([said('a', 'comment'), said('b', 'comment'), said('a1', 'reply', 'a'), said('b1', 'resolve', 'b')]);
    expect(threads.map(({ id, open, said: lines }) => [id, open, lines.map((line) => line.id)])).toEqual([['a', true, ['a', 'a1']], ['b', false, ['b', 'b1']]]);
  });

  it.each([['narrative', 'Narrative'], ['gone', 'gone'], [null, 'All']])('calls the section %s %s', (section, title) => {
    expect(titleOfSection([{ key: 'narrative', title: 'Narrative' }], section, 'All')).toBe(title);
  });
});
