export type Vector = readonly [x: number, y: number, z: number];

export function dot(left: Vector, right: Vector): number {
  return left[0] * right[0] + left[1] * right[1] + left[2] * right[2];
}

export function cross(left: Vector, right: Vector): Vector {
  return [
    left[1] * right[2] - left[2] * right[1],
    left[2] * right[0] - left[0] * right[2],
    left[0] * right[1] - left[1] * right[0],
  ];
}

/** Length, without the care of Math.hypot for the very large and small: several times faster. */
export function length(vector: Vector): number {
  return Math.sqrt(dot(vector, vector));
}

export function minus(left: Vector, right: Vector): Vector {
  return [left[0] - right[0], left[1] - right[1], left[2] - right[2]];
}

export function times(vector: Vector, factor: number): Vector {
  return [vector[0] * factor, vector[1] * factor, vector[2] * factor];
}

/** Angle between two directions; exact also where it is small. */
export function angleBetween_rad(left: Vector, right: Vector): number {
  return Math.atan2(length(cross(left, right)), dot(left, right));
}

/** Turned about the z axis against the clock as seen from its tip. */
export function turnZ(vector: Vector, angle_rad: number): Vector {
  const [x, y, z] = vector;
  const c = Math.cos(angle_rad);
  const s = Math.sin(angle_rad);
  return [c * x - s * y, s * x + c * y, z];
}

/** Turned about the y axis: z towards x. */
export function turnY(vector: Vector, angle_rad: number): Vector {
  const [x, y, z] = vector;
  const c = Math.cos(angle_rad);
  const s = Math.sin(angle_rad);
  return [c * x + s * z, y, c * z - s * x];
}
