import { readFileSync } from 'node:fs';
import GithubSlugger from 'github-slugger';
import { lexer, type Token, walkTokens } from 'marked';

/** What can go stale in a document: addresses of links and pictures, anchors of headings, and code, in blocks and in lines. */
export interface ReadDocument {
  readonly links: readonly string[];
  readonly anchors: ReadonlySet<string>;
  readonly code: readonly string[];
}

/** Reads a Markdown file as GitHub shows it. */
export function documentAt(path: string): ReadDocument {
  const slugger = new GithubSlugger();
  const links: string[] = [];
  const anchors = new Set<string>();
  const code: string[] = [];
  void walkTokens(lexer(readFileSync(path, 'utf8')), (token) => {
    if (token.type === 'link' || token.type === 'image') links.push(String(token['href']));
    if (token.type === 'heading') anchors.add(slugger.slug(plainText(token)));
    if (token.type === 'code' || token.type === 'codespan') code.push(String(token['text']));
  });
  return { links, anchors, code };
}

/** The words of a heading without its marks. */
function plainText(token: Token): string {
  const within = 'tokens' in token ? token.tokens : undefined;
  if (within) return within.map(plainText).join('');
  return 'text' in token ? String(token.text) : '';
}
