import { count, quantity, text } from '../format/quantity.ts';
import type { Mission } from '../state/mission.ts';

/** How the plan is paid for, in a line: the difference that both passes of a plan make. */
export function Story({ mission: { verdict } }: { mission: Mission }) {
  const { books, capital, fleet } = verdict;
  if (!books) return null;
  return (
    <p class="story">
      Built as announced, the plan ends with <strong>{count(fleet.satellites_end)}</strong> satellites and
      takes <strong>{text(quantity(capital.capitalNeeded_USD, 'USD'))}</strong> of capital from outside. Paid
      from its own books it ends with <strong>{count(books.fleet.satellites_end)}</strong> and{' '}
      <strong>{text(quantity(books.fleet.powerToCompute_W, 'W'))}</strong>.
    </p>
  );
}
