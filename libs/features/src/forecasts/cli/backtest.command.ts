import path from 'node:path';
import { fileURLToPath } from 'node:url';
import cliProgress from 'cli-progress';
import { Command, CommandRunner, Option } from 'nest-commander';
import { backtestFolder } from '../folder-backtest.js';

/** The catalogue of the example, from the sources' folder or from the build's. */
const here = path.dirname(fileURLToPath(import.meta.url));
const CATALOGUE = path.join(here.slice(0, here.lastIndexOf(`${path.sep}libs${path.sep}`)).replace(/[\\/]dist$/, ''), 'example', 'catalogue', 'metrics.yml');

interface BacktestOptions {
  catalogue?: string;
  csv?: string;
  freeze?: string;
}

@Command({ name: 'backtest', arguments: '<folder>', description: 'Forecast every series of a folder of published files from past origins, and say how it went. Needs no database' })
export class BacktestCommand extends CommandRunner {
  async run([folder = '']: string[], { catalogue = CATALOGUE, csv = 'backtest.csv', freeze }: BacktestOptions): Promise<void> {
    const bar = process.stderr.isTTY ? new cliProgress.SingleBar({ format: 'Forecasting {bar} {value} of {total} metrics', stream: process.stderr, clearOnComplete: true }) : undefined;
    const progress = (done: number, of: number): void => {
      if (!bar) return void process.stderr.write(`${done} of ${of} metrics\n`);
      if (done <= 1) bar.start(of, done);
      else bar.update(done);
      if (done === of) bar.stop();
    };
    await backtestFolder(folder, { catalogue, csv, ...(freeze === undefined ? {} : { freeze }) }, { say: (line) => void process.stdout.write(`${line}\n`), progress });
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
}
