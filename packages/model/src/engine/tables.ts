import { interpolateGrid } from '@kardashev/kernels/numeric/grid.ts';
import type { FastModel, Kernels, ResponseTable, TableRequest } from '../flows/table.ts';
import { BrokenInvariant } from '../outcome/invariant.ts';
import { canonical, hashText } from './hash.ts';
import { rooms } from './rooms.ts';

function modelOf(request: TableRequest): FastModel {
  for (const room of rooms) {
    const model = room.fastModels?.[request.model];
    if (model) return model;
  }
  throw new BrokenInvariant(`the fast model ${request.model} exists`);
}

/** SHA-256 over all that a table depends on: its request and the version of the model that answers. */
export function tableKey(request: TableRequest): string {
  const axes = request.axes.map((axis) => ({ name: axis.name, points: [...axis.points] }));
  return hashText(canonical({ ...request, axes, version: modelOf(request).version }));
}

export function pointCount(request: TableRequest): number {
  return request.axes.reduce((product, axis) => product * axis.points.length, 1);
}

/** Points to probe between the grid's: the middle of every cell along each axis in turn, others at grid points. */
function probes(request: TableRequest): Float64Array {
  const rows: number[] = [];
  request.axes.forEach((axis, probed) => {
    for (let cell = 0; cell + 1 < axis.points.length; cell++) {
      const row = request.axes.map(
        (other) => other.points[(cell * 7 + probed) % other.points.length] as number,
      );
      row[probed] = ((axis.points[cell] as number) + (axis.points[cell + 1] as number)) / 2;
      rows.push(...row);
    }
  });
  return Float64Array.from(rows);
}

/** Grid points `from` ≤ index < `to`, row-major, one row of axis values each. */
function gridPoints(request: TableRequest, from: number, to: number): Float64Array {
  const width = request.axes.length;
  const points = new Float64Array((to - from) * width);
  for (let index = from; index < to; index++) {
    let rest = index;
    for (let axis = width - 1; axis >= 0; axis--) {
      const values = (request.axes[axis] as { points: Float64Array }).points;
      points[(index - from) * width + axis] = values[rest % values.length] as number;
      rest = Math.floor(rest / values.length);
    }
  }
  return points;
}

/** Answers for a stretch of the grid; the same numbers however the grid is cut. */
export function evaluatePoints(
  request: TableRequest,
  from: number,
  to: number,
  kernels: Kernels,
): Float64Array {
  const out = new Float64Array((to - from) * request.outputs.length);
  modelOf(request).evaluate(request, gridPoints(request, from, to), out, kernels);
  return out;
}

/** Makes a table of its grid's answers and states its interpolation error. */
export function assembleTable(request: TableRequest, values: Float64Array, kernels: Kernels): ResponseTable {
  const points = probes(request);
  const width = request.axes.length;
  const outputs = request.outputs.length;
  const exact = new Float64Array((points.length / width) * outputs);
  modelOf(request).evaluate(request, points, exact, kernels);
  const axes = request.axes.map((axis) => axis.points);
  const spans = spansOf(values, outputs);
  const error = new Float64Array(outputs);
  const read = new Float64Array(outputs);
  for (let probe = 0; probe * width < points.length; probe++) {
    interpolateGrid(axes, values, outputs, points.subarray(probe * width, (probe + 1) * width), read);
    for (let output = 0; output < outputs; output++) {
      const off = Math.abs((read[output] as number) - (exact[probe * outputs + output] as number));
      const span = spans[output] as number;
      if (span > 0) error[output] = Math.max(error[output] as number, off / span);
    }
  }
  return { request, key: tableKey(request), values, error };
}

export function fillTable(request: TableRequest, kernels: Kernels): ResponseTable {
  return assembleTable(request, evaluatePoints(request, 0, pointCount(request), kernels), kernels);
}

function spansOf(values: Float64Array, outputs: number): Float64Array {
  const low = new Float64Array(outputs).fill(Infinity);
  const high = new Float64Array(outputs).fill(-Infinity);
  values.forEach((value, index) => {
    const output = index % outputs;
    low[output] = Math.min(low[output] as number, value);
    high[output] = Math.max(high[output] as number, value);
  });
  return high.map((value, output) => value - (low[output] as number));
}
