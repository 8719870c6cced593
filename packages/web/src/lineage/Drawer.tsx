import type { Assumption, HeadlineName, Lineage } from '@kardashev/contracts/lineage.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fetchLineage, type Load, loading } from '../api/api.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { digits, quantity, text } from '../format/quantity.ts';
import './drawer.css';
import { headlineTitles } from './titles.ts';
import { closeLineage, trail } from './trail.ts';

/** Where a headline number comes from: formula, then assumptions by how much they matter. */
export function Drawer({ run }: { run: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const lineage = useSignal<Load<Lineage>>(loading);
  const headline = trail.value.at(-1) as HeadlineName | undefined;
  useEffect(() => {
    if (!headline) return;
    dialog.current?.showModal();
    lineage.value = loading;
    return follow(run, headline, (answer) => {
      lineage.value = answer;
    });
  }, [run, headline]);

  return (
    <dialog
      ref={dialog}
      class="drawer"
      aria-labelledby="drawer-title"
      onClose={closeLineage}
      // A press beside it closes it, as Escape does.
      {...{ closedby: 'any' }}
    >
      {headline && (
        <div class="drawer-body">
          <header>
            <p>Where this comes from</p>
            <h2 id="drawer-title">{headlineTitles[headline]}</h2>
            <button type="button" class="close" aria-label="Close" onClick={() => dialog.current?.close()}>
              ✕
            </button>
          </header>
          <Content lineage={lineage.value} headline={headline} />
        </div>
      )}
    </dialog>
  );
}

/** Elasticities take the server minutes to work out: as long as some are missing it is asked again. */
const askAgain_ms = 4000;

function follow(run: string, headline: HeadlineName, show: (answer: Load<Lineage>) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const ask = async () => {
    const answer = await fetchLineage(run, headline);
    if (ended) return;
    show(answer);
    if (answer.state === 'ready' && waiting(answer.value) > 0) timer = setTimeout(ask, askAgain_ms);
  };
  ask();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

function waiting({ assumptions }: Lineage): number {
  return assumptions.filter(({ elasticity }) => elasticity === null).length;
}

function Content({ lineage, headline }: { lineage: Load<Lineage>; headline: HeadlineName }) {
  if (lineage.state === 'loading') return <p role="status">Looking it up …</p>;
  if (lineage.state === 'failed') return <TroubleNote trouble={lineage.trouble} />;
  const { value, unit, formula, assumptions } = lineage.value;
  const ranked = [...assumptions].sort((a, b) => Math.abs(b.elasticity ?? 0) - Math.abs(a.elasticity ?? 0));
  return (
    <>
      <p class="drawer-value" data-lineage={headline}>
        {text(quantity(value, unit))} <span>at the end of the plan</span>
      </p>
      <h3>How it is computed</h3>
      <ol class="formula">
        {formula.split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h3>What it rests on</h3>
      <p class="drawer-hint">
        By elasticity: how many per cent the number moves when the assumption moves by one.
      </p>
      {waiting(lineage.value) > 0 && (
        <p class="drawer-hint" role="status">
          Not all is worked out yet; this list fills by itself.
        </p>
      )}
      {ranked.length === 0 && <p class="drawer-hint">No assumptions were recorded.</p>}
      <ol class="assumptions">
        {ranked.map((assumption) => (
          <Row key={assumption.path} assumption={assumption} />
        ))}
      </ol>
    </>
  );
}

function Row({ assumption }: { assumption: Assumption }) {
  const { path, text: written, source, asOf, kind, elasticity, conflicts } = assumption;
  return (
    <li>
      <code>{path}</code>
      <strong>{written}</strong>
      <Elasticity value={elasticity} />
      <p>
        <span class={`kind ${kind}`}>{kind}</span> {dated(source, asOf)}
      </p>
      {conflicts.map((conflict) => (
        <p key={conflict.source} class="conflict">
          <span>but</span> {conflict.text} <span class={`kind ${conflict.kind}`}>{conflict.kind}</span>{' '}
          {dated(conflict.source, conflict.asOf)}
        </p>
      ))}
    </li>
  );
}

function dated(source: string, asOf: string): string {
  return asOf === '' ? source : `${source}, ${asOf}`;
}

/** A bar to the right where more is more, to the left where more is less. */
function Elasticity({ value }: { value: number | null }) {
  if (value === null) return <span class="elasticity unknown">not yet</span>;
  const width = Math.min(1, Math.abs(value)) * 50;
  return (
    <span class="elasticity">
      <span class="bar" aria-hidden="true">
        <span style={{ left: `${value < 0 ? 50 - width : 50}%`, width: `${width}%` }} />
      </span>
      <span class="unseen">elasticity</span> {value > 0 ? '+' : ''}
      {digits(Math.round(value * 1000) / 1000)}
    </span>
  );
}
