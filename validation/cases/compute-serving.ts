import { decode_s, prefill_s } from '@kardashev/model/compute/serve/request.ts';
import { weightReadFloor_s } from '@kardashev/model/compute/serving.ts';
import type { Case } from '../case.ts';
import { figure, relative, within } from './figures.ts';
import { served_s, servedRuns } from './published-serving.ts';
import { rigOf } from './rig.ts';

/** DeepSeek's published service: 4,989 tokens of cache in the mean, 56.3 % of prompts found in a cache, 20–22 tokens a second to each user. */
const context = 4989;
const cachedShare = 0.563;
const tokenTime_s = 0.05;
const place = { tensor: 1, bytesPerWeight: 1, bytesPerCache: 2 };
const deepseek = () => {
  const { machine, models } = rigOf('dgx-h800', ['deepseek-v3'], 'fp8');
  return { model: models[0]!, machine };
};

/** Tokens a second and node while answering: the most requests that each get a token every 50 ms. */
function decodeNode_perS(): number {
  const { model, machine } = deepseek();
  const spread = { ...place, expert: 144 };
  const step_s = (requests: number): number =>
    decode_s(model, machine, spread, { requests, input: context, cached: 0, output: 1 }, context);
  let requests = 0;
  for (let more = 2 ** 16; more >= 1; more /= 2) {
    if (step_s(requests + more) <= tokenTime_s) requests += more;
  }
  return (8 * requests) / (144 * tokenTime_s);
}

/** Prompt tokens a second and node, those found in a cache included. */
function prefillNode_perS(): number {
  const { model, machine } = deepseek();
  const requests = 256;
  const cached = Math.round(context * cachedShare);
  const batch = { requests, input: context - cached, cached, output: 1 };
  const time_s = prefill_s(model, machine, { ...place, expert: 32 }, batch);
  return (8 * requests * context) / (32 * time_s);
}

export const servingCases: readonly Case[] = [
  {
    id: 'C5',
    title: 'Weight-read floor of a token on A100',
    room: 'compute',
    kind: 'identity',
    source: 'closed form',
    figures: [
      figure(
        '70B over four',
        'ms',
        17.3,
        within(0.05),
        () => weightReadFloor_s(2 * 70.55e9, 2.04e12, 4) * 1e3,
      ),
      figure('8B on one', 'ms', 7.9, within(0.05), () => weightReadFloor_s(2 * 8.03e9, 2.04e12, 1) * 1e3),
    ],
  },
  {
    id: 'C5p',
    title: 'vLLM on A100, batch 8, 32 in, 128 out',
    room: 'compute',
    kind: 'prediction',
    source: 'measured, third party',
    figures: servedRuns.map((run) =>
      figure(
        `${run.model} over ${run.tensor}`,
        'ms',
        run.latency_s * 1e3,
        relative(0.1),
        () => served_s(run) * 1e3,
      ),
    ),
    remark:
      'One constant (time per layer of a decoding step) is fitted on the one row that a seed picks, 70B; 8B is a prediction. The wait of an all-reduce comes from the fit on training.',
  },
  {
    id: 'C6',
    title: "DeepSeek's service per node of eight H800",
    room: 'compute',
    kind: 'prediction',
    source: 'DeepSeek, open-source week 2025; batch from the model itself',
    figures: [
      figure('decode', 'token/s', 14_800, relative(0.1), decodeNode_perS),
      figure('prefill, cache hits included', 'token/s', 73_700, relative(0.1), prefillNode_perS),
    ],
    remark:
      'Constants are those of training on H100 and of decoding on A100. Replicas of 144 and 32 GPUs as published; time per token 50 ms. Published rates are means of a day; prompts are taken as long as the mean cache. Prefill is missed on the fast side: experts that get more than their share, and the hours of the day in which a node waits, are not in the model.',
  },
];
