import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from './read-workbook.js';

/** Runs in a thread of its own, which can be ended whatever the file does to it. */
parentPort?.postMessage(await readWorkbook(workerData as string));
