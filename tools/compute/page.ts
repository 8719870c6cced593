/**
 * Writes docs/compute.md and docs/pictures/compute-law.svg from the models and the catalogue.
 * Run: npx node tools/compute/page.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { delivered_FLOPperS, modulesOf } from '@kardashev/model/compute/bricks/law.ts';
import { beamLink_bps } from '@kardashev/model/compute/bricks/link.ts';
import { bestLoss, bestTokens } from '@kardashev/model/compute/bricks/loss.ts';
import { jobOf } from '@kardashev/model/compute/cluster.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';
import { rigOf } from '../../validation/cases/rig.ts';
import { departures, lawLines, lawPicture, trainingDays } from '../pictures/compute-law.ts';
import { places, sixTrillion } from './six-trillion.ts';

const rig = rigOf('satellite', ['grok-6t']);
const { machine, models, section } = rig;
const model = models[0]!;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const exa = (rate: number): string => (rate > 0 ? formatNumber(rate / 1e18) : '–');
const tonnes = (mass_kg: number): string => formatNumber(mass_kg / 1e3, 2);

function lawTable(): string {
  const lines = lawLines(rig);
  const run_s = trainingDays * 86_400;
  const lossOf = (rate: number): string => (rate > 0 ? bestLoss(section, rate * run_s).toFixed(3) : '–');
  return table(
    ['mass, t', 'law, EFLOP/s', 'docked', 'in formation', 'spread', 'loss by the law', 'loss in formation'],
    [10, 100, 1e3, 1e4, 1e5, 1e6].map((mass_t) => {
      const found = lines.map(({ rate }) => rate(1e3 * mass_t));
      return [mass_t.toLocaleString('en-GB'), ...found.map(exa), lossOf(found[0]!), lossOf(found[2]!)];
    }),
  );
}

/** What the next module adds to a job, over what it would add alone. */
function nextModuleTable(): string {
  const joints = ['docked', 'formation', 'spread'] as const;
  const adds = (joint: (typeof joints)[number], n: number): string => {
    const modules = modulesOf(model, machine, section, joint);
    const job = jobOf(model, model.batch, section);
    const at = (count: number): number =>
      delivered_FLOPperS(job, modules, count * section.brickMass_kg, section);
    if (n > modules.available || at(n) === 0) return '–';
    return `${Math.round((100 * (at(n * 1.01) - at(n))) / (0.01 * n * modules.rate_FLOPperS))} %`;
  };
  return table(
    ['modules joined', ...joints],
    [8, 12, 50, 200, 1000, 2000, 3000, 5000].map((n) => [
      n.toLocaleString('en-GB'),
      ...joints.map((joint) => (joint === 'docked' && n * 1.01 > section.dockMost ? '–' : adds(joint, n))),
    ]),
  );
}

const linkTable = (): string =>
  table(
    ['distance', 'one neighbour, Tbit/s'],
    [
      [100, '100 m'],
      [317, '317 m'],
      [1267, '1.27 km'],
      [5070, '5.07 km'],
      [60e3, '60 km'],
      [410e3, '410 km'],
      [2000e3, '2,000 km'],
    ].map(([distance_m, name]) => [
      String(name),
      formatNumber(beamLink_bps(section, Number(distance_m)) / 1e12),
    ]),
  );

const tokensOf = { 'grok-6t': 60e12, 'dense-6t': 120e12 } as const;

function runTable(): string {
  const rows = places.flatMap((place) =>
    (Object.keys(tokensOf) as (keyof typeof tokensOf)[]).map((name) => {
      const [sixteen, eight] = (['bf16', 'fp8'] as const).map((precision) =>
        sixTrillion(place, name, tokensOf[name], precision),
      );
      const days = (found: typeof sixteen): string =>
        found ? formatNumber(found.run.days, 2) : 'does not fit';
      const range =
        eight && name === 'grok-6t'
          ? mixtureRange(eight.run.days, sixteen!.run.days)
          : denseRange(eight?.run.days, sixteen?.run.days);
      return [
        place.name,
        place.accelerators.toLocaleString('en-GB'),
        name === 'grok-6t' ? 'experts' : 'dense',
        days(sixteen),
        days(eight),
        range,
        sixteen ? `${formatNumber(sixteen.power_W / 1e6, 2)} MW` : '–',
        sixteen ? `${Math.round(100 * sixteen.run.goodput)} %` : '–',
      ];
    }),
  );
  return table(
    ['where', 'accelerators', 'model', 'days, bf16', 'days, fp8', 'range', 'power', 'goodput'],
    rows,
  );
}

/** 0.2 to 1.62 T active parameters, 12 to 120 T tokens: days in proportion to both. */
const mixtureRange = (fp8_d: number, bf16_d: number): string =>
  `${formatNumber((fp8_d * (0.2 / 0.6) * 12) / 60, 2)}–${formatNumber((bf16_d * (1.62 / 0.6) * 120) / 60, 2)}`;
/** 60 to 240 T tokens: ten and forty for each parameter. */
const denseRange = (fp8_d = Number.NaN, bf16_d = Number.NaN): string =>
  `${formatNumber(fp8_d / 2, 2)}–${formatNumber(bf16_d * 2, 2)}`;

/** Tokens a day, as we take them: assumed, by us, 2026-11. Rates are those of the catalogue's sensors. */
const supply = [
  ['posts of X', '500 M a day, 40 tokens each', 20e9],
  ['pictures in open archives', '2 Gbit/s, 256 pixels a token of 12 bit each', (2e9 / 3072) * 86_400],
  ['aircraft, ships, ground sensors', '25 Mbit/s, 32 bit a token', (25e6 / 32) * 86_400],
] as const;

function supplyTable(): string {
  const years = (tokens: number, perDay: number): string => formatNumber(tokens / perDay / 365.25, 2);
  return table(
    ['source', 'taken as', 'tokens a day', 'years to 12 T', 'to 60 T', 'to 120 T'],
    supply.map(([name, how, perDay]) => [
      name,
      how,
      `${formatNumber(perDay / 1e9, 2)} G`,
      years(12e12, perDay),
      years(60e12, perDay),
      years(120e12, perDay),
    ]),
  );
}

const { tenth_kg, half_kg } = departures(rig);
const trillion = (tokens: number): string => `${formatNumber(tokens / 1e12, 2)} T`;

const page = `# Compute: what joined mass brings, and the run of 6 T parameters

Written by \`npx node tools/compute/page.ts\` from the models and the catalogue; every figure moves with its assumptions. How step times are worked out, and against what they are held, stands in [the room's page](../packages/model/src/compute/README.md) and in [VALIDATION.md](../VALIDATION.md).

## The law, as stated and as computed

The announcement says that intelligence grows as mass in orbit times compute density, without an upper limit. As stated that is a straight line: a module of ${tonnes(section.brickMass_kg)} t with ${section.brickAccelerators} accelerators trains as fast as it does alone, and a million of them a million times as fast. One job over many of them does not: its step waits for gradients, for pipelines to fill, for the slowest, and for restarts; and a step of ${formatNumber((model.batch ?? 0) / 1e6)} M tokens has ${formatNumber(model.batch / model.sequence)} sequences, over more replicas than which it cannot be spread.

![Training delivered and loss reached by mass in orbit](pictures/compute-law.svg)

${lawTable()}

One job of the 6 T model in formation gets less than nine tenths of the law from **${tonnes(tenth_kg)} t** on, less than half from **${tonnes(half_kg)} t**, and nothing more from any mass beyond that: the batch, not lasers, ends it. Docked bodies end at ${section.dockMost} modules. Many jobs side by side do follow the line: serving, or many models. Loss, the nearest thing to intelligence that a published law speaks of (Hoffmann et al. 2022, approach 3: 1.69 + 406.4/N^0.34 + 410.7/D^0.28), falls slowly even where the line holds: ten times the training takes about three tenths off the part of it that can fall.

## What one more module adds

Training that the next module adds to one synchronous job, over what it does alone. A body docked through cables, a formation at ${section.formationStep_m} m, satellites spread at ${section.fleetStep_m / 1e3} km.

${nextModuleTable()}

Rate to one neighbour: near by, a telescope is shared by beams side by side; beyond ${section.beamReach_m / 1e3} km light thins with the distance squared.

${linkTable()}

## The run of 6 T parameters

Announced are 6 T parameters and nothing else. With experts: 0.6 T active (0.2–1.62), 60 T tokens (12–120). Dense: 120 T tokens (60–240), twenty for each parameter. GB300 everywhere, 66 M tokens a step, the best split that divides; stragglers, failures, checkpoints and silent corruption at 1.5 Gy a year in orbit are in the days, eclipse is not. Satellites of ${machine.accelerator.name.toUpperCase()} of which 81 keep a formation; eight such clusters reach one another over the mesh.

${runTable()}

Eight islands have been shown to learn as well with streaming DiLoCo at sizes a thousand times smaller; 64 have not. More satellites than that do not help: a step has too few sequences. The range goes from fewest tokens and parameters in 8 bits to most of both in 16.

## Tokens

By the rule of twenty a token count of ${trillion(20 * 6e12)} belongs to 6 T dense parameters and ${trillion(20 * 0.6e12)} to 0.6 T active ones; by the law above even ${trillion(bestTokens(section, 6e12))} and ${trillion(bestTokens(section, 0.6e12))}. What comes in each day, if every token of it were new and worth reading:

${supplyTable()}

Rates are the catalogue's (\`kardashev catalogue sensors\`); tokens for them are assumed, by us, 2026-11. No live feed fills a run of this size in the months that it takes; archives, books, the web and synthetic text must.
`;

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
mkdirSync(`${docs}pictures`, { recursive: true });
writeFileSync(`${docs}pictures/compute-law.svg`, lawPicture(rig));
writeFileSync(`${docs}compute.md`, page);
