import { yieldToReaders } from '#platform/process/yield-to-readers.js';

// before the modules are read and compiled, which is half a second's work already
yieldToReaders();
await import('./worker.js');
