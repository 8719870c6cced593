import {
  AdditiveBlending,
  BufferGeometry,
  ClampToEdgeWrapping,
  DataTexture,
  FloatType,
  GLSL3,
  Group,
  LinearFilter,
  NormalBlending,
  Points,
  RedFormat,
  RepeatWrapping,
  RGBAFormat,
  ShaderMaterial,
  Vector3,
} from 'three';
import { orbitSteps, shadeRows } from '../energy/messages.ts';
import type { Exposure } from './exposure.ts';
import type { ShellMonth } from './fleet-month.ts';
import { pointFragmentShader, pointVertexShader } from './point-shader.ts';

/** Uniforms that all shells share: changing one changes it for every shell. */
function sharedUniforms() {
  const colour = () => ({ value: new Vector3(1, 1, 1) });
  return {
    sun: { value: new Vector3(1, 0, 0) },
    mode: { value: 0 },
    month: { value: 0 },
    dim: { value: 0.8 },
    shadowColour: colour(),
    sunColour: colour(),
    directColour: colour(),
    relayedColour: colour(),
    ramp: { value: Array.from({ length: 5 }, () => new Vector3()) },
    stations: { value: Array.from({ length: mostStations }, () => new Vector3()) },
    stationCount: { value: 0 },
    stationSine: { value: 0 },
  };
}

/** The shader has room for so many. */
export const mostStations = 32;

type ShellPoints = Points<BufferGeometry, ShaderMaterial>;

/** All satellites: one draw call a shell. */
export class FleetPoints {
  readonly group = new Group();
  readonly shared = sharedUniforms();
  readonly #shells: readonly ShellPoints[];
  #months: readonly ShellMonth[] = [];

  constructor(shells: number) {
    this.#shells = Array.from({ length: shells }, () => shellPoints(this.shared));
    for (const shell of this.#shells) this.group.add(shell);
  }

  setMonth(months: readonly ShellMonth[], month: number): void {
    this.#months = months;
    this.shared.month.value = month;
    this.#shells.forEach((points, index) => {
      const shell = months[index];
      points.visible = (shell?.filling.count ?? 0) > 0;
      points.geometry.setDrawRange(0, shell?.filling.count ?? 0);
      if (shell) place(points.material.uniforms, shell);
    });
  }

  /** Moves all along their orbits to a time from the middle of the month. */
  setTime(time_s: number): void {
    this.#months.forEach(({ sky }, index) => {
      const { uniforms } = this.#shells[index]!.material;
      uniforms.phase!.value = (time_s * sky.meanMotion_radperS) % (2 * Math.PI);
      uniforms.firstNode!.value = sky.firstNode_rad + time_s * sky.nodeRate_radperS;
    });
  }

  setExposure(shell: number, { pointSize, strength }: Exposure): void {
    const { uniforms } = this.#shells[shell]!.material;
    uniforms.pointSize!.value = pointSize;
    uniforms.strength!.value = strength;
  }

  /** Whether points of a shell add their light to one another, as they do where they are shells and not values. */
  setGlow(shell: number, glow: boolean): void {
    const { material } = this.#shells[shell]!;
    material.blending = glow ? AdditiveBlending : NormalBlending;
  }

  setColour(shell: number, colour: Vector3): void {
    this.#shells[shell]!.material.uniforms.shellColour!.value = colour;
  }

  /** How a value of a shell is brought to the ramp: value · scale + offset. */
  setValue(shell: number, { value, scale, offset }: { value: number; scale: number; offset: number }): void {
    const { uniforms } = this.#shells[shell]!.material;
    uniforms.shellValue!.value = value;
    uniforms.valueScale!.value = scale;
    uniforms.valueOffset!.value = offset;
  }

  /** The energy model's answers for a shell: see `Response`. */
  setResponse(shell: number, texels: Uint8Array): void {
    const { value } = this.#shells[shell]!.material.uniforms.response as { value: DataTexture };
    (value.image.data as Uint8Array).set(texels);
    value.needsUpdate = true;
  }

  dispose(): void {
    for (const { geometry, material } of this.#shells) {
      geometry.dispose();
      (material.uniforms.response as { value: DataTexture }).value.dispose();
      (material.uniforms.vintages as { value: DataTexture }).value.dispose();
      material.dispose();
    }
  }
}

function place(uniforms: ShaderMaterial['uniforms'], { filling, sky, sums }: ShellMonth): void {
  const numbers = {
    planes: filling.planes,
    perPlane: filling.perPlane,
    stride: filling.stride,
    shift: filling.shift,
    start: filling.start,
    radius: sky.radius,
    cosInclination: Math.cos(sky.inclination_rad),
    sinInclination: Math.sin(sky.inclination_rad),
    slotStep: sky.slotStep_rad,
    planeStep: sky.planeStep_rad,
    firstNode: sky.firstNode_rad,
    oddNode: sky.oddNode_rad,
    nodeStep: sky.nodeStep_rad,
    vintageCount: sums?.length ?? 0,
  };
  for (const [name, value] of Object.entries(numbers)) uniforms[name]!.value = value;
  if (sums) setVintages(uniforms.vintages as { value: DataTexture }, sums);
}

/** Months that one texture holds. */
const mostMonths = 1024;

function setVintages({ value }: { value: DataTexture }, sums: Uint32Array): void {
  (value.image.data as Float32Array).set(sums.subarray(0, mostMonths));
  value.needsUpdate = true;
}

function shellPoints(shared: ReturnType<typeof sharedUniforms>): ShellPoints {
  const one = () => ({ value: 0 });
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: pointVertexShader,
    fragmentShader: pointFragmentShader,
    transparent: true,
    depthWrite: false,
    uniforms: {
      ...shared,
      ...Object.fromEntries(ownNumbers.map((name) => [name, one()])),
      planes: { value: 1 },
      perPlane: { value: 1 },
      radius: { value: 1.1 },
      shellColour: { value: new Vector3(1, 1, 1) },
      response: { value: responseTexture() },
      vintages: { value: vintageTexture() },
    },
  });
  const points = new Points(new BufferGeometry(), material);
  points.geometry.setDrawRange(0, 0);
  // There are no positions from which three could tell where the shell is.
  points.frustumCulled = false;
  return points;
}

const ownNumbers = [
  'stride',
  'shift',
  'start',
  'cosInclination',
  'sinInclination',
  'slotStep',
  'planeStep',
  'firstNode',
  'oddNode',
  'nodeStep',
  'phase',
  'pointSize',
  'strength',
  'shellValue',
  'valueScale',
  'valueOffset',
  'vintageCount',
] as const;

function responseTexture(): DataTexture {
  const texture = new DataTexture(
    new Uint8Array(shadeRows * orbitSteps * 4),
    orbitSteps,
    shadeRows,
    RGBAFormat,
  );
  texture.wrapS = RepeatWrapping;
  texture.wrapT = ClampToEdgeWrapping;
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}

function vintageTexture(): DataTexture {
  const texture = new DataTexture(new Float32Array(mostMonths), mostMonths, 1, RedFormat, FloatType);
  texture.needsUpdate = true;
  return texture;
}
