import {
  AdditiveBlending,
  BackSide,
  GLSL3,
  Group,
  Mesh,
  NormalBlending,
  ShaderMaterial,
  SphereGeometry,
  type Texture,
  Vector3,
} from 'three';
import type { Look } from './look.ts';

const vertexShader = /* glsl */ `
out vec2 place;
out vec3 outward;
out vec3 eye;
void main() {
  place = uv;
  outward = normalize(mat3(modelMatrix) * normal);
  vec4 world = modelMatrix * vec4(position, 1.0);
  eye = normalize(cameraPosition - world.xyz);
  gl_Position = projectionMatrix * viewMatrix * world;
}`;

/** Sea and land by day and by night, with a soft terminator, shores, borders and a rim of air. */
const earthShader = /* glsl */ `
precision highp float;
uniform sampler2D land;
uniform vec3 sun, seaDay, seaNight, landDay, landNight, shore, air;
uniform float rimStrength;
in vec2 place;
in vec3 outward;
in vec3 eye;
out vec4 fragment;
void main() {
  vec3 mask = texture(land, place).rgb;
  vec3 normal = normalize(outward);
  float height = dot(normal, sun);
  float day = smoothstep(-0.12, 0.22, height);
  vec3 byDay = mix(seaDay, landDay, mask.r) * mix(0.82, 1.0, max(0.0, height));
  vec3 byNight = mix(seaNight, landNight, mask.r);
  vec3 ground = mix(byNight, byDay, day);
  float line = max(mask.g * 0.55, mask.b * mask.r * 0.6);
  ground = mix(ground, shore * mix(0.55, 1.0, day), line);
  float rim = pow(1.0 - max(0.0, dot(normal, normalize(eye))), 3.0);
  fragment = vec4(ground + air * rim * rimStrength * (0.2 + 0.8 * day), 1.0);
}`;

const airShader = /* glsl */ `
precision highp float;
uniform vec3 sun, air;
in vec2 place;
in vec3 outward;
in vec3 eye;
out vec4 fragment;
void main() {
  vec3 normal = normalize(outward);
  float depth = max(0.0, -dot(normal, normalize(eye)));
  float day = smoothstep(-0.35, 0.35, dot(normal, sun));
  fragment = vec4(air, pow(depth, 2.6) * (0.10 + 0.9 * day));
}`;

export interface Earth {
  /** All that turns with the ground: what stands on it is put in here too. */
  readonly ground: Group;
  readonly air: Mesh;
  setSun(sun: Vector3): void;
  setLook(look: Look): void;
  /** Turns the Earth so that the Sun stands over a longitude. */
  setSubsolarLongitude(longitude_rad: number): void;
  dispose(): void;
}

const palette = {
  seaDay: '--sea-day',
  seaNight: '--sea-night',
  landDay: '--land-day',
  landNight: '--land-night',
  shore: '--shore',
  air: '--air',
} as const;

export function earth(land: Texture): Earth {
  const shared = {
    sun: { value: new Vector3(1, 0, 0) },
    rimStrength: { value: 0.5 },
    ...Object.fromEntries(Object.keys(palette).map((name) => [name, { value: new Vector3() }])),
  };
  const uniforms: ShaderMaterial['uniforms'] = { ...shared, land: { value: land } };
  const surface = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader: earthShader,
    uniforms,
  });
  const glow = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader: airShader,
    uniforms: shared,
    side: BackSide,
    transparent: true,
    depthWrite: false,
  });
  const globe = new Mesh(new SphereGeometry(1, 128, 64), surface);
  const air = new Mesh(new SphereGeometry(1.045, 96, 48), glow);
  const ground = new Group().add(globe);
  return {
    ground,
    air,
    setSun: (direction) => shared.sun.value.copy(direction),
    setLook: ({ theme, of }) => {
      for (const [name, colour] of Object.entries(palette)) uniforms[name]!.value.copy(of(colour));
      // Light adds up on a dark ground; on a light one air is a tint.
      shared.rimStrength.value = theme === 'dark' ? 0.5 : 0;
      glow.blending = theme === 'dark' ? AdditiveBlending : NormalBlending;
    },
    // The Sun's azimuth is 0 in the frame of the scene; longitude 0 of the sphere looks along +x.
    setSubsolarLongitude: (longitude_rad) => {
      ground.rotation.y = -longitude_rad;
    },
    dispose: () => {
      for (const { geometry, material } of [globe, air]) {
        geometry.dispose();
        material.dispose();
      }
      land.dispose();
    },
  };
}
