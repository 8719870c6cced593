import {
  AdditiveBlending,
  BackSide,
  GLSL3,
  Mesh,
  ShaderMaterial,
  SphereGeometry,
  type Texture,
  Vector3,
} from 'three';

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

/** Sea and land by day and by night, with a soft terminator and a rim of air. */
const earthShader = /* glsl */ `
precision highp float;
uniform sampler2D land;
uniform vec3 sun;
in vec2 place;
in vec3 outward;
in vec3 eye;
out vec4 fragment;
void main() {
  vec3 mask = texture(land, place).rgb;
  vec3 normal = normalize(outward);
  float height = dot(normal, sun);
  float day = smoothstep(-0.12, 0.22, height);
  vec3 seaByDay = mix(vec3(0.050, 0.110, 0.180), vec3(0.075, 0.160, 0.250), max(0.0, height));
  vec3 landByDay = mix(vec3(0.130, 0.200, 0.240), vec3(0.235, 0.320, 0.350), max(0.0, height));
  vec3 byDay = mix(seaByDay, landByDay, mask.r) + 0.10 * mask.g;
  vec3 byNight = mix(vec3(0.024, 0.036, 0.058), vec3(0.042, 0.060, 0.084), mask.r) + 0.035 * mask.g;
  float rim = pow(1.0 - max(0.0, dot(normal, normalize(eye))), 3.0);
  vec3 air = vec3(0.20, 0.42, 0.68) * rim * (0.12 + 0.55 * day);
  fragment = vec4(mix(byNight, byDay, day) + air, 1.0);
}`;

const airShader = /* glsl */ `
precision highp float;
uniform vec3 sun;
in vec2 place;
in vec3 outward;
in vec3 eye;
out vec4 fragment;
void main() {
  vec3 normal = normalize(outward);
  float depth = max(0.0, -dot(normal, normalize(eye)));
  float day = smoothstep(-0.35, 0.35, dot(normal, sun));
  fragment = vec4(vec3(0.32, 0.58, 0.92), pow(depth, 2.6) * (0.10 + 0.9 * day));
}`;

export interface Earth {
  readonly globe: Mesh;
  readonly air: Mesh;
  setSun(sun: Vector3): void;
  /** Turns the Earth so that the Sun stands over a longitude. */
  setSubsolarLongitude(longitude_rad: number): void;
}

export function earth(land: Texture): Earth {
  const sun = { value: new Vector3(1, 0, 0) };
  const globe = new Mesh(
    new SphereGeometry(1, 128, 64),
    new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader: earthShader,
      uniforms: { land: { value: land }, sun },
    }),
  );
  const air = new Mesh(
    new SphereGeometry(1.045, 96, 48),
    new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader: airShader,
      uniforms: { sun },
      side: BackSide,
      transparent: true,
      depthWrite: false,
      blending: AdditiveBlending,
    }),
  );
  return {
    globe,
    air,
    setSun: (direction) => sun.value.copy(direction),
    // The Sun's azimuth is 0 in the frame of the scene; longitude 0 of the sphere looks along +x.
    setSubsolarLongitude: (longitude_rad) => {
      globe.rotation.y = -longitude_rad;
    },
  };
}
