import type { EventKind } from './times.ts';

/** A kind's own shape, so that kinds are told apart without colour; the ring around it is the confidence. */
export function EventMark({ kind, confidence }: { kind: EventKind; confidence: number }) {
  const around = 2 * Math.PI * 11;
  return (
    <svg class={`event-mark ${kind}`} viewBox="-14 -14 28 28" aria-hidden="true">
      <circle class="ring-back" r="11" />
      <circle
        class="ring"
        r="11"
        transform="rotate(-90)"
        stroke-dasharray={`${around * confidence} ${around}`}
      />
      {shapes[kind]}
    </svg>
  );
}

const shapes = {
  quake: <path class="shape" d="M-7 0h3l2-5 3 10 2-5h4" />,
  burst: <path class="shape filled" d="M-5-4h10v7h-5l-3 3v-3h-2z" />,
  fire: <path class="shape filled" d="M0-7c1 3 4 4 4 8a4 4 0 0 1-8 0c0-2 1-3 2-4 0 2 1 2 1 2 0-2 0-4 1-6z" />,
  other: <rect class="shape filled" x="-4" y="-4" width="8" height="8" transform="rotate(45)" />,
};
