import type { Command } from 'commander';

/** A command as help lists it, and where the rest of it is. */
export interface CommandEntry {
  readonly usage: string;
  readonly description: string;
  load(): Promise<{ prepare(command: Command): void | Promise<void> }>;
}

export const commands: readonly CommandEntry[] = [
  {
    usage: 'run <plan>',
    description: 'simulate a plan: what it delivers, what binds it, what it costs',
    load: () => import('./commands/run.ts'),
  },
  {
    usage: 'resume [run]',
    description: 'go on with a run after a kill; without RUN, with the latest unfinished one',
    load: () => import('./commands/resume.ts'),
  },
  {
    usage: 'day <plan>',
    description: 'one day of the whole fleet minute by minute: jobs, power, heat, links, against a bound',
    load: () => import('./commands/day.ts'),
  },
  {
    usage: 'claims [plan-or-run]',
    description: 'judge each claim of the announcement on a plan, or on a run that was made',
    load: () => import('./commands/claims.ts'),
  },
  {
    usage: 'catalogue [query...]',
    description: 'look up assumptions: value, range, source, date, evidence, conflicting sources',
    load: () => import('./commands/catalogue.ts'),
  },
  {
    usage: 'campaign [plan]',
    description:
      'launches and satellites of a plan event by event; or fit, forecast and score on a launch log',
    load: () => import('./commands/campaign.ts'),
  },
  {
    usage: 'orbit',
    description: 'period, drift, sunlight and eclipses of an orbit, of element sets, or of a state vector',
    load: () => import('./commands/orbit.ts'),
  },
  {
    usage: 'satellite [name]',
    description: 'size or check one satellite: power, heat, battery, mass, and which limit breaks first',
    load: () => import('./commands/satellite.ts'),
  },
  {
    usage: 'network',
    description: "round-trip times between places, one link's budget, what a plan's links carry",
    load: () => import('./commands/network.ts'),
  },
  {
    usage: 'feed',
    description:
      'the data models on files or streams: bursts, relevance, places, tracks, fires, radio, fuse, task, ingest, kept, replay',
    load: () => import('./commands/feed.ts'),
  },
  {
    usage: 'cost <plan>',
    description: 'levelised cost of compute in orbit and on the ground, part by part, and the crossover',
    load: () => import('./commands/cost.ts'),
  },
  {
    usage: 'books <plan>',
    description: 'income, balance and cash of a plan by year and segment, in whole cents',
    load: () => import('./commands/books.ts'),
  },
  {
    usage: 'value <plan>',
    description: 'what a plan is worth, to whom, and whether value outgrows burn',
    load: () => import('./commands/value.ts'),
  },
  {
    usage: 'index <file>',
    description: 'level of an index from a price and events file, by the divisor method',
    load: () => import('./commands/index-level.ts'),
  },
  {
    usage: 'train [what]',
    description:
      'step time of training a model on a system; of every row of a file; or the best split: train search',
    load: () => import('./commands/train.ts'),
  },
  {
    usage: 'infer',
    description: 'latency, tokens a second and energy of serving a model on a system',
    load: () => import('./commands/infer.ts'),
  },
  {
    usage: 'compare <a> <b>',
    description: 'set two plans or runs side by side and explain each difference assumption by assumption',
    load: () => import('./commands/compare.ts'),
  },
  {
    usage: 'study <what...>',
    description:
      'thousands of futures of a plan: what they come to, what decides them, what would have to be true',
    load: () => import('./commands/study.ts'),
  },
  {
    usage: 'worker',
    description: 'compute shards of studies that other machines have begun with --on bullmq',
    load: () => import('./commands/worker.ts'),
  },
  {
    usage: 'schema',
    description: "print the plan's JSON Schema, for editors; or its reference page",
    load: () => import('./commands/schema.ts'),
  },
  {
    usage: 'serve [run]',
    description: 'serve mission control: the page and its API; opens RUN first, or the latest',
    load: () => import('./commands/serve.ts'),
  },
  {
    usage: 'doctor',
    description: 'what this machine can do; exits with 1 when something needed is missing',
    load: () => import('./commands/doctor.ts'),
  },
  {
    usage: 'start [plan]',
    description: 'run the announced plan, print the verdict, serve mission control',
    load: () => import('./commands/start.ts'),
  },
];
