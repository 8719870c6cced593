import { digits, text } from '../format/quantity.ts';
import { Figure as Door } from '../lineage/Figure.tsx';
import { keptMission } from '../rerun/state.ts';
import type { Mission } from '../state/mission.ts';
import { type Figure, figuresOf, isSame, movement } from './figures.ts';
import { words } from './words.ts';

/** The headline figures, which stay in sight: as they are now, and what they were before the changes. */
export function Strip({ mission }: { mission: Mission }) {
  const kept = keptMission.value;
  const before = kept && new Map(figuresOf(kept).map(({ key, value }) => [key, value]));
  return (
    <section class="plan-strip" aria-label={words().figures}>
      <dl>
        {figuresOf(mission).map((figure) => (
          <Cell key={figure.key} figure={figure} before={before?.get(figure.key)} changed={!!kept} />
        ))}
      </dl>
    </section>
  );
}

interface CellProps {
  readonly figure: Figure;
  readonly before: number | null | undefined;
  readonly changed: boolean;
}

function Cell({ figure: { key, label, value, write, headline }, before, changed }: CellProps) {
  const { number, unit } = write(value);
  const same = before === undefined || isSame(before, value);
  const written = (
    <>
      {number}
      {unit && <span class="unit"> {unit}</span>}
    </>
  );
  return (
    <div class={changed && !same ? 'moved' : ''} data-figure={key} data-value={String(value)}>
      <dt>{label}</dt>
      <dd class="plan-figure">
        {headline ? (
          <Door number={headline} plain>
            {written}
          </Door>
        ) : (
          written
        )}
      </dd>
      <dd class="plan-before">
        {changed && <Before before={before} same={same} write={write} value={value} counts={!headline} />}
      </dd>
    </div>
  );
}

function Before({
  before,
  value,
  same,
  write,
  counts,
}: Pick<Figure, 'value' | 'write'> & {
  before: number | null | undefined;
  same: boolean;
  /** A part of a whole, which says it all by itself. */
  counts: boolean;
}) {
  if (same || before === undefined) return <>{words().unchanged}</>;
  const moved = counts ? '' : movement(before, value, digits);
  return (
    <>
      {moved && <strong>{moved}</strong>}
      <span>{words().was(text(write(before)))}</span>
    </>
  );
}
