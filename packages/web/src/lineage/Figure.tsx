import type { ComponentChildren } from 'preact';
import './figure.css';
import { openLineage } from './trail.ts';
import { words } from './words.ts';

interface FigureProps {
  /** Name of the number as `trail.ts` has it: a headline's key, a column with its row, or a claim. */
  readonly number: string;
  /** What the number is, where that is not read just before it: said before it to who cannot see. */
  readonly label?: string;
  /** `plain` leaves out the underline where it is plain that figures can be pressed. */
  readonly plain?: boolean;
  readonly children: ComponentChildren;
}

/** A number on the page that opens where it comes from. Wrap it around the written number, unit and all. */
export function Figure({ number, label, plain, children }: FigureProps) {
  return (
    <button
      type="button"
      class={plain ? 'figure plain' : 'figure'}
      data-number={number}
      aria-haspopup="dialog"
      title={words().open}
      onClick={() => openLineage(number)}
    >
      {label && <span class="unseen">{label}: </span>}
      {children}
      <span class="unseen">. {words().openHint}</span>
    </button>
  );
}
