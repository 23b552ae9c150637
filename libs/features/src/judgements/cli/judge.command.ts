import { Command, CommandRunner, Option } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { parsePeriod } from '#domain/observations/period.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { AmbitionService } from '#features/ambition/ambition.service.js';
import { type AmbitionLines } from '#features/ambition/ambition-lines.js';
import { JudgementsService } from '../judgements.service.js';
import { type TargetStanding } from '../mission-standing.js';

@Command({ name: 'judge', description: 'Judge every mission by the figures and print a line each: verdict, count of targets, why' })
export class JudgeCommand extends CommandRunner {
  constructor(
    private readonly judgements: JudgementsService,
    private readonly ambition: AmbitionService,
  ) {
    super();
  }

  async run(_: string[], options: { asOf?: string }): Promise<void> {
    const standings = await this.judgements.judge(systemActor('command', 'judge'), options.asOf);
    // with its forecasts, and so only where a day is asked for
    const ambition = options.asOf ? await this.ambition.besideExperts(options.asOf) : new Map<string, AmbitionLines>();
    for (const { missionId, number, focusArea, computed, targets } of standings) {
      const { short, below } = ambition.get(missionId) ?? { short: '', below: [] };
      const verdict = computed ? VERDICTS[computed.verdict] : 'not judged yet';
      const judged = computed ? `${computed.counts.judged} of ${computed.counts.headline} targets judged` : '';
      process.stdout.write(`${String(number).padStart(2)} ${focusArea.padEnd(26)} ${verdict.padEnd(22)} ${judged.padEnd(24)} ${computed?.sentence ?? ''}${releasesInWords(targets)}${short && ` | ${short}`}\n`);
      for (const line of [...changedTargets(targets), ...below]) process.stdout.write(`   ${line}\n`);
    }
    if (options.asOf) process.stdout.write(`As of ${options.asOf}: by the releases published by then (and those without a date of publication), and not stored\n`);
  }

  @Option({ flags: '--as-of <date>', description: 'judge as of a day (YYYY-MM-DD) without storing anything' })
  parseAsOf(date: string): string {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !parsePeriod(date)) throw new Error(`--as-of: ${date} is no date like 2026-03-31`);
    return date;
  }
}

/** A line for each target that asks for something else than when it was first published: both verdicts. */
function changedTargets(targets: readonly TargetStanding[]): string[] {
  return targets.flatMap(({ title, computed }) => {
    const first = computed?.components.firstPublished;
    return computed && first ? [`${title}: now “${VERDICTS[computed.verdict]}”; as first published “${VERDICTS[first.verdict]}”`] : [];
  });
}

/** " [releases 3, 7]": those that the targets' figures come from, as `releases changes` numbers them. */
function releasesInWords(targets: readonly TargetStanding[]): string {
  const ids = [...new Set(targets.flatMap(({ computed }) => computed?.releaseIds ?? []))].sort((a, b) => a - b);
  return ids.length === 0 ? '' : ` [${ids.length === 1 ? 'release' : 'releases'} ${ids.join(', ')}]`;
}
