import { digits } from '../format/quantity.ts';
import { Table } from '../tables/Table.tsx';
import type { Breakdown } from './breakdown.ts';
import { words } from './words.ts';

const sides = ['orbit', 'ground'] as const;

/** Two bars on one scale, each a stack of its parts, and under them the figures. */
export function PartBars({ breakdown, unit }: { breakdown: Breakdown; unit: string }) {
  const say = words().cost;
  const most = Math.max(breakdown.orbit ?? 0, breakdown.ground ?? 0);
  const name = (part: string) => say.names[part] ?? part;
  const write = (value: number | undefined) => (value === undefined ? '' : digits(value));
  const total = (value: number | null) => (value === null ? say.deliversNothing : digits(value));
  return (
    <div class="part-bars">
      {sides.map((side) => (
        <div class="part-bar" key={side}>
          <span class="part-side">{say[side]}</span>
          <div class="stack" aria-hidden="true">
            {breakdown.parts.map(({ name: part, [side]: value }) =>
              value === undefined || value <= 0 ? null : (
                <span key={part} class={`segment part-${part}`} style={{ width: `${(100 * value) / most}%` }}>
                  <span>{name(part)}</span>
                </span>
              ),
            )}
          </div>
          <span class="part-total">{total(breakdown[side])}</span>
        </div>
      ))}
      <Table
        caption={`${say.part}, ${unit}`}
        corner={say.part}
        columns={[{ head: say.orbit }, { head: say.ground }, { head: say.difference }]}
        rows={[
          ...breakdown.parts.map(({ name: part, orbit, ground }) => ({
            head: (
              <>
                <i class={`swatch part-${part}`} aria-hidden="true" />
                {name(part)}
              </>
            ),
            cells: [write(orbit), write(ground), signed((orbit ?? 0) - (ground ?? 0))],
          })),
          {
            head: say.total,
            kind: 'sum' as const,
            cells: [
              total(breakdown.orbit),
              total(breakdown.ground),
              breakdown.orbit === null || breakdown.ground === null
                ? ''
                : signed(breakdown.orbit - breakdown.ground),
            ],
          },
        ]}
      />
    </div>
  );
}

const signed = (value: number): string => (value > 0 ? `+${digits(value)}` : digits(value));
