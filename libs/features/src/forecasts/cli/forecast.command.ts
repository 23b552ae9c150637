import { Command, CommandRunner, Option } from 'nest-commander';
import { forecastFolder } from '../folder-forecast.js';
import { EXAMPLE_CATALOGUE } from './example-catalogue.js';
import { metricsProgress } from './metrics-progress.js';

interface ForecastOptions {
  catalogue?: string;
  csv?: string;
  ahead?: number;
}

/** As many periods as the backtest looks ahead. */
const AHEAD = 7;

@Command({ name: 'forecast', arguments: '<folder>', description: 'Forecast every series of a folder of published files from its last figure, by the choices that are frozen. Needs no database' })
export class ForecastCommand extends CommandRunner {
  async run([folder = '']: string[], { catalogue = EXAMPLE_CATALOGUE, csv = 'forecast.csv', ahead = AHEAD }: ForecastOptions): Promise<void> {
    await forecastFolder(folder, { catalogue, csv, ahead }, { say: (line) => void process.stdout.write(`${line}\n`), progress: metricsProgress() });
  }

  @Option({ flags: '--catalogue <file>', description: 'the catalogue of metrics, which says how each is measured; the example’s unless given' })
  parseCatalogue(file: string): string {
    return file;
  }

  @Option({ flags: '--csv <file>', description: 'where the table goes; forecast.csv unless given' })
  parseCsv(file: string): string {
    return file;
  }

  @Option({ flags: '--ahead <periods>', description: 'how many periods after the last figure; 7 unless given, 30 at most' })
  parseAhead(periods: string): number {
    const count = Number(periods);
    if (!Number.isInteger(count) || count < 1 || count > 30) throw new Error(`--ahead asks for 1 to 30 periods, not ${periods}`);
    return count;
  }
}
