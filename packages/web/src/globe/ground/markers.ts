import type { PadRow, StationRow } from '@kardashev/contracts/fleet.ts';
import { BufferAttribute, BufferGeometry, GLSL3, Points, ShaderMaterial, Vector3 } from 'three';
import { groundPoint } from './launches.ts';

/** Stations are round, pads are triangles: told apart by shape as well as by colour. */
const vertexShader = /* glsl */ `
in float kind;
uniform float size;
out float shape;
out float facing;
void main() {
  shape = kind;
  vec4 world = modelMatrix * vec4(position, 1.0);
  facing = dot(normalize(cameraPosition - world.xyz), normalize(world.xyz));
  gl_Position = projectionMatrix * viewMatrix * world;
  gl_PointSize = size;
}`;

const fragmentShader = /* glsl */ `
precision highp float;
uniform vec3 station, pad, edge;
in float shape;
in float facing;
out vec4 fragment;
void main() {
  vec2 at = gl_PointCoord * 2.0 - 1.0;
  float inside = shape < 0.5 ? 0.8 - length(at) : min(0.72 - at.y, 0.62 - abs(at.x) * 1.25 + at.y * 0.62);
  float alpha = smoothstep(-0.12, 0.06, inside) * smoothstep(0.0, 0.12, facing);
  if (alpha < 0.01) discard;
  vec3 fill = shape < 0.5 ? station : pad;
  fragment = vec4(mix(edge, fill, smoothstep(0.1, 0.24, inside)), alpha);
}`;

const size_px = 11;

/** Ground stations that stand in the month and launch pads that fly, as marks on the turning Earth. */
export class Markers {
  readonly points: Points<BufferGeometry, ShaderMaterial>;
  count = 0;

  constructor() {
    this.points = new Points(
      new BufferGeometry(),
      new ShaderMaterial({
        glslVersion: GLSL3,
        vertexShader,
        fragmentShader,
        transparent: true,
        depthWrite: false,
        // A mark lies flat on the picture and not on the ground, which would cut it; `facing` hides what is behind.
        depthTest: false,
        uniforms: {
          size: { value: size_px },
          station: { value: new Vector3() },
          pad: { value: new Vector3() },
          edge: { value: new Vector3() },
        },
      }),
    );
    this.points.frustumCulled = false;
    this.points.visible = false;
  }

  setPlaces(stations: readonly StationRow[], pads: readonly PadRow[]): void {
    const places = [
      ...stations.map((place) => ({ place, kind: 0 })),
      ...pads.map((place) => ({ place, kind: 1 })),
    ];
    const { geometry } = this.points;
    const corners = places.flatMap(({ place }) => groundPoint(place, 1.001));
    // A geometry keeps the size that it had when it was first drawn.
    geometry.dispose();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(corners), 3));
    geometry.setAttribute(
      'kind',
      new BufferAttribute(
        Float32Array.from(places, ({ kind }) => kind),
        1,
      ),
    );
    geometry.setDrawRange(0, places.length);
    this.count = places.length;
    this.points.visible = places.length > 0;
  }

  setLook(station: Vector3, pad: Vector3, edge: Vector3, pixelRatio: number): void {
    const { uniforms } = this.points.material;
    uniforms.station!.value.copy(station);
    uniforms.pad!.value.copy(pad);
    uniforms.edge!.value.copy(edge);
    uniforms.size!.value = size_px * pixelRatio;
  }

  dispose(): void {
    this.points.geometry.dispose();
    this.points.material.dispose();
  }
}
