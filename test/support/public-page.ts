import { gzipSync } from 'node:zlib';
import { type Page } from './application.js';
import { faultsOf } from './valid-page.js';

/**
 * What is wrong with pages that everybody reads, one line each: HTML that is not valid, a chart without its table and its CSV beside it, a table
 * without a caption, more than a slow line carries, and what nobody sees or can do before a script has run. HTML is validated once for each
 * shape: element after element with its attributes, whatever it says.
 */
export function publicPageFaults(): (page: Page) => Promise<string[]> {
  const shapes = new Set<string>();
  return async (page) => {
    const { $, response } = page;
    const shape = $('body *').toArray().map((element) => `${element.tagName} ${Object.keys(element.attribs).join()} ${$(element).attr('class') ?? ''}`).join(';');
    const isNew = !shapes.has(shape);
    shapes.add(shape);
    return [...(isNew ? await faultsOf(response.text) : []), ...chartFaults(page), ...scriptFaults(page), ...weightFaults(response.text)];
  };
}

/** Bytes of a page as it is sent: with the style sheet and the scripts, which are 29 kB and asked for once, less than 100 kB. */
const HEAVIEST = 70_000;

function weightFaults(html: string): string[] {
  const weight = gzipSync(html).length;
  return weight > HEAVIEST ? [`weighs ${Math.round(weight / 1000)} kB compressed`] : [];
}

function chartFaults({ $ }: Page): string[] {
  const alone = $('main svg').toArray().filter((chart) => {
    const section = $(chart).closest('section');
    const around = section.length > 0 ? section : $('main');
    return around.find('table').length === 0 || around.find('a[href$=".csv"]').length === 0;
  });
  const unnamed = $('main table').toArray().filter((table) => $(table).children('caption').text().trim() === '');
  return [
    ...alone.map((chart) => `no table or no CSV beside the chart “${$(chart).attr('aria-label') ?? $(chart).find('title').first().text()}”`),
    ...unnamed.map((table) => `no caption on the table of ${$(table).find('th').first().text().trim()}`),
  ];
}

function scriptFaults({ $ }: Page): string[] {
  const hidden = $('main').find('[hidden], .govuk-\\!-display-none, .js-enabled, button[type="button"], noscript').toArray();
  const stuck = $('main form').toArray().filter((form) => $(form).find('button:not([type="button"]), input[type="submit"]').length === 0);
  return [...hidden, ...stuck].map((element) => `without a script nobody gets at ${$.html(element).slice(0, 80)}`);
}
