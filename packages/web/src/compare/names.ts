import { titleOf } from '../lineage/titles.ts';
import { words } from './words.ts';

/** Two numbers of a study are no headline figures of a run: a month and a flag. */
export function nameOf(headline: string): string {
  const say = words();
  if (headline === 'capital.crossover') return say.crossover;
  if (headline === 'capital.insolvent') return say.insolvent;
  return titleOf(headline);
}

/** What can only change together goes by one name. */
export const assumptionName = (name: string): string =>
  name === 'structure' ? words().explained.structure : name;
