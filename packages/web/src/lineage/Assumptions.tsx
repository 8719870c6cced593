import type { Assumption } from '@kardashev/contracts/lineage.ts';
import { useState } from 'preact/hooks';
import { count, digits } from '../format/quantity.ts';
import { saidBy } from '../format/source.ts';
import { textIn } from '../plan/written-value.ts';
import { titleOf } from './titles.ts';
import { words } from './words.ts';

/** So many are shown at first, and more by each press. */
const step = 20;

/** What a number rests on: value, range, source, date, kind, and who says otherwise. */
export function Assumptions({
  assumptions,
  elasticities,
}: {
  assumptions: readonly Assumption[];
  elasticities?: boolean;
}) {
  const [wish, setWish] = useState('');
  const [most, setMost] = useState(step);
  const found = assumptions.filter((one) => matches(one, wish));
  const shown = found.slice(0, most);
  if (assumptions.length === 0) return <p class="drawer-hint">{words().none}</p>;
  return (
    <>
      {assumptions.length > step && (
        <label class="find">
          <span>{words().filter}</span>
          <input type="search" value={wish} onInput={(event) => setWish(event.currentTarget.value)} />
        </label>
      )}
      <ol class="assumptions">
        {shown.map((assumption) => (
          <Row key={assumption.path} assumption={assumption} elasticities={elasticities === true} />
        ))}
      </ol>
      {found.length > most && (
        <button type="button" class="more" onClick={() => setMost(most + 5 * step)}>
          {words().more(count(found.length - most))}
        </button>
      )}
    </>
  );
}

function matches({ path, doc = '', source }: Assumption, wish: string): boolean {
  const all = `${path} ${doc} ${source}`.toLowerCase();
  return wish
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function Row({ assumption, elasticities }: { assumption: Assumption; elasticities: boolean }) {
  const {
    path,
    text: written,
    unit,
    source,
    asOf,
    kind,
    elasticity,
    conflicts,
    doc,
    range,
    note,
    moves,
  } = assumption;
  return (
    <li data-assumption={path}>
      <code>{path}</code>
      {doc && (
        <p class="meaning" lang="en">
          {doc}
        </p>
      )}
      <strong>{written}</strong>
      {elasticities && <Elasticity value={elasticity} />}
      {range && (
        <p>
          {words().range} {range.map((bound) => textIn(bound, { text: written, unit })).join(' – ')}
        </p>
      )}
      {moves && <p>{words().moves(titleOf(moves.headline), signed(moves.elasticity))}</p>}
      <Source kind={kind} source={source} asOf={asOf} />
      {note && (
        <p class="note" lang="en">
          {note}
        </p>
      )}
      {conflicts.map((conflict) => (
        <div key={`${conflict.source}${conflict.text}`} class="conflict">
          <span>{words().but}</span> <b>{conflict.text}</b>
          <Source kind={conflict.kind} source={conflict.source} asOf={conflict.asOf} />
        </div>
      ))}
    </li>
  );
}

function Source({ kind, source, asOf }: Pick<Assumption, 'kind' | 'source' | 'asOf'>) {
  const said = saidBy(kind, source);
  return (
    <p>
      <span class={`kind ${kind}`}>{words().kinds[kind]}</span>{' '}
      <span lang="en">{asOf === '' ? said : `${said}, ${asOf}`}</span>
    </p>
  );
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${digits(Math.round(value * 1000) / 1000)}`;

/** A bar to the right where more is more, to the left where more is less. */
function Elasticity({ value }: { value: number | null }) {
  if (value === null) return <span class="elasticity unknown">{words().notYet}</span>;
  const width = Math.min(1, Math.abs(value)) * 50;
  return (
    <span class="elasticity">
      <span class="bar" aria-hidden="true">
        <span style={{ left: `${value < 0 ? 50 - width : 50}%`, width: `${width}%` }} />
      </span>
      <span class="unseen">{words().elasticity}</span> {signed(value)}
    </span>
  );
}
