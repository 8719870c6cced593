import type { StudySpread } from '@kardashev/contracts/study.ts';
import { count, quantity, share, text } from '../../format/quantity.ts';
import { titleOf } from '../../lineage/titles.ts';
import type { Mission } from '../../state/mission.ts';
import { futures } from '../../studies/studies.ts';
import { scaleOf } from './scale.ts';
import { words } from './words.ts';

/** Where the futures of the plan end up, headline by headline, and where this run does. */
export function Spreads({ mission, headlines }: { mission: Mission; headlines: readonly string[] }) {
  const study = futures.value.state === 'ready' ? futures.value.value?.study : undefined;
  const told = headlines.flatMap((name) => {
    const spread = study?.outputs[name];
    // What is the same in every future has no spread to show.
    return spread && spread.p5 !== spread.p95 ? [{ name, spread }] : [];
  });
  if (!study || told.length === 0) return null;
  return (
    <section class="depth-part" aria-labelledby="depth-spreads">
      <h3 id="depth-spreads">{words().spreads(count(study.samples))}</h3>
      <ul class="spreads">
        {told.map(({ name, spread }) => (
          <Strip key={name} name={name} spread={spread} own={ownOf(mission, name)} />
        ))}
      </ul>
    </section>
  );
}

/** The run's own number, of the pass that samples run. */
function ownOf({ verdict }: Mission, name: string): number {
  let value: unknown = verdict;
  for (const key of name.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'number' ? value : Number.NaN;
}

interface StripProps {
  readonly name: string;
  readonly spread: StudySpread;
  readonly own: number;
}

function Strip({ name, spread, own }: StripProps) {
  const { p5, p25, p50, p75, p95, none_share } = spread;
  const write = (value: number | null) => text(quantity(value, unitOf(name, spread.unit)));
  const place = scaleOf([p5, p95, own]);
  const between = (from: number | null, to: number | null) => ({
    left: `${place(from)}%`,
    width: `${Math.max(0.4, place(to) - place(from))}%`,
  });
  const said = words();
  return (
    <li data-spread={name}>
      <span class="spread-name">{titleOf(name)}</span>
      <div class="spread" aria-hidden="true">
        <span class="spread-most" style={between(p5, p95)} />
        <span class="spread-half" style={between(p25, p75)} />
        <span class="spread-middle" style={{ left: `${place(p50)}%` }} />
        {Number.isFinite(own) && <span class="spread-own" style={{ left: `${place(own)}%` }} />}
      </div>
      <p>
        {said.spread(write(p5), write(p25), write(p50), write(p75), write(p95), write(own))}
        {none_share > 0 && `; ${said.none(share(none_share))}`}
      </p>
    </li>
  );
}

/** Costs of work are told by their own name. */
const unitOf = (name: string, unit: string): string => (name.endsWith('PFLOPday') ? '$/PFLOP-day' : unit);
