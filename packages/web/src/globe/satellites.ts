import {
  AdditiveBlending,
  BufferGeometry,
  Color,
  GLSL3,
  Group,
  NoColorSpace,
  NormalBlending,
  Points,
  ShaderMaterial,
  Vector3,
} from 'three';
import type { Exposure } from './exposure.ts';
import type { ShellOrbit } from './orbit.ts';

/**
 * Every satellite as one point. Nothing is uploaded but a handful of numbers a shell: the vertex shader computes
 * plane, slot and place from the index of the vertex. Space is seen in a frame that turns with the Sun, so that
 * the Sun's azimuth is 0 and planes of 06:00 and 18:00 stand still.
 */
const vertexShader = /* glsl */ `
precision highp float;
precision highp int;
uniform uint planes, perPlane, stride;
uniform float radius, cosInclination, sinInclination, phase, pointSize;
uniform bool dawnDusk;
uniform vec3 sun;
out float lit;
const float TAU = 6.283185307179586;
// Not the golden section, by which slots go: planes would fall on each other's places.
const float SHIFT = 0.4142135623730951;

void main() {
  uint index = uint(gl_VertexID);
  uint plane = index % planes;
  uint slot = ((index / planes) * stride) % perPlane;
  float shift = fract(float(plane) * SHIFT);
  float u = TAU * (fract(float(slot) / float(perPlane) + shift)) + phase;
  float node = dawnDusk ? ((plane & 1u) == 0u ? -0.25 : 0.25) * TAU : TAU * float(plane) / float(planes);

  // Equatorial x, y, z; three's y is the pole.
  float cosU = cos(u), sinU = sin(u), cosN = cos(node), sinN = sin(node);
  float x = cosN * cosU - sinN * sinU * cosInclination;
  float y = sinN * cosU + cosN * sinU * cosInclination;
  float z = sinU * sinInclination;
  vec3 place = radius * vec3(x, z, -y);

  // Earth's shadow as a cylinder of its radius.
  float along = dot(place, sun);
  lit = (along < 0.0 && length(place - along * sun) < 1.0) ? 0.0 : 1.0;

  gl_Position = projectionMatrix * modelViewMatrix * vec4(place, 1.0);
  gl_PointSize = pointSize;
}`;

const fragmentShader = /* glsl */ `
precision highp float;
uniform vec3 colour;
uniform float strength, pointSize;
in float lit;
out vec4 fragment;

void main() {
  float edge = pointSize > 2.5 ? smoothstep(0.5, 0.3, distance(gl_PointCoord, vec2(0.5))) : 1.0;
  vec3 shade = mix(colour * vec3(0.16, 0.18, 0.26), colour, lit);
  fragment = vec4(shade, strength * edge);
}`;

/** Uniforms that all shells share: changing one changes it for every shell. */
interface Shared {
  readonly sun: { value: Vector3 };
}

export interface Satellites {
  readonly group: Group;
  readonly shared: Shared;
  /** Satellites to draw of each shell. */
  setCounts(counts: readonly number[]): void;
  setExposure(shell: number, exposure: Exposure): void;
  /** Moves all along their orbits to a time. */
  setTime(seconds: number): void;
  dispose(): void;
}

export function satellites(orbits: readonly ShellOrbit[], colours: readonly string[]): Satellites {
  const shared: Shared = {
    sun: { value: new Vector3(1, 0, 0) },
  };
  const group = new Group();
  const shells = orbits.map((orbit, index) => shellPoints(orbit, colours[index] ?? '#ffffff', shared));
  group.add(...shells);
  return {
    group,
    shared,
    setCounts: (counts) => {
      shells.forEach((points, index) => {
        points.geometry.setDrawRange(0, counts[index] ?? 0);
        points.visible = (counts[index] ?? 0) > 0;
      });
    },
    setExposure: (shell, { pointSize, strength }) => {
      const { uniforms } = shells[shell]!.material;
      uniforms.pointSize!.value = pointSize;
      uniforms.strength!.value = strength;
    },
    setTime: (seconds) => {
      shells.forEach((points, index) => {
        const turns = (seconds * orbits[index]!.meanMotion_radPerS) % (2 * Math.PI);
        points.material.uniforms.phase!.value = turns;
      });
    },
    dispose: () => {
      for (const { geometry, material } of shells) {
        geometry.dispose();
        material.dispose();
      }
    },
  };
}

function shellPoints(
  orbit: ShellOrbit,
  colour: string,
  shared: Shared,
): Points<BufferGeometry, ShaderMaterial> {
  const { r, g, b } = new Color().setStyle(colour, NoColorSpace);
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    blending: orbit.dawnDusk ? NormalBlending : AdditiveBlending,
    uniforms: {
      ...shared,
      radius: { value: orbit.radius },
      cosInclination: { value: Math.cos(orbit.inclination_rad) },
      sinInclination: { value: Math.sin(orbit.inclination_rad) },
      planes: { value: orbit.planes },
      perPlane: { value: orbit.perPlane },
      stride: { value: orbit.stride },
      dawnDusk: { value: orbit.dawnDusk },
      phase: { value: 0 },
      pointSize: { value: 1 },
      strength: { value: 1 },
      colour: { value: new Vector3(r, g, b) },
    },
  });
  const points = new Points(new BufferGeometry(), material);
  points.geometry.setDrawRange(0, 0);
  // There are no positions from which three could tell where the shell is.
  points.frustumCulled = false;
  return points;
}
