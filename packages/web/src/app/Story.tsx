import type { Headlines } from '@kardashev/contracts/verdict.ts';
import { count, monthName, quantity, text } from '../format/quantity.ts';
import type { Mission } from '../state/mission.ts';

/** How the plan is paid for, in a line: the difference that both passes of a plan make. */
export function Story({ mission: { verdict } }: { mission: Mission }) {
  const { books, capital, fleet } = verdict;
  if (!books) return null;
  return (
    <p class="story">
      Built as announced, the plan ends with <strong>{count(fleet.satellites_end)}</strong> satellites and
      takes <strong>{text(quantity(capital.capitalNeeded_USD, 'USD'))}</strong> of capital from outside. Paid
      from its own books it <OwnBooks books={books} />.
    </p>
  );
}

function OwnBooks({ books: { fleet, capital } }: { books: Headlines }) {
  const { insolventFrom } = capital;
  if (insolventFrom !== null) {
    return (
      <>
        reaches <strong>{count(fleet.satellites_peak)}</strong> at most and is insolvent from{' '}
        <strong>{monthName(insolventFrom)}</strong>
      </>
    );
  }
  return (
    <>
      ends with <strong>{count(fleet.satellites_end)}</strong> and{' '}
      <strong>{text(quantity(fleet.powerToCompute_W, 'W'))}</strong>
    </>
  );
}
