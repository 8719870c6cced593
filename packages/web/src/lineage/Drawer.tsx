import type { Assumption, HeadlineName, Lineage } from '@kardashev/contracts/lineage.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fetchLineage, type Load, loading } from '../api/api.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { digits, quantity, text } from '../format/quantity.ts';
import { opened } from '../state/mission.ts';
import './drawer.css';
import { headlineTitles } from './titles.ts';

/** Where a headline number comes from: formula, then assumptions by how much they matter. */
export function Drawer({ run }: { run: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const lineage = useSignal<Load<Lineage>>(loading);
  const headline = opened.value;
  useEffect(() => {
    if (!headline) return;
    let ended = false;
    dialog.current?.showModal();
    lineage.value = loading;
    fetchLineage(run, headline).then((answer) => {
      if (!ended) lineage.value = answer;
    });
    return () => {
      ended = true;
    };
  }, [run, headline]);

  const close = () => {
    opened.value = null;
  };
  return (
    <dialog
      ref={dialog}
      class="drawer"
      aria-labelledby="drawer-title"
      onClose={close}
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
        <span class={`kind ${kind}`}>{kind}</span> {source}, {asOf}
      </p>
      {conflicts.map((conflict) => (
        <p key={conflict.source} class="conflict">
          <span>but</span> {conflict.text} <span class={`kind ${conflict.kind}`}>{conflict.kind}</span>{' '}
          {conflict.source}, {conflict.asOf}
        </p>
      ))}
    </li>
  );
}

/** A bar to the right where more is more, to the left where more is less. */
function Elasticity({ value }: { value: number | null }) {
  if (value === null) return <span class="elasticity unknown">not computed</span>;
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
