import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { FleetAdvance, WasmName } from '@kardashev/kernels/fleet/wasm.ts';

/** The fleet step's compiled modules, loaded: reading and compiling is not the kernels' business. */
export interface FleetModule {
  readonly name: WasmName;
  readonly module: WebAssembly.Module;
}

const files = { 'wasm-strict': 'fleet-strict.wasm', 'wasm-relaxed': 'fleet-relaxed.wasm' } as const;
/** As the modules declare it: 4 GiB. */
const mostPages = 65536;

/**
 * Loads and compiles a module; undefined where the machine knows no relaxed SIMD. `wide` lets V8 join pairs of
 * vectors into vectors of 256 bits where the processor has them, by a switch that V8 still calls experimental: the
 * strict module's results stay the same to the bit (tested).
 */
export function loadFleet(name: WasmName, { wide = true } = {}): FleetModule | undefined {
  const file = new URL(`../../kernels/wasm/${files[name]}`, import.meta.url);
  const bytes = readFileSync(file);
  if (!WebAssembly.validate(bytes)) return undefined;
  if (wide) setFlagsFromString('--experimental-wasm-revectorize');
  return { name, module: new WebAssembly.Module(bytes) };
}

/** Memory that several threads can share. */
export function fleetMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
}

export function instantiateFleet({ module }: FleetModule, memory: WebAssembly.Memory): FleetAdvance {
  return new WebAssembly.Instance(module, { env: { memory } }).exports.advance as FleetAdvance;
}
