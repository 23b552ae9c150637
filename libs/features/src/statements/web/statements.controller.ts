import { Controller, Get, Render } from '@nestjs/common';
import { Access } from '#features/access/route-access.decorator.js';
import { Settings } from '#platform/config/settings.js';
import { type StatementPage } from '../statement.js';
import { statementsPaths } from '../statements.paths.js';
import { accessibilityStatement, cookiesStatement, privacyStatement } from '../statements.words.js';

const VIEW = 'statements/web/views/statement.njk';

/** Pages that say what the law asks every public site to say. */
@Controller()
export class StatementsController {
  constructor(private readonly settings: Settings) {}

  @Get(statementsPaths.accessibility)
  @Access('public.read', 'none')
  @Render(VIEW)
  accessibility(): StatementPage {
    return accessibilityStatement;
  }

  @Get(statementsPaths.cookies)
  @Access('public.read', 'none')
  @Render(VIEW)
  cookies(): StatementPage {
    return cookiesStatement(this.settings.isHttps ? '__Host-waymark' : 'waymark');
  }

  @Get(statementsPaths.privacy)
  @Access('public.read', 'none')
  @Render(VIEW)
  privacy(): StatementPage {
    return privacyStatement;
  }
}
