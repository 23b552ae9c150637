import { Controller, Get, Param, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { type CsvCell, sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDateTime } from '#platform/pages/dates.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { lettersPaths } from '../letters.paths.js';
import { LettersQueries } from '../letters.queries.js';
import { lettersWords as words } from '../letters.words.js';
import { type LetterPage, presentLetter } from './letter.presenter.js';
import { LETTER_COLUMNS, letterCells, lettersTable } from './letters-csv.js';
import { presentLetters } from './letters-list.presenter.js';

interface VersionsPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.versions;
  versions: { number: string; by: string; subject: string; body: string; addressees: string[] }[];
}

/** What everybody reads of letters; the council reads its drafts too. */
@Controller()
export class ShowLettersController {
  constructor(
    private readonly letters: LettersQueries,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(lettersPaths.list)
  @Access('public.read', 'none')
  async list(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const view = 'letters/web/views/list.njk';
    const mayRecord = may(actor, 'letter.record');
    const model = async (): Promise<object> => {
      const drafts = may(actor, 'letter.write') ? { drafts: await this.letters.drafts() } : {};
      return presentLetters(await this.letters.published(), this.clock.today(), { ...drafts, mayRecord });
    };
    if (mayRecord) response.render(view, await model());
    else await this.cache.send(request, response, { view, model });
  }

  @Get(lettersPaths.listCsv)
  @Access('public.read', 'none')
  async csv(@Res() response: Response): Promise<void> {
    const rows = (await this.letters.published()).map((listed) => letterCells(listed, this.clock.today()));
    await sendCsv(response, { name: 'letters.csv', columns: LETTER_COLUMNS, describedBy: lettersPaths.listCsv }, batch(rows));
  }

  @Get(csvwPath(lettersPaths.listCsv))
  @Access('public.read', 'none')
  describe(@Res() response: Response): void {
    sendCsvw(response, lettersTable(this.clock.today()));
  }

  @Get(lettersPaths.show(':reference'))
  @Access('public.read', 'none')
  async show(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const view = 'letters/web/views/show.njk';
    const model = async (): Promise<LetterPage> => {
      const letter = await this.letters.byReference(actor, reference);
      return presentLetter(actor, letter, { answers: await this.letters.answersTo(letter.id), file: await this.letters.fileOf(letter.id), today: this.clock.today(), author: letter.status === 'draft' ? await this.letters.authorOf(letter.id) : null });
    };
    if (may(actor, 'letter.record')) response.render(view, await model());
    else await this.cache.send(request, response, { view, model });
  }

  @Get(lettersPaths.attachment(':reference'))
  @Access('public.read', 'none')
  async attachment(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Res() response: Response): Promise<void> {
    const letter = await this.letters.byReference(actor, reference);
    const file = await this.letters.fileOf(letter.id, true);
    if (!file) throw ApplicationError.notFound('A file of that letter');
    response
      .set({
        'Content-Type': file.type,
        'Content-Disposition': `attachment; filename="${letter.reference}.pdf"`,
        'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'X-Content-Type-Options': 'nosniff',
        ETag: `"${file.checksum}"`,
      })
      .send(file.bytes);
  }

  @Get(lettersPaths.versions(':reference'))
  @Access('letter.write', 'none')
  @Render('letters/web/views/versions.njk')
  async versions(@CurrentActor() actor: Actor, @Param('reference') reference: string): Promise<VersionsPage> {
    const letter = await this.letters.byReference(actor, reference);
    const versions = await this.letters.versions(letter.id);
    return {
      title: `${words.versions.title} ${reference}`,
      backLink: { text: words.edit.cancel, href: lettersPaths.show(reference) },
      words: words.versions,
      versions: versions.map(({ number, saver, savedAt, subject, body, addressees }) => ({
        number: words.versions.number(number), by: words.versions.by(saver?.name ?? words.versions.service, longDateTime(savedAt)), subject, body, addressees: addressees.map(({ name }) => name),
      })),
    };
  }
}

async function* batch(rows: CsvCell[][]): AsyncGenerator<CsvCell[][]> {
  yield await Promise.resolve(rows);
}
