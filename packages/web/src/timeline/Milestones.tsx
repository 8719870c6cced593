import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { goTo, month, playing } from '../state/mission.ts';
import { placeLabels } from './labels.ts';
import type { Milestone } from './milestones.ts';
import { inFull, shortly, when } from './told.ts';
import { words } from './words.ts';

interface Props {
  readonly all: readonly Milestone[];
  readonly labels: readonly string[];
}

/** Lanes of labels above the track; where the page is narrow marks stand alone. */
const lanes = (width: number) => (width < 600 ? 0 : 2);

/**
 * Marks of what the plan comes to, above the track. A label stands where it covers no other; pointing at a mark or
 * reaching it by key tells it in full. One stop of the Tab key: arrows go from mark to mark, and the month with them.
 */
export function Milestones({ all, labels }: Props) {
  const line = useRef<HTMLOListElement>(null);
  const width = useSignal(0);
  const held = useSignal(0);
  useEffect(() => {
    const element = line.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      width.value = element.clientWidth;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const marks = useMemo(() => shownOf(all, labels.length), [all, labels]);
  const texts = marks.map(({ milestone }) => shortly(milestone));
  const placed = placeLabels(
    marks.map(({ share }, index) => ({ at: share * width.value, width: widthOf(texts[index] ?? '') })),
    width.value,
    lanes(width.value),
  );
  const step = (by: number) => {
    const next = Math.min(marks.length - 1, Math.max(0, held.value + by));
    held.value = next;
    line.current?.querySelectorAll<HTMLButtonElement>('button')[next]?.focus();
    visit(marks[next]);
  };
  return (
    <ol
      class="milestones"
      ref={line}
      aria-label={words().milestones}
      style={{ '--lanes': lanes(width.value) }}
    >
      {marks.map(({ milestone, share }, index) => {
        const place = placed[index];
        return (
          <li
            key={milestone.kind}
            data-milestone={milestone.kind}
            data-never={milestone.month === null}
            class={`${place ? `lane-${place.lane}` : 'bare'} ${passed(milestone) ? 'passed' : ''}`}
            style={{ left: `${100 * share}%`, '--lane': place?.lane ?? 0 }}
          >
            <button
              type="button"
              tabIndex={index === held.value ? 0 : -1}
              aria-label={`${inFull(milestone)}: ${when(milestone, labels)}`}
              style={place && { '--label': `${place.left - share * width.value}px` }}
              onFocus={() => {
                held.value = index;
              }}
              onClick={() => visit(marks[index])}
              onKeyDown={(event) => {
                const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
                if (by === undefined || event.shiftKey) return;
                event.preventDefault();
                event.stopPropagation();
                step(by);
              }}
            >
              {place && <span class="milestone-label">{texts[index]}</span>}
            </button>
            <span class={`ribbon-tip ${side(share)}`} role="presentation">
              <strong>{when(milestone, labels)}</strong> {inFull(milestone)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

interface Shown {
  readonly milestone: Milestone;
  /** Where it stands on the line, from 0 to 1. */
  readonly share: number;
}

/** In order of time; of what never comes only that orbit never gets cheaper stands at the end. */
function shownOf(all: readonly Milestone[], months: number): readonly Shown[] {
  return all
    .filter(({ kind, month: index }) => index !== null || kind === 'crossover')
    .map((milestone) => ({
      milestone,
      share: milestone.month === null ? 1 : (milestone.month + 0.5) / months,
    }))
    .sort((left, right) => left.share - right.share);
}

function visit(mark: Shown | undefined): void {
  if (mark?.milestone.month == null) return;
  playing.value = false;
  goTo(mark.milestone.month);
}

const passed = ({ month: index }: Milestone) => index !== null && index <= month.value;

let pen: CanvasRenderingContext2D | null | undefined;

/** Width of a label in pixels, as the stylesheet sets it. */
function widthOf(label: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return 7 * label.length;
  pen.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  return Math.ceil(pen.measureText(label).width) + 2;
}

function side(share: number): string {
  if (share < 0.2) return 'from-left';
  return share > 0.8 ? 'from-right' : '';
}
