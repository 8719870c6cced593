import type { FurtherPass } from '@kardashev/contracts/verdict.ts';
import { count, monthName, quantity, text } from '../format/quantity.ts';
import type { Mission } from '../state/mission.ts';
import { words } from './words.ts';

/** How the plan is paid for, in a line: the difference that the passes of a plan make to its satellites, where it has some. */
export function Story({ mission: { verdict } }: { mission: Mission }) {
  const { books, apart, capital, fleet, funding } = verdict;
  if (funding !== 'as-needed' || !(books || apart) || !fleet.satellites_peak) return null;
  const { announced, ownBooks, companiesApart } = words().story;
  const told = [announced(count(fleet.satellites_end), text(quantity(capital.capitalNeeded_USD, 'USD')))];
  if (books) told.push(ownBooks(outcome(books)));
  if (apart) told.push(companiesApart(outcome(apart)));
  return (
    <p class="story">
      <Emphasis text={told.join(' ')} />
    </p>
  );
}

/** What a pass comes to: how far it gets, or when the money is gone. */
function outcome({ fleet, capital: { insolventFrom } }: FurtherPass): string {
  const { insolvent, ends } = words().story;
  if (insolventFrom !== null) return insolvent(count(fleet.satellites_peak), monthName(insolventFrom));
  return ends(count(fleet.satellites_end), text(quantity(fleet.powerToCompute_W, 'W')));
}

/** What stands *between asterisks* is set strong. */
function Emphasis({ text: sentence }: { text: string }) {
  return (
    <>{sentence.split('*').map((part, index) => (index % 2 ? <strong key={part}>{part}</strong> : part))}</>
  );
}
