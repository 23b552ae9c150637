import cliProgress from 'cli-progress';
import { type Progress } from '#platform/process/worker-threads.js';

/** How many metrics are done, on stderr: a bar on a terminal, else a line each. */
export function metricsProgress(): Progress {
  const bar = process.stderr.isTTY ? new cliProgress.SingleBar({ format: 'Forecasting {bar} {value} of {total} metrics', stream: process.stderr, clearOnComplete: true }) : undefined;
  return (done, of) => {
    if (!bar) return void process.stderr.write(`${done} of ${of} metrics\n`);
    if (done <= 1) bar.start(of, done);
    else bar.update(done);
    if (done === of) bar.stop();
  };
}
