import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { Settings } from '#platform/config/settings.js';
import { ExampleService } from '../example.service.js';

/** `example/` of the project, from the sources' folder or from the build's. */
const here = path.dirname(fileURLToPath(import.meta.url));
const FOLDER = path.join(here.slice(0, here.lastIndexOf(`${path.sep}libs${path.sep}`)).replace(/[\\/]dist$/, ''), 'example');

@SubCommand({ name: 'load', description: 'Load the example: framework, figures, made-up people where WAYMARK_DEMO=1, and work that is due' })
export class LoadDemoCommand extends CommandRunner {
  constructor(
    private readonly example: ExampleService,
    private readonly settings: Settings,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.example.load(FOLDER, { demoPeople: this.settings.WAYMARK_DEMO });
    process.stdout.write(`The example is loaded${this.settings.WAYMARK_DEMO ? ', with its people' : ' (without its people: WAYMARK_DEMO is not 1)'}\n`);
  }
}

@Command({ name: 'demo', description: 'The example', subCommands: [LoadDemoCommand] })
export class DemoCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
