import {
  CanvasTexture,
  ClampToEdgeWrapping,
  LinearFilter,
  LinearMipmapLinearFilter,
  RepeatWrapping,
} from 'three';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import landUrl from 'world-atlas/land-50m.json?url';
import { type Ring, unrolled } from './ring.ts';

type LandTopology = Topology<{ land: GeometryCollection }>;

/** The land as a picture of longitude and latitude: red is land, green its shore. From Natural Earth, 1 : 50 M. */
export async function landTexture(width: number): Promise<CanvasTexture> {
  const topology = (await (await fetch(landUrl)).json()) as LandTopology;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = width / 2;
  const context = canvas.getContext('2d');
  if (context) drawLand(context, topology);
  const texture = new CanvasTexture(canvas);
  texture.wrapS = RepeatWrapping;
  texture.wrapT = ClampToEdgeWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = 8;
  return texture;
}

function drawLand(context: CanvasRenderingContext2D, topology: LandTopology): void {
  const { width, height } = context.canvas;
  context.fillStyle = '#000';
  context.fillRect(0, 0, width, height);
  context.beginPath();
  for (const { geometry } of feature(topology, topology.objects.land).features) {
    if (geometry.type === 'Polygon') trace(context, geometry.coordinates);
    if (geometry.type === 'MultiPolygon') for (const polygon of geometry.coordinates) trace(context, polygon);
  }
  context.fillStyle = '#f00';
  context.fill('evenodd');
  context.globalCompositeOperation = 'lighter';
  context.strokeStyle = '#0f0';
  context.lineWidth = width / 2600;
  context.stroke();
}

/** A ring goes on over 180° on the other side of the picture, so it is drawn three times side by side. */
function trace(context: CanvasRenderingContext2D, rings: readonly Ring[]): void {
  const { width, height } = context.canvas;
  for (const ring of rings.map(unrolled)) {
    for (const turn of [-360, 0, 360]) {
      ring.forEach(([longitude, latitude], index) => {
        const x = ((longitude + turn + 180) / 360) * width;
        const y = ((90 - latitude) / 180) * height;
        if (index === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
      context.closePath();
    }
  }
}
