/** A reason why a move is refused: a stable code and plain words; the field where there is one. */
export interface Refusal {
  code: string;
  message: string;
  field?: string;
}

/** One arrow of a workflow. `refuse` lists every reason against it, empty when the move may be made. */
export interface Transition<State extends string, Action extends string, Who extends string, Facts> {
  from: State;
  action: Action;
  to: State;
  /** Who may make it; a position in the workflow, not a role. */
  who: Who;
  /** The button's words. */
  label: string;
  refuse?: (facts: Facts) => Refusal[];
}

export interface TransitionTable<State extends string, Action extends string, Who extends string, Facts> {
  name: string;
  initial: State;
  /** States from which nothing more is expected. */
  final: readonly State[];
  states: readonly State[];
  transitions: readonly Transition<State, Action, Who, Facts>[];
}

/** Faults of a table: states never reached, traps (no way out and not final), doubled arrows, ways out of final states. */
export function faultsOf<State extends string, Action extends string, Who extends string, Facts>(
  table: TransitionTable<State, Action, Who, Facts>,
): string[] {
  const faults: string[] = [];
  const reached = new Set<State>([table.initial]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { from, to } of table.transitions) {
      if (reached.has(from) && !reached.has(to)) {
        reached.add(to);
        grown = true;
      }
    }
  }
  for (const state of table.states) {
    if (!reached.has(state)) faults.push(`${state} is never reached`);
    const leaves = table.transitions.some(({ from }) => from === state);
    if (!leaves && !table.final.includes(state)) faults.push(`${state} is a trap`);
    if (leaves && table.final.includes(state)) faults.push(`${state} is final but has a way out`);
  }
  const arrows = table.transitions.map(({ from, action, who }) => `${from} -${action}-> by ${who}`);
  for (const arrow of arrows.filter((name, index) => arrows.indexOf(name) !== index)) faults.push(`${arrow} stands twice`);
  return faults;
}

/** The arrow of an action from a state, for one of the positions that the actor has; undefined where the table has none. */
export function transitionFor<State extends string, Action extends string, Who extends string, Facts>(
  table: TransitionTable<State, Action, Who, Facts>,
  from: State,
  action: Action,
  positions: readonly Who[],
): Transition<State, Action, Who, Facts> | undefined {
  return table.transitions.find((arrow) => arrow.from === from && arrow.action === action && positions.includes(arrow.who));
}

/** What somebody in these positions may do next: the page's buttons, from the same table as the rule. */
export function nextActions<State extends string, Action extends string, Who extends string, Facts>(
  table: TransitionTable<State, Action, Who, Facts>,
  from: State,
  positions: readonly Who[],
): Transition<State, Action, Who, Facts>[] {
  return table.transitions.filter((arrow) => arrow.from === from && positions.includes(arrow.who));
}
