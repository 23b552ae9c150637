import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { type ImportWarning, WARNING_KINDS } from '../import-warning.entity.js';
import { ReleaseAccess } from '../release-access.service.js';
import { releasesPaths } from '../releases.paths.js';
import { releasesWords } from '../releases.words.js';
import { WarningsQueries } from '../warnings.queries.js';
import { type WarningsChosen, WarningsService } from '../warnings.service.js';
import { AcknowledgeWarningsForm } from './release.form.js';

const words = releasesWords.acknowledge;

interface AcknowledgePage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  about: { heading: string; sentences: string[] };
  form: FormState<{ note: string }>;
}

/** One warning, or all of a kind: who looked and what they found. */
@Controller()
export class AcknowledgeWarningsController {
  constructor(
    private readonly access: ReleaseAccess,
    private readonly warnings: WarningsService,
    private readonly queries: WarningsQueries,
  ) {}

  @Get(releasesPaths.acknowledge(':id', ':which'))
  @Access('observation.import', 'none')
  @Render('releases/web/views/acknowledge.njk')
  async ask(@Param('id') id: string, @Param('which') which: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<AcknowledgePage> {
    const release = await this.access.find(actor, id);
    const chosen = chosenBy(which);
    const open = (await this.queries.of(release.id)).listed.filter((warning) => warning.acknowledgedAt === null && matches(warning, chosen));
    if (open.length === 0) throw ApplicationError.notFound('An open warning like that');
    return {
      title: words.title,
      backLink: { text: releasesWords.back(release.id), href: releasesPaths.show(release.id) },
      words,
      about: {
        heading: 'kind' in chosen ? words.all(open.length, chosen.kind) : words.one,
        sentences: open.map(({ sentence }) => sentence),
      },
      form: takeFormState(request, { note: '' }),
    };
  }

  @Post(releasesPaths.acknowledge(':id', ':which'))
  @Access('observation.import', 'WARNING_ACKNOWLEDGED')
  async acknowledge(
    @Param('id') id: string,
    @Param('which') which: string,
    @CurrentActor() actor: Actor,
    @Body() form: AcknowledgeWarningsForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const release = await this.access.find(actor, id);
    const done = await this.warnings.acknowledge(actor, release.id, chosenBy(which), form.note);
    request.session.notice = { title: 'Success', text: words.done(done) };
    response.redirect(303, releasesPaths.show(release.id));
  }
}

/** @throws ApplicationError for what is neither a number nor a kind */
function chosenBy(which: string): WarningsChosen {
  const kind = WARNING_KINDS.find((each) => each === which);
  if (kind) return { kind };
  if (!/^[1-9]\d{0,8}$/.test(which)) throw ApplicationError.notFound('That warning');
  return { warningId: Number(which) };
}

function matches(warning: ImportWarning, chosen: WarningsChosen): boolean {
  return 'kind' in chosen ? warning.kind === chosen.kind : warning.id === chosen.warningId;
}
