import { describe, expect, it } from '@jest/globals';
import { PhraseBook } from './phrase-book.js';
import { translatedPage } from './translated-page.js';

const book = new PhraseBook('cy', {
  'Missions': 'Cenadaethau',
  'What’s new': 'Beth sy’n newydd',
  'Due {{date}}': 'Yn ddyledus {{date}}',
  'No reply from {{who}}.': 'Dim ateb gan {{who}}.',
  'To wait: that is late.': 'Aros: mae hynny’n hwyr.',
  'Off track': 'Oddi ar y trywydd',
  'The verdict is {{verdict}}.': 'Y dyfarniad yw {{verdict}}.',
  '{{day}} March {{year}}': '{{day}} Mawrth {{year}}',
  '{{count}} alerts_zero': 'dim rhybuddion', '{{count}} alerts_one': '{{count}} rhybudd', '{{count}} alerts_two': '{{count}} rybudd',
  '{{count}} alerts_few': '{{count}} rhybudd (few)', '{{count}} alerts_many': '{{count}} rhybudd (many)', '{{count}} alerts_other': '{{count}} o rybuddion',
});

describe('a page in Welsh', () => {
  it.each([
    ['a phrase', '<h1>Missions</h1>', '<h1>Cenadaethau</h1>'],
    ['a phrase with a sign', '<p> What&#8217;s new\n</p>', '<p> Beth sy’n newydd\n</p>'],
    ['what fills its element and has no Welsh', '<td class="x">Home Office</td>', '<td lang="en" class="x">Home Office</td>'],
    ['what has no Welsh beside an element', '<p>Home Office <b>Missions</b></p>', '<p><span lang="en">Home Office</span> <b>Cenadaethau</b></p>'],
    ['a date', '<p>Due 3 March 2027</p>', '<p>Yn ddyledus 3 Mawrth 2027</p>'],
    ['a name in a sentence', '<p>No reply from Marks &amp; Co.</p>', '<p>Dim ateb gan <span lang="en">Marks &amp; Co</span>.</p>'],
    ['a word of the book in a sentence', '<p>The verdict is Off track.</p>', '<p>Y dyfarniad yw Oddi ar y trywydd.</p>'],
    ['one of two sentences', '<p>The verdict is Off track. Ask again.</p>', '<p>Y dyfarniad yw Oddi ar y trywydd. <span lang="en">Ask again.</span></p>'],
    ['a sentence of two clauses beside one that has no Welsh', '<p>To wait: that is late. Ask again.</p>', '<p>Aros: mae hynny’n hwyr. <span lang="en">Ask again.</span></p>'],
    ['numbers and signs', '<td>12.5%</td>', '<td>12.5%</td>'],
    ['what people hear', '<nav aria-label="Missions"><a href="/Missions">x1</a></nav>', '<nav aria-label="Cenadaethau"><a href="/Missions">x1</a></nav>'],
    ['a language of its own', '<blockquote lang="en"><p>Missions</p></blockquote><p>Missions</p>', '<blockquote lang="en"><p>Missions</p></blockquote><p>Cenadaethau</p>'],
    ['what is typed', '<textarea name="a">Missions</textarea><input value="Missions">', '<textarea name="a">Missions</textarea><input value="Missions">'],
    ['scripts and comments', '<!-- Missions --><script>"Missions"</script>', '<!-- Missions --><script>"Missions"</script>'],
    ['a choice', '<select><option value="Missions">Missions</option><option>Home Office</option></select>', '<select><option value="Missions">Cenadaethau</option><option lang="en">Home Office</option></select>'],
    ['the language of the whole', '<html class="a" lang="en-GB"><body>Missions</body></html>', '<html class="a" lang="cy"><body>Cenadaethau</body></html>'],
    ['signs of markup in data', '<p>Due 3 March 2027</p><p>No reply from &lt;script&gt;alert(1)&lt;/script&gt;.</p>', '<p>Yn ddyledus 3 Mawrth 2027</p><p>Dim ateb gan <span lang="en">&lt;script&gt;alert(1)&lt;/script&gt;</span>.</p>'],
  ])('has %s', (_, english, welsh) => expect(translatedPage(english, book)).toBe(welsh));

  it.each([[0, 'dim rhybuddion'], [1, '1 rhybudd'], [2, '2 rybudd'], [3, '3 rhybudd (few)'], [6, '6 rhybudd (many)'], [5, '5 o rybuddion'], ['1,200', '1,200 o rybuddion']])('counts %s in Welsh', (count, wanted) => {
    expect(translatedPage(`<p>${count} alerts</p>`, book)).toBe(`<p>${wanted}</p>`);
  });
});
