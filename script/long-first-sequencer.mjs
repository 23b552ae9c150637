import SequencerModule from '@jest/test-sequencer';

const Sequencer = SequencerModule.default ?? SequencerModule;

/** Folders whose suites take minutes: a walk in a browser that begins last keeps every other core waiting for it. */
const LONG = [/test\/browser\//, /whole-cycle|clock-year|import-restart|mail-once|page-states/, /test\/(jobs|pages|integration)\//];

/** On a machine that has run the suites before Jest knows how long each took; on a fresh clone their folders say it. */
export default class LongFirstSequencer extends Sequencer {
  sort(tests) {
    const place = ({ path }) => (LONG.findIndex((long) => long.test(path)) + LONG.length + 1) % (LONG.length + 1);
    const known = super.sort([...tests]);
    if (tests.some((test) => test.duration !== undefined)) return known;
    return known.map((test) => ({ test, place: place(test) })).sort((one, other) => one.place - other.place).map(({ test }) => test);
  }
}
