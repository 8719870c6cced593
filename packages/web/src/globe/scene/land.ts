import {
  CanvasTexture,
  ClampToEdgeWrapping,
  LinearFilter,
  LinearMipmapLinearFilter,
  RepeatWrapping,
} from 'three';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import mapUrl from 'world-atlas/countries-50m.json?url';
import { type Ring, unrolled } from './ring.ts';

type Countries = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/**
 * Land and countries as a picture of longitude and latitude: red is land, green its shore, blue borders on land. From
 * Natural Earth, 1 : 50 M.
 */
export async function landTexture(width: number): Promise<CanvasTexture> {
  const topology = (await (await fetch(mapUrl)).json()) as Countries;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = width / 2;
  const context = canvas.getContext('2d');
  if (context) {
    drawLand(context, topology);
    drawBorders(context, topology);
  }
  const texture = new CanvasTexture(canvas);
  texture.wrapS = RepeatWrapping;
  texture.wrapT = ClampToEdgeWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = 8;
  return texture;
}

function drawLand(context: CanvasRenderingContext2D, topology: Countries): void {
  const { width, height } = context.canvas;
  context.fillStyle = 'black';
  context.fillRect(0, 0, width, height);
  context.beginPath();
  for (const { geometry } of feature(topology, topology.objects.land).features) {
    if (geometry.type === 'Polygon') trace(context, geometry.coordinates);
    if (geometry.type === 'MultiPolygon') for (const polygon of geometry.coordinates) trace(context, polygon);
  }
  context.fillStyle = 'red';
  context.fill('evenodd');
  context.globalCompositeOperation = 'lighter';
  context.strokeStyle = 'lime';
  context.lineWidth = width / 2600;
  context.stroke();
}

function drawBorders(context: CanvasRenderingContext2D, topology: Countries): void {
  context.beginPath();
  for (const line of mesh(topology, topology.objects.countries, (a, b) => a !== b).coordinates) {
    draw(context, unrolled(line), 0);
  }
  context.strokeStyle = 'blue';
  context.lineWidth = context.canvas.width / 4000;
  context.stroke();
}

/** A ring goes on over 180° on the other side of the picture, so it is drawn three times side by side. */
function trace(context: CanvasRenderingContext2D, rings: readonly Ring[]): void {
  for (const ring of rings.map(unrolled)) {
    for (const turn of [-360, 0, 360]) {
      draw(context, ring, turn);
      context.closePath();
    }
  }
}

function draw(context: CanvasRenderingContext2D, line: Ring, turn: number): void {
  const { width, height } = context.canvas;
  line.forEach(([longitude = 0, latitude = 0], index) => {
    const x = ((longitude + turn + 180) / 360) * width;
    const y = ((90 - latitude) / 180) * height;
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
}
