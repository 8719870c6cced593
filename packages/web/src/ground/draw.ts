import type { CoverageDocument, Incidents, Track } from '@kardashev/contracts/ground.ts';
import { colour } from '../style/theme.ts';
import type { Outlines } from './land.ts';
import {
  circleOnGround,
  type MapView,
  type Point,
  pixelsPerDegree,
  type Size,
  unrolled,
} from './projection.ts';

/** What stays while time goes by. */
export interface Still {
  readonly outlines: Outlines | undefined;
  readonly coverage: CoverageDocument | undefined;
  readonly tracks: readonly Track[];
}

/** What goes with the moment, drawn over it on a canvas of its own. */
export interface Moving {
  readonly night: readonly Point[] | undefined;
  /** Those of the day before the moment on show, and older ones. */
  readonly recent: Incidents['features'];
  readonly older: Incidents['features'];
  /** Ways of satellites over the ground. */
  readonly passes: readonly { readonly path: readonly Point[]; readonly lit: boolean }[];
  readonly circles: readonly { readonly at: Point; readonly radius_km: number; readonly chosen: boolean }[];
}

/** Land, borders, coverage and tracks. Slow to draw, and only drawn anew when the map is moved. */
export function drawStill(context: CanvasRenderingContext2D, view: MapView, size: Size, still: Still): void {
  const { outlines, coverage, tracks } = still;
  eachTurn(context, view, size, (pixel) => {
    context.lineWidth = pixel;
    context.strokeStyle = colour('--line');
    graticule(context);
    if (outlines) {
      context.fillStyle = colour('--line');
      context.fill(outlines.land, 'evenodd');
    }
    if (coverage) drawCoverage(context, coverage, pixel);
    if (outlines) {
      context.strokeStyle = colour('--edge');
      context.lineWidth = 0.5 * pixel;
      context.stroke(outlines.borders);
      context.lineWidth = 0.8 * pixel;
      context.stroke(outlines.land);
    }
    drawTracks(context, tracks, pixel);
  });
}

/** Night, incidents, events and passes of the moment on show. */
export function drawMoving(
  context: CanvasRenderingContext2D,
  view: MapView,
  size: Size,
  { night, recent, older, circles, passes }: Moving,
): void {
  eachTurn(context, view, size, (pixel) => {
    if (night) drawNight(context, night);
    context.globalAlpha = 0.4;
    drawIncidents(context, older, 0.7 * pixel);
    context.globalAlpha = 1;
    drawIncidents(context, recent, pixel);
    drawCircles(context, circles, pixel);
    drawPasses(context, passes, pixel);
  });
}

/**
 * Draws every turn of the Earth that is in sight, in degrees with latitude downward; `pixel` is how many degrees one
 * is. Sharp on screens with more than one pixel a CSS pixel.
 */
function eachTurn(
  context: CanvasRenderingContext2D,
  view: MapView,
  size: Size,
  drawTurn: (pixel: number) => void,
): void {
  const { canvas } = context;
  const ratio = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  const scale = pixelsPerDegree(view, size);
  for (const turn of [-360, 0, 360]) {
    const middle = size.width / 2 + (turn - view.longitude_deg) * scale;
    if (middle + 181 * scale < 0 || middle - 181 * scale > size.width) continue;
    const top = size.height / 2 + view.latitude_deg * scale;
    context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * middle, ratio * top);
    drawTurn(1 / scale);
  }
}

function graticule(context: CanvasRenderingContext2D): void {
  context.beginPath();
  for (let longitude = -180; longitude < 180; longitude += 30)
    line(context, [
      [longitude, -90],
      [longitude, 90],
    ]);
  for (let latitude = -60; latitude <= 60; latitude += 30)
    line(context, [
      [-180, latitude],
      [180, latitude],
    ]);
  context.stroke();
}

function line(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  points.forEach(([longitude, latitude], index) => {
    if (index === 0) context.moveTo(longitude, -latitude);
    else context.lineTo(longitude, -latitude);
  });
}

/** Rows of cells of equal area, and cells around each: as the model counts coverage. */
const rows = 36;
const columns = 72;
/** Cells that were never seen are hatched with lines so many degrees apart. */
const hatch_deg = 1.25;

function drawCoverage(context: CanvasRenderingContext2D, { cells }: CoverageDocument, pixel: number): void {
  const half = 180 / columns;
  context.fillStyle = colour('--cool');
  const hatched = new Path2D();
  for (const { latitude_deg, longitude_deg, blind } of cells) {
    const [south, north] = bandOf(latitude_deg);
    if (blind < 1) {
      context.globalAlpha = 0.12 + 0.55 * (1 - blind);
      context.fillRect(longitude_deg - half, -north, 2 * half, north - south);
    } else hatchCell(hatched, longitude_deg - half, -north, 2 * half, north - south);
  }
  context.globalAlpha = 0.45;
  context.strokeStyle = colour('--edge');
  context.lineWidth = 0.6 * pixel;
  context.stroke(hatched);
  context.globalAlpha = 1;
}

function bandOf(latitude_deg: number): readonly [south: number, north: number] {
  const row = Math.floor(((Math.sin((latitude_deg * Math.PI) / 180) + 1) / 2) * rows);
  const edge = (at: number) => (Math.asin((at / rows) * 2 - 1) * 180) / Math.PI;
  return [edge(row), edge(row + 1)];
}

/** Lines at 45° that go on from cell to cell. */
function hatchCell(path: Path2D, x: number, y: number, width: number, height: number): void {
  const first = Math.ceil((x + y) / hatch_deg) * hatch_deg;
  for (let sum = first; sum < x + width + y + height; sum += hatch_deg) {
    const left = Math.max(x, sum - y - height);
    const right = Math.min(x + width, sum - y);
    path.moveTo(left, sum - left);
    path.lineTo(right, sum - right);
  }
}

function drawNight(context: CanvasRenderingContext2D, ring: readonly Point[]): void {
  context.beginPath();
  line(context, ring);
  context.closePath();
  context.globalAlpha = 0.5;
  context.fillStyle = colour('--shade');
  context.fill();
  context.globalAlpha = 1;
}

function drawTracks(context: CanvasRenderingContext2D, tracks: readonly Track[], pixel: number): void {
  context.strokeStyle = colour('--good');
  context.lineWidth = 1.2 * pixel;
  context.beginPath();
  for (const { path } of tracks)
    line(context, unrolled(path.map(([, longitude, latitude]) => [longitude, latitude])));
  context.stroke();
}

function drawIncidents(
  context: CanvasRenderingContext2D,
  incidents: Incidents['features'],
  pixel: number,
): void {
  context.strokeStyle = colour('--ink');
  context.lineWidth = pixel;
  context.beginPath();
  for (const { geometry } of incidents) {
    if (!geometry) continue;
    const [longitude, latitude] = geometry.coordinates;
    // A small cross: where several lie together it stays one, and it is no event's ring.
    context.moveTo(longitude - 3 * pixel, -latitude);
    context.lineTo(longitude + 3 * pixel, -latitude);
    context.moveTo(longitude, -latitude - 3 * pixel);
    context.lineTo(longitude, -latitude + 3 * pixel);
  }
  context.stroke();
}

function drawCircles(context: CanvasRenderingContext2D, circles: Moving['circles'], pixel: number): void {
  for (const { at, radius_km, chosen } of circles) {
    context.beginPath();
    line(context, circleOnGround(at[0], at[1], radius_km));
    context.fillStyle = colour('--accent-soft');
    context.fill();
    context.strokeStyle = colour('--accent');
    context.lineWidth = (chosen ? 1.5 : 0.75) * pixel;
    context.stroke();
  }
}

function drawPasses(context: CanvasRenderingContext2D, passes: Moving['passes'], pixel: number): void {
  for (const { path, lit } of passes) {
    context.beginPath();
    line(context, unrolled(path));
    context.strokeStyle = colour(lit ? '--accent' : '--cool');
    context.lineWidth = 1.4 * pixel;
    context.setLineDash(lit ? [] : [4 * pixel, 3 * pixel]);
    context.stroke();
  }
  context.setLineDash([]);
}
