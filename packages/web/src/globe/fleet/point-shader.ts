/**
 * Every satellite as one point. Nothing is uploaded but a handful of numbers a shell: the vertex shader computes plane,
 * slot and place from the index of the vertex, as `filling.ts` and `sky.ts` do for one satellite. Space is seen in a frame
 * that turns with the Sun, so that planes of 06:00 and 18:00 stand still.
 */
export const pointVertexShader = /* glsl */ `
precision highp float;
precision highp int;
uniform uint planes, perPlane, stride, shift, start;
uniform float radius, cosInclination, sinInclination, phase, slotStep, planeStep;
uniform float firstNode, oddNode, nodeStep, pointSize, dim;
uniform vec3 sun;

// How satellites are coloured: see colour/modes.ts.
uniform int mode;
uniform vec3 shellColour, shadowColour, sunColour, directColour, relayedColour;
uniform vec3 ramp[5];
uniform float shellValue, valueScale, valueOffset, month;
uniform sampler2D response, vintages;
uniform int vintageCount, stationCount;
uniform float stationSine;
uniform vec3 stations[32];
out vec3 tint;

const float TAU = 6.283185307179586;

vec3 onRamp(float value) {
  float place = clamp(value, 0.0, 1.0) * 4.0;
  int below = min(3, int(place));
  return mix(ramp[below], ramp[below + 1], place - float(below));
}

// Where the orbit and the plane's angle to the Sun lead in the response of the energy model.
vec4 energyAt(vec3 outward, vec3 ahead, vec3 normal) {
  float sine = abs(dot(normal, sun));
  float beta = asin(min(1.0, sine));
  float grazing = asin(1.0 / radius);
  float shade = beta <= grazing ? sqrt(1.0 - beta / grazing) : (grazing - beta) / (TAU / 4.0 - grazing);
  float noon = atan(-dot(ahead, sun), dot(outward, sun)) / TAU;
  float rows = float(textureSize(response, 0).y);
  return textureLod(response, vec2(noon, ((shade + 1.0) * 0.5 * (rows - 1.0) + 0.5) / rows), 0.0);
}

// Month in which the satellite entered service: vintages holds sums from the oldest.
float entryOf(float index) {
  int low = 0;
  int high = vintageCount - 1;
  for (int step = 0; step < 12 && low < high; step++) {
    int middle = (low + high) / 2;
    if (texelFetch(vintages, ivec2(middle, 0), 0).r > index) high = middle;
    else low = middle + 1;
  }
  return float(low);
}

bool seesStation(vec3 place) {
  for (int each = 0; each < stationCount; each++) {
    vec3 up = stations[each];
    vec3 slant = place - up;
    if (dot(slant, up) > stationSine * length(slant)) return true;
  }
  return false;
}

void main() {
  uint place = (start + uint(gl_VertexID)) % (planes * perPlane);
  uint plane = place % planes;
  uint slot = ((place / planes) * stride + plane * shift) % perPlane;
  float u = phase + float(slot) * slotStep + float(plane) * planeStep;
  float node = firstNode + ((plane & 1u) == 1u ? oddNode : 0.0) + float(plane) * nodeStep;

  // Equatorial x, y, z; three's y is the pole.
  float cosU = cos(u), sinU = sin(u), cosN = cos(node), sinN = sin(node);
  vec3 outward = vec3(cosN * cosU - sinN * sinU * cosInclination, sinU * sinInclination,
    -(sinN * cosU + cosN * sinU * cosInclination));
  vec3 at = radius * outward;

  // Earth's shadow as a cylinder of its radius.
  float along = dot(at, sun);
  bool lit = !(along < 0.0 && length(at - along * sun) < 1.0);

  if (mode == 0) {
    tint = lit ? shellColour : mix(shellColour, shadowColour, dim);
  } else if (mode == 1) {
    tint = lit ? sunColour : shadowColour;
  } else if (mode == 2 || mode == 3) {
    vec3 ahead = vec3(-cosN * sinU - sinN * cosU * cosInclination, cosU * sinInclination,
      -(-sinN * sinU + cosN * cosU * cosInclination));
    vec4 energy = energyAt(outward, ahead, cross(outward, ahead));
    tint = onRamp((mode == 2 ? energy.r : energy.b) * valueScale + valueOffset);
  } else if (mode == 4) {
    tint = onRamp(shellValue);
  } else if (mode == 5) {
    tint = onRamp((month - entryOf(float(gl_VertexID)) + 0.5) * valueScale);
  } else {
    tint = seesStation(at) ? directColour : relayedColour;
  }

  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
  gl_PointSize = pointSize;
}`;

export const pointFragmentShader = /* glsl */ `
precision highp float;
uniform float strength, pointSize;
in vec3 tint;
out vec4 fragment;

void main() {
  float edge = pointSize > 2.5 ? smoothstep(0.5, 0.3, distance(gl_PointCoord, vec2(0.5))) : 1.0;
  fragment = vec4(tint, strength * edge);
}`;
