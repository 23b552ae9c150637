import { type Watch, Watches } from '#platform/watches/watch.js';
import { WindowClosing } from '../window-closing.service.js';

/** By its name after the marks of being overdue: what was missed for so long is marked before it is closed. */
@Watches('report-windows')
export class ReportWindowsWatch implements Watch {
  constructor(private readonly windows: WindowClosing) {}

  run(now: Date): Promise<number> {
    return this.windows.closeDue(now);
  }
}
