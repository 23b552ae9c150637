import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { type Progress } from '#platform/process/worker-threads.js';
import { backtestCsv } from './backtest-csv.js';
import { backtestDocument } from './backtest-document.js';
import { backtestLines } from './backtest-lines.js';
import { runBacktest } from './backtest-run.js';
import { frozenText } from './frozen-choices.js';
import { readFolder } from './published-folder.js';

/** Files that a backtest reads and writes beside those of the folder. */
export interface BacktestFiles {
  catalogue: string;
  csv: string;
  freeze?: string;
  /** Of it only what the backtest wrote before is replaced. */
  document?: string;
}

/** Reads a folder of published files, forecasts every long series from every origin, and says how it went. */
export async function backtestFolder(folder: string, { catalogue, csv, freeze, document }: BacktestFiles, { say, progress }: { say: (line: string) => void; progress: Progress }): Promise<void> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${folder} is no folder that can be read`);
  const begun = performance.now();
  const { metrics, used, leftOut } = await readFolder(folder, catalogue);
  for (const { file, metrics: slugs, rejected } of used) say(`Read ${file}: ${slugs.join(', ')}${rejected > 0 ? `; ${rejected} rows left out` : ''}`);
  for (const { file, why } of leftOut) say(`Left out ${file}: ${why}`);
  const results = await runBacktest(metrics, progress);
  writeFileSync(csv, backtestCsv(results));
  if (freeze !== undefined) writeFileSync(freeze, frozenText(results));
  if (document !== undefined) writeFileSync(document, backtestDocument(results, existsSync(document) ? readFileSync(document, 'utf8') : ''));
  say('');
  say(`The table is in ${csv}; it took ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  for (const line of backtestLines(results)) say(line);
}
