import type { Texts } from '../files.ts';
import { csv } from '../layout.ts';
import { print, printJson, writeTo } from '../output.ts';
import { need } from '../stop.ts';
import { readInput } from './input.ts';
import type { OrbitOptions } from './options.ts';
import { screen } from './screens.ts';
import { readState, stateEvents } from './state.ts';

const words = {
  penumbraEntry: 'the Sun begins to set',
  umbraEntry: 'full shadow begins',
  umbraExit: 'full shadow ends',
  penumbraExit: 'the Sun is up',
} as const;

/** `orbit --state FILE`: eclipse events on the Keplerian way from a state vector. */
export function runState(options: OrbitOptions, file: string): void {
  const texts: Texts = new Map();
  const state = need(readState(readInput(file, texts), file), texts);
  const events = need(stateEvents(state, options.hours, file), texts);
  const table = options.csv ?? options.out;
  if (table !== undefined)
    writeTo(table, csv([['kind', 't_s'], ...events.map(({ kind, t_s }) => [kind, t_s])]));
  if (options.json) printJson({ events });
  else if (table !== '-') {
    const lines = events.map(({ kind, t_s }) => [`${t_s.toFixed(3)} s`, `${kind}: ${words[kind]}`] as const);
    const title = `Eclipses within ${options.hours} hours`;
    print(events.length === 0 ? `${title}: none.` : screen(title, lines, process.stdout.isTTY === true));
  }
}
