import { PerspectiveCamera, Vector3 } from 'three';
import { hidden, type Sight } from '../pick/pick.ts';

/** Where the eye stands around the Earth. The Sun's azimuth is 0. */
export interface Eye {
  azimuth: number;
  elevation: number;
  /** In Earth radii from the centre. */
  distance: number;
}

export const nearest = 1.35;
export const farthest = 9;
const steepest = 1.45;
const fieldOfView_deg = 32;

export function makeCamera(): PerspectiveCamera {
  return new PerspectiveCamera(fieldOfView_deg, 1, 0.05, 30);
}

/** The distance at which shells up to 1,000 km fit into the shorter side. */
export function fittingDistance(aspect: number): number {
  const half = (fieldOfView_deg / 2) * (Math.PI / 180);
  const narrow = aspect < 1 ? Math.atan(Math.tan(half) * aspect) : half;
  return 1.2 / Math.sin(narrow);
}

export function place(camera: PerspectiveCamera, { azimuth, elevation, distance }: Eye): void {
  const flat = distance * Math.cos(elevation);
  camera.position.set(flat * Math.cos(azimuth), distance * Math.sin(elevation), -flat * Math.sin(azimuth));
  camera.lookAt(0, 0, 0);
}

/** The line of sight through a point of the picture, from 0 to 1 both ways; the reach as a share of its height. */
export function sightThrough(camera: PerspectiveCamera, x: number, y: number, reach: number): Sight {
  const eye = camera.position;
  const ahead = new Vector3(2 * x - 1, 1 - 2 * y, 0.5).unproject(camera).sub(eye).normalize();
  return {
    eye: [eye.x, -eye.z, eye.y],
    ahead: [ahead.x, -ahead.z, ahead.y],
    reach_rad: 2 * reach * Math.tan((camera.fov / 2) * (Math.PI / 180)),
  };
}

/** Whether an equatorial point in Earth radii is hidden by the Earth or lies outside the picture. */
export function outOfSight(camera: PerspectiveCamera, [x, y, z]: readonly [number, number, number]): boolean {
  camera.updateMatrixWorld();
  const eye = camera.position;
  const seen = new Vector3(x, z, -y).project(camera);
  return Math.max(Math.abs(seen.x), Math.abs(seen.y)) > 0.92 || hidden([eye.x, -eye.z, eye.y], [x, y, z]);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export function turn(eye: Eye, azimuth: number, elevation: number): void {
  // A drag of a pixel moves the ground under the pointer by about a pixel, near or far.
  const slow = clamp((eye.distance - 1) / 2.4, 0.08, 1.4);
  eye.azimuth += azimuth * slow;
  eye.elevation = clamp(eye.elevation + elevation * slow, -steepest, steepest);
}

export function zoom(eye: Eye, factor: number): void {
  eye.distance = clamp(eye.distance * factor, nearest, farthest);
}

/** What a picture does when it is moved, and when it is pressed at a point of its element. */
export interface Controlled {
  changed(): void;
  pressed(x: number, y: number, reach_px: number): void;
}

/** A press that moves less, and how far from a satellite it may be with a mouse and with a finger. */
const still_px = 5;
const mouseReach_px = 9;
const fingerReach_px = 18;

/** Drag to turn, wheel or pinch to zoom, arrows and + − on the keyboard, a press to choose. Returns what ends it. */
export function control(element: HTMLElement, eye: Eye, { changed, pressed }: Controlled): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let begun: { x: number; y: number } | undefined;
  const on = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(
    type: K,
    act: (event: HTMLElementEventMap[K]) => void,
    options: AddEventListenerOptions = {},
  ) => element.addEventListener(type, act, { ...options, signal: on.signal });

  listen('pointerdown', (event) => {
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    begun = pointers.size === 1 ? { x: event.clientX, y: event.clientY } : undefined;
    element.setPointerCapture(event.pointerId);
  });
  listen('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) zoom(eye, apart(before, other) / Math.max(1, apart(now, other)));
    else turn(eye, (before.x - now.x) * 0.006, (now.y - before.y) * 0.006);
    pointers.set(event.pointerId, now);
    changed();
  });
  listen('pointerup', (event) => {
    pointers.delete(event.pointerId);
    if (!begun || apart(begun, { x: event.clientX, y: event.clientY }) > still_px) return;
    const { left, top } = element.getBoundingClientRect();
    const reach_px = event.pointerType === 'touch' ? fingerReach_px : mouseReach_px;
    pressed(event.clientX - left, event.clientY - top, reach_px);
  });
  listen('pointercancel', (event) => {
    pointers.delete(event.pointerId);
    begun = undefined;
  });
  listen(
    'wheel',
    (event) => {
      event.preventDefault();
      zoom(eye, Math.exp(clamp(event.deltaY, -120, 120) * 0.0014));
      changed();
    },
    { passive: false },
  );
  listen('keydown', (event) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act(eye);
    changed();
  });
  return () => on.abort();
}

const keys: Readonly<Record<string, (eye: Eye) => void>> = {
  ArrowLeft: (eye) => turn(eye, -0.12, 0),
  ArrowRight: (eye) => turn(eye, 0.12, 0),
  ArrowUp: (eye) => turn(eye, 0, 0.1),
  ArrowDown: (eye) => turn(eye, 0, -0.1),
  '+': (eye) => zoom(eye, 0.88),
  '=': (eye) => zoom(eye, 0.88),
  '-': (eye) => zoom(eye, 1.14),
};

function apart(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
