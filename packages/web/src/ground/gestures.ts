import type { Signal } from '@preact/signals';
import { type MapView, type Point, panned, type Size, settled, wholeEarth, zoomedAt } from './projection.ts';

/** A key press moves the map by so many pixels, and zooms by this. */
const stride = 80;
const keyZoom = 1.5;
/** What a turn of the wheel by a pixel zooms. */
const wheelZoom = 1.0015;

/** Moves and zooms a map by mouse, touch and keyboard, and keeps its size in step, until the returned function is called. */
export function handleMap(frame: HTMLElement, view: Signal<MapView>, size: Signal<Size>): () => void {
  const end = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(
    name: K,
    act: (event: HTMLElementEventMap[K]) => void,
    passive = true,
  ) => frame.addEventListener(name, act as EventListener, { signal: end.signal, passive });
  const measure = new ResizeObserver(() => {
    size.value = { width: frame.clientWidth, height: frame.clientHeight };
    view.value = settled(view.value, size.value);
  });
  measure.observe(frame);
  on(
    'keydown',
    (event) => {
      if (event.target !== frame || !key(event.key, view, size)) return;
      event.preventDefault();
      // The page moves its months by the same keys.
      event.stopPropagation();
    },
    false,
  );
  on(
    'wheel',
    (event) => {
      // At the whole Earth the page scrolls on.
      if (event.deltaY > 0 && view.value.zoom === 1) return;
      event.preventDefault();
      view.value = zoomedAt(view.value, size.value, pointOf(frame, event), wheelZoom ** -event.deltaY);
    },
    false,
  );
  drags(frame, on, view, size);
  return () => {
    end.abort();
    measure.disconnect();
  };
}

function key(name: string, view: Signal<MapView>, size: Signal<Size>): boolean {
  const middle: Point = [size.value.width / 2, size.value.height / 2];
  const pull: Readonly<Record<string, Point>> = {
    ArrowLeft: [stride, 0],
    ArrowRight: [-stride, 0],
    ArrowUp: [0, stride],
    ArrowDown: [0, -stride],
  };
  const by = pull[name];
  if (by) view.value = panned(view.value, size.value, by);
  else if (name === '+' || name === '=') view.value = zoomedAt(view.value, size.value, middle, keyZoom);
  else if (name === '-') view.value = zoomedAt(view.value, size.value, middle, 1 / keyZoom);
  else if (name === '0') view.value = wholeEarth;
  else return false;
  return true;
}

type On = <K extends keyof HTMLElementEventMap>(
  name: K,
  act: (event: HTMLElementEventMap[K]) => void,
  passive?: boolean,
) => void;

/** One pointer pulls the map along; two stretch it. */
function drags(frame: HTMLElement, on: On, view: Signal<MapView>, size: Signal<Size>): void {
  const down = new Map<number, Point>();
  on('pointerdown', (event) => {
    if ((event.target as HTMLElement).closest('button')) return;
    down.set(event.pointerId, pointOf(frame, event));
    frame.setPointerCapture(event.pointerId);
  });
  on('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const now = pointOf(frame, event);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      view.value = zoomedAt(
        view.value,
        size.value,
        [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2],
        factor,
      );
    } else view.value = panned(view.value, size.value, [now[0] - before[0], now[1] - before[1]]);
    down.set(event.pointerId, now);
  });
  for (const name of ['pointerup', 'pointercancel'] as const)
    on(name, (event) => down.delete(event.pointerId));
}

const distance = (one: Point, other: Point): number => Math.hypot(one[0] - other[0], one[1] - other[1]);

function pointOf(frame: HTMLElement, event: MouseEvent): Point {
  const box = frame.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}
