import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Writes down for `test.mjs` how many tests passed and failed, and which were skipped. A suite that could not even be read counts as one failure. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const path = process.env.WAYMARK_TEST_COUNTS;
    if (!path) return;
    const broken = results.testResults.filter((suite) => suite.testExecError && suite.numFailingTests === 0).length;
    const skipped = results.testResults
      .map((suite) => ({
        path: relative(process.cwd(), suite.testFilePath),
        tests: suite.testResults.filter((test) => test.status === 'pending').length,
        of: suite.testResults.length,
      }))
      .filter((suite) => suite.tests > 0);
    writeFileSync(path, JSON.stringify({ passed: results.numPassedTests, failed: results.numFailedTests + broken, skipped }));
  }
}
