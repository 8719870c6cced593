interface Vertex {
  readonly point: readonly number[];
  readonly value: number;
}

const rounds = 4000;

/** Minimum of `f` near `start` by Nelder and Mead's simplex. `Infinity` marks where `f` has no value. */
export function minimise(
  f: (point: readonly number[]) => number,
  start: readonly number[],
): readonly number[] {
  const at = (point: readonly number[]): Vertex => ({ point, value: f(point) });
  const size = start.length;
  let simplex = [
    at(start),
    ...start.map((_, corner) => at(start.map((value, axis) => (axis === corner ? value * 0.85 : value)))),
  ];
  for (let round = 0; round < rounds; round++) {
    simplex.sort((left, right) => left.value - right.value);
    const best = simplex[0] as Vertex;
    const worst = simplex[size] as Vertex;
    const centre = start.map((_, axis) =>
      simplex.slice(0, size).reduce((total, vertex) => total + (vertex.point[axis] as number) / size, 0),
    );
    const along = (step: number): Vertex =>
      at(centre.map((value, axis) => value + step * ((worst.point[axis] as number) - value)));
    const mirrored = along(-1);
    const candidate =
      mirrored.value < best.value
        ? smaller(along(-2), mirrored)
        : mirrored.value < (simplex[Math.max(0, size - 1)] as Vertex).value
          ? mirrored
          : along(0.5);
    if (candidate.value < worst.value) simplex[size] = candidate;
    else simplex = simplex.map((vertex) => (vertex === best ? best : at(between(vertex.point, best.point))));
  }
  simplex.sort((left, right) => left.value - right.value);
  return (simplex[0] as Vertex).point;
}

function smaller(left: Vertex, right: Vertex): Vertex {
  return left.value < right.value ? left : right;
}

function between(left: readonly number[], right: readonly number[]): number[] {
  return left.map((value, axis) => (value + (right[axis] as number)) / 2);
}
