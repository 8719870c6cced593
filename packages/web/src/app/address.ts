import type { Funding } from '@kardashev/contracts/run.ts';
import { effect } from '@preact/signals';
import { changeParts } from '../rerun/share.ts';
import { monthLabel, playing, ready } from '../state/mission.ts';
import { type ViewName, view, viewNames } from './views.ts';

/** What the address says: `#view=claims&run=million-7&month=2034-05`, and whatever a view keeps there of its own. */
export interface Address {
  readonly view: ViewName;
  readonly run?: string;
  /** The pass on show, where it is not the plan's own. */
  readonly funding?: Funding;
  readonly month?: string;
}

const fundings: readonly Funding[] = ['as-needed', 'books', 'apart'];

export function readAddress(hash: string): Address {
  const parts = partsOf(hash);
  const named = viewNames.find((name) => name === parts.get('view'));
  return {
    view: named ?? 'mission',
    run: parts.get('run') ?? undefined,
    funding: fundings.find((funding) => funding === parts.get('funding')),
    month: parts.get('month') ?? undefined,
  };
}

/** A part of the address that belongs to the view on show; empty when it is not there. */
export function readPart(name: string): string {
  return partsOf(location.hash).get(name) ?? '';
}

/** Keeps a part of a view's own in the address; an empty one is taken out. It goes when another view is opened. */
export function writePart(name: string, value: string): void {
  const parts = partsOf(location.hash);
  if (value === '') parts.delete(name);
  else parts.set(name, value);
  history.replaceState(null, '', `#${parts}`);
}

/** The address of a view of the run and month on show. The mission is where one begins, and goes without name. */
export function addressOf(name: ViewName): string {
  const parts = new URLSearchParams();
  if (name !== 'mission') parts.set('view', name);
  const shown = ready.value;
  if (shown) {
    parts.set('run', shown.verdict.run);
    if (shown.funding !== shown.verdict.funding) parts.set('funding', shown.funding);
    parts.set('month', monthLabel.value);
    for (const [name, value] of changeParts.value) parts.append(name, value);
  }
  return `#${parts}`;
}

/**
 * Keeps the address in step: a view is a place to come back to, the run and month are where one stands in it. Not with
 * every month that plays by.
 */
export function writeAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const wanted = addressOf(view.value);
    clearTimeout(timer);
    if (readAddress(location.hash).view !== view.value) history.pushState(null, '', wanted);
    else if (ready.value && !playing.value) timer = setTimeout(() => stand(wanted), 250);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Takes run, pass, month and changes over into the address and leaves the rest of it alone. */
function stand(wanted: string): void {
  const parts = partsOf(location.hash);
  const next = partsOf(wanted);
  for (const name of ['funding', 'set', 'setz', ...next.keys()]) parts.delete(name);
  for (const [name, value] of next) parts.append(name, value);
  history.replaceState(null, '', `#${parts}`);
}

/** Follows the browser's way back and forth, and links to other views. */
export function followAddress(go: (address: Address) => void): () => void {
  const follow = () => go(readAddress(location.hash));
  addEventListener('popstate', follow);
  return () => removeEventListener('popstate', follow);
}

function partsOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.replace(/^#/, ''));
}
