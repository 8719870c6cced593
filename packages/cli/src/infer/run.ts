import { acceleratorsOf, type Batch, type Placement, serve } from '@kardashev/model/compute/serve/request.ts';
import { steady } from '@kardashev/model/compute/serve/steady.ts';
import { weightReadFloor_s } from '@kardashev/model/compute/serving.ts';
import { print, printJson } from '../output.ts';
import { BadInput } from '../stop.ts';
import { modelNamed, rigOf } from '../train/input.ts';
import { doesNotFit, placementFaults, roomOf, smallestThatFits } from './check.ts';
import type { InferOptions } from './options.ts';
import { inferScreen } from './screen.ts';

const bytesOf = { bf16: 2, fp8: 1, fp4: 0.5 } as const;
const cache_B = 2;
const convention = 'model FLOPs, 2 · active parameters a token, attention by its context';

/** `infer`: one batch from its prompts to its last tokens, and the same requests when they keep coming. */
export function runInfer(options: InferOptions): void {
  const texts = new Map<string, string>();
  const name = modelNamed(options);
  const rig = rigOf(options, [name], texts);
  const model = rig.models[0]!;
  const { machine } = rig;
  const place: Placement = {
    tensor: options.tp,
    expert: options.ep ?? 1,
    bytesPerWeight: bytesOf[options.precision],
    bytesPerCache: cache_B,
  };
  const batch: Batch = {
    requests: options.batch,
    input: options.input,
    cached: options.cached,
    output: options.output,
  };
  const faults = placementFaults(model, place);
  if (faults.length > 0) throw new BadInput(faults, texts);
  const room = roomOf(rig, model, place, batch);
  if (room.used_B > room.usable_B) {
    const smallest = smallestThatFits(rig, model, place, batch);
    throw new BadInput([doesNotFit(model, room, smallest, machine.name)], texts);
  }
  const served = serve(model, machine, place, batch);
  const going = steady(model, machine, place, batch, served, options.disaggregated === true);
  const accelerators = acceleratorsOf(place);
  const floor_s = weightReadFloor_s(
    model.parameters * place.bytesPerWeight,
    machine.system.memoryRate_BperS,
    accelerators,
  );
  const document = {
    model: name,
    system: machine.name,
    accelerator: machine.accelerator.name,
    precision: machine.precision,
    flopConvention: convention,
    accelerators,
    batch: batch.requests,
    input: batch.input,
    cached: batch.cached,
    output: batch.output,
    latency_ms: 1e3 * served.latency_s,
    ttft_ms: 1e3 * served.ttft_s,
    tpot_ms: 1e3 * served.tpot_s,
    tokensPerSecond: served.tokens_perS,
    energyPerToken_J: served.energyPerToken_J,
    weightReadFloor_ms: 1e3 * floor_s,
    memory_bytes: room.used_B,
    feasible: true,
    steady: {
      disaggregated: options.disaggregated === true,
      ttft_ms: 1e3 * going.ttft_s,
      tpot_ms: 1e3 * going.tpot_s,
      tokensPerSecond: going.tokens_perS,
      tokensPerSecondPerAccelerator: going.tokensPerAccelerator_perS,
      prefillTokensPerSecondPerAccelerator: going.prefillPerAccelerator_perS,
      decodeTokensPerSecondPerAccelerator: going.decodePerAccelerator_perS,
      prefillReplicasPerDecodeReplica: going.prefillReplicas,
      cacheHandOver_ms: 1e3 * going.handOver_s,
    },
  };
  if (options.json) printJson(document);
  else print(inferScreen(document, process.stdout.isTTY === true));
}
