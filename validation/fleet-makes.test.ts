import { wasmFleet } from '@kardashev/kernels/fleet/wasm.ts';
import { tableRequests } from '@kardashev/model/engine/run.ts';
import { evaluatePoints, pointCount } from '@kardashev/model/engine/tables.ts';
import { expectValue, housePlan } from '@kardashev/model/testing/house.ts';
import { describe, expect, it } from 'vitest';
import { fleetMemory, instantiateFleet, loadFleet } from '../packages/cluster/src/fleet-module.ts';
import { kernels } from '../packages/cluster/src/kernels.ts';

describe('response tables by the WebAssembly make', () => {
  it('are those of the reference, to what float32 can hold', () => {
    const module = loadFleet('wasm-strict')!;
    const memory = fleetMemory();
    const fleet = wasmFleet('wasm-strict', instantiateFleet(module, memory), memory);
    const request = expectValue(tableRequests(housePlan('million'))).find(
      ({ model }) => model === 'energy/orbit',
    )!;
    const width = request.outputs.length;
    const count = Math.min(pointCount(request), 64);
    const exact = evaluatePoints(request, 0, count, kernels);
    const found = evaluatePoints(request, 0, count, { ...kernels, fleet });
    for (let output = 0; output < width; output++) {
      const column = (values: Float64Array) =>
        Array.from({ length: count }, (_, k) => values[k * width + output]!);
      const scale = Math.max(...column(exact).map(Math.abs), 1e-9);
      const worst = Math.max(...column(found).map((value, k) => Math.abs(value - column(exact)[k]!)));
      expect(worst / scale, request.outputs[output]).toBeLessThan(1e-3);
    }
  });
});
