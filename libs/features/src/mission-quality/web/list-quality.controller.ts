import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { missionQualityPaths as paths } from '../mission-quality.paths.js';
import { missionQualityWords } from '../mission-quality.words.js';
import { QUALITY_COLUMNS, qualityCells, qualityTable } from '../quality-csv.js';
import { alignmentInWords, ambitionInWords, breadthInWords, type QualityLine } from '../quality-lines.js';
import { QualityLinesQueries } from '../quality-lines.queries.js';

const words = missionQualityWords.list;

interface QualityListPage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  csv: { href: string; metadata: string };
  rows: { mission: string; href: string; cells: { label: string; text: string }[] }[];
}

/** All missions of a framework side by side, as page and as file. */
@Controller()
export class ListQualityController {
  constructor(
    private readonly cache: PageCache,
    private readonly quality: QualityLinesQueries,
    private readonly clock: Clock,
  ) {}

  @Get(paths.list(':framework'))
  @Access('public.read', 'none')
  async list(@Param('framework') framework: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'mission-quality/web/views/list.njk', model: () => this.page(framework) });
  }

  @Get(paths.csv(':framework'))
  @Access('public.read', 'none')
  async download(@Param('framework') framework: string, @Res() response: Response): Promise<void> {
    const { lines } = await this.lines(framework);
    await sendCsv(response, { name: `${framework}-quality.csv`, columns: QUALITY_COLUMNS, describedBy: paths.csv(framework) }, oneBatch(lines.map(qualityCells)));
  }

  @Get(csvwPath(paths.csv(':framework')))
  @Access('public.read', 'none')
  async describe(@Param('framework') framework: string, @Res() response: Response): Promise<void> {
    await this.lines(framework);
    sendCsvw(response, qualityTable(paths.csv(framework), this.clock.today()));
  }

  private async page(framework: string): Promise<QualityListPage> {
    const { title, lines } = await this.lines(framework);
    return {
      title: `${words.title}: ${title}`,
      breadcrumbs: [{ text: 'Missions', href: frameworksPaths.home }, { text: title, href: frameworksPaths.framework(framework) }, { text: 'Quality of the missions' }],
      words,
      csv: { href: paths.csv(framework), metadata: csvwPath(paths.csv(framework)) },
      rows: lines.map((line) => ({ mission: `${line.number}. ${line.focusArea}`, href: paths.mission(line.framework, line.mission), cells: cellsOf(line) })),
    };
  }

  private async lines(framework: string): Promise<{ title: string; lines: QualityLine[] }> {
    const found = await this.quality.of(framework);
    if (found.lines.length === 0) throw ApplicationError.notFound('That framework');
    return found;
  }
}

function cellsOf(line: QualityLine): { label: string; text: string }[] {
  const { columns } = words;
  const reviewed = (text: string): string => (line.version === null ? words.none : text);
  return [
    { label: columns.ambition, text: reviewed(line.ambition.map(ambitionInWords).join('; ')) },
    { label: columns.computed, text: line.ambitionComputed ?? words.notComputed },
    { label: columns.open, text: line.openTerms.length > 0 ? `${line.openTermCount}: ${line.openTerms.join(', ')}` : String(line.openTermCount) },
    { label: columns.uncovered, text: String(line.uncoveredClauses) },
    { label: columns.breadth, text: reviewed(line.breadth ? breadthInWords(line.breadth) : '') },
    { label: columns.alignment, text: reviewed(line.alignment ? alignmentInWords(line.alignment) : '') },
    { label: columns.incentives, text: reviewed(words.incentives(line.incentives, line.incentivesOverdue)) },
    { label: columns.geography, text: reviewed(line.geography.join('; ')) },
    { label: columns.source, text: reviewed(line.source ?? words.council) },
  ];
}

async function* oneBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
