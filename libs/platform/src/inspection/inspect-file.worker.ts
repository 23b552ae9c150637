import { parentPort, workerData } from 'node:worker_threads';
import { inspectFile, type InspectionRequest } from './inspect-file.js';

/** Runs in a thread of its own, which can be ended whatever the file does to it. */
parentPort?.postMessage(await inspectFile(workerData as InspectionRequest));
