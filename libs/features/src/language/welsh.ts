import { WELSH_COUNCIL } from './welsh-council.js';
import { WELSH_FIGURES } from './welsh-figures.js';
import { WELSH_FRAME } from './welsh-frame.js';
import { WELSH_HELP } from './welsh-help.js';
import { WELSH_MISSIONS } from './welsh-missions.js';
import { WELSH_MONEY } from './welsh-money.js';
import { WELSH_QUALITY } from './welsh-quality.js';
import { WELSH_ROOMS } from './welsh-rooms.js';
import { WELSH_STATES } from './welsh-states.js';

/** Welsh by English of every fixed phrase of the public pages. */
export const WELSH: Readonly<Record<string, string>> = { ...WELSH_FRAME, ...WELSH_STATES, ...WELSH_MISSIONS, ...WELSH_ROOMS, ...WELSH_QUALITY, ...WELSH_COUNCIL, ...WELSH_FIGURES, ...WELSH_HELP, ...WELSH_MONEY };
