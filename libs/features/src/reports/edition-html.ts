import { encode } from 'html-entities';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { type EditionDocument, type EditionMission } from '#domain/reports/edition-document.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { editionFigure, type EditionFigure } from './edition-figure.js';
import { type FactParts, factParts, replyLine } from './mission-parts.js';
import { recordParts } from './record-parts.js';
import { recordWords } from './record.words.js';
import { reportsWords as words } from './reports.words.js';

const STYLE = `body{font:11pt/1.45 Arial,sans-serif;color:#0b0c0c;margin:0}h1{font-size:22pt}h2{font-size:16pt;break-before:page}h3{font-size:12.5pt;margin-bottom:4pt}
h1,h2,h3{break-after:avoid}p{margin:0 0 6pt}table{border-collapse:collapse;width:100%;font-size:9.5pt}th,td{border:1px solid #505a5f;padding:3pt 5pt;text-align:left;vertical-align:top}
img{max-width:100%}blockquote{border-left:3pt solid #505a5f;margin:0 0 8pt;padding-left:8pt}tr{break-inside:avoid}@page{size:A4;margin:18mm 18mm 20mm}`;

/** The foot of every page: the title at the left, the number at the right. */
function footer(title: string): string {
  const look = 'font:9pt Arial,sans-serif;color:#505a5f;vertical-align:top;padding-top:4mm';
  return `@page{@bottom-left{content:${cssString(title)};width:80%;text-align:left;${look}}@bottom-right{content:"Page " counter(page) " of " counter(pages);${look}}}`;
}

/** Text as a string of a style sheet: whatever could end the string, the rule or the element is written by its number. */
function cssString(text: string): string {
  return `"${text.replaceAll(/["\\<>&\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}

/** An edition as one document for printing, which needs no other file. */
export async function editionHtml(document: EditionDocument, checksum: string): Promise<string> {
  const { title, framework, edition, publishedAt, asOf, note, introduction, missions, reference, audit, record } = document;
  const whole = `${title}: ${framework.title}`;
  return [
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${encode(whole)}</title><style>${STYLE}${footer(whole)}</style></head><body><main>`,
    `<h1>${encode(title)}</h1>`,
    paragraphs(words.edition.line(framework.title, reference, edition, longDateTime(new Date(publishedAt)), longDate(asOf))),
    ...(note === null ? [] : [`<h3>${encode(words.edition.note)}</h3>`, paragraphs(note)]),
    `<h2>${encode(words.edition.introduction)}</h2>`,
    paragraphs(introduction.text),
    `<h2>${encode(recordWords.figure.heading)}</h2>`,
    figureHtml(await editionFigure(document)),
    ...missions.map(missionHtml),
    `<h2>${encode(recordWords.recommendedTitle)}</h2>`,
    ...listOf(document.recommendations.map((one) => recordWords.recommended(one, longDate)), recordWords.nothingRecommended),
    `<h2>${encode(recordWords.title)}</h2>`,
    ...(record === null ? [paragraphs(recordWords.notAssembled)] : [paragraphs(recordWords.lead(longDate(asOf))), ...listsHtml(recordParts(record, asOf))]),
    `<h2>${encode(words.edition.checksum)}</h2>`,
    paragraphs(words.edition.checksumLine(checksum)),
    paragraphs(words.edition.audit(audit.position, audit.head)),
    '</main></body></html>',
  ].join('\n');
}

function missionHtml(mission: EditionMission): string {
  const { number, focusArea, statement, text, targets, ruralNote, devolvedNote } = mission;
  return [
    `<h2>${encode(words.mission(number, focusArea))}</h2>`,
    `<p><strong>${encode(statement)}</strong></p>`,
    `<h3>${encode(words.edition.council)}</h3>`,
    paragraphs(text),
    `<h3>${encode(words.edition.reply)}</h3>`,
    `<blockquote>${paragraphs(replyLine(mission))}</blockquote>`,
    `<h3>${encode(words.edition.progress)}</h3>`,
    ...factParts(mission).verdicts.map((line) => paragraphs(`${line.who}: ${line.text}`)),
    `<table><caption>${encode(words.edition.targets(focusArea))}</caption><thead><tr><th scope="col">${words.columns.target}</th><th scope="col">${words.columns.verdict}</th><th scope="col">${words.columns.sentence}</th></tr></thead><tbody>`,
    ...targets.map(({ title, verdict, sentence }) => `<tr><th scope="row">${encode(title)}</th><td>${encode(verdict ? VERDICTS[verdict] : words.notJudged)}</td><td>${encode(sentence ?? '')}</td></tr>`),
    '</tbody></table>',
    ...listsHtml(factParts(mission).parts),
    `<h3>${encode(words.edition.rural)}</h3>`,
    paragraphs(ruralNote || words.edition.noRural),
    `<h3>${encode(words.edition.devolved)}</h3>`,
    paragraphs(devolvedNote || words.edition.noDevolved),
  ].join('\n');
}

/** The picture with all of it in words, and the same again as a table. */
function figureHtml({ figure: { svg, table }, inWords }: EditionFigure): string {
  const picture = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const head = table.head.map(({ text }) => `<th scope="col">${encode(text)}</th>`).join('');
  const rows = table.rows.map(({ heading, cells }) => `<tr><th scope="row">${encode(heading)}</th>${cells.map(({ text }) => `<td>${encode(text)}</td>`).join('')}</tr>`);
  return `<img src="${picture}" alt="${encode(inWords)}"><table><caption>${encode(table.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function listsHtml(parts: FactParts['parts']): string[] {
  return parts.flatMap(({ heading, lines, nothing }) => [`<h3>${encode(heading)}</h3>`, ...listOf(lines, nothing)]);
}

function listOf(lines: readonly string[], nothing: string): string[] {
  return [lines.length === 0 ? paragraphs(nothing) : `<ul>${lines.map((line) => `<li>${encode(line)}</li>`).join('')}</ul>`];
}

function paragraphs(text: string): string {
  return text.split(/\n{2,}/).map((part) => `<p>${encode(part).replaceAll('\n', '<br>')}</p>`).join('\n');
}
