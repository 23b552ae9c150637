import { Command, CommandRunner, Option } from 'nest-commander';
import { backtestFolder } from '../folder-backtest.js';
import { EXAMPLE_CATALOGUE } from './example-catalogue.js';
import { metricsProgress } from './metrics-progress.js';

interface BacktestOptions {
  catalogue?: string;
  csv?: string;
  freeze?: string;
  document?: string;
}

@Command({ name: 'backtest', arguments: '<folder>', description: 'Forecast every series of a folder of published files from past origins, and say how it went. Needs no database' })
export class BacktestCommand extends CommandRunner {
  async run([folder = '']: string[], { catalogue = EXAMPLE_CATALOGUE, csv = 'backtest.csv', ...files }: BacktestOptions): Promise<void> {
    await backtestFolder(folder, { catalogue, csv, ...files }, { say: (line) => void process.stdout.write(`${line}\n`), progress: metricsProgress() });
  }

  @Option({ flags: '--catalogue <file>', description: 'the catalogue of metrics, which says what is better; the example’s unless given' })
  parseCatalogue(file: string): string {
    return file;
  }

  @Option({ flags: '--csv <file>', description: 'where the table goes; backtest.csv unless given' })
  parseCsv(file: string): string {
    return file;
  }

  @Option({ flags: '--freeze <file>', description: 'write the choices and what the test says of them, for forecasts to be made by' })
  parseFreeze(file: string): string {
    return file;
  }

  @Option({ flags: '--document <file>', description: 'write the tables in Markdown; what stands above the line that it marks is kept' })
  parseDocument(file: string): string {
    return file;
  }
}
