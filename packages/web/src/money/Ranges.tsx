import type { Spread } from '@kardashev/contracts/value.ts';
import { quantity, text } from '../format/quantity.ts';

interface RangesProps {
  readonly rows: readonly { readonly name: string; readonly spread: Spread; readonly sum?: boolean }[];
  /** A line through all of them. */
  readonly mark: { readonly name: string; readonly value: number };
}

const money = (value: number) => text(quantity(value, 'USD'));

/** Distributions on one scale: a band from p5 to p95, its strong part from p25 to p75, a mark at the middle. */
export function Ranges({ rows, mark }: RangesProps) {
  const ends = rows.flatMap(({ spread }) => [spread.p5, spread.p95]);
  const low = Math.min(0, mark.value, ...ends);
  const high = Math.max(0, mark.value, ...ends);
  const at = (value: number) => `${(100 * (value - low)) / (high - low || 1)}%`;
  const width = (from: number, to: number) => `${(100 * (to - from)) / (high - low || 1)}%`;
  return (
    <dl class="ranges">
      {rows.map(({ name, spread, sum }) => (
        <div key={name} class={sum ? 'range sum' : 'range'}>
          <dt>{name}</dt>
          <dd>
            <span class="range-track" aria-hidden="true">
              <i class="zero" style={{ left: at(0) }} />
              <i class="market" style={{ left: at(mark.value) }} />
              <span class="wide" style={{ left: at(spread.p5), width: width(spread.p5, spread.p95) }} />
              <span class="strong" style={{ left: at(spread.p25), width: width(spread.p25, spread.p75) }} />
              <i class="middle" style={{ left: at(spread.p50) }} />
            </span>
            <span class="range-text">
              <strong>{money(spread.p50)}</strong> <span>{`${money(spread.p5)} … ${money(spread.p95)}`}</span>
            </span>
          </dd>
        </div>
      ))}
      <div class="range-mark">
        <dt>
          <i class="market" aria-hidden="true" /> {mark.name}
        </dt>
        <dd>{money(mark.value)}</dd>
      </div>
    </dl>
  );
}
