import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { StudyTask } from '@kardashev/cluster/study/engine.ts';
import { localEngine } from '@kardashev/cluster/study/local.ts';
import { type FleetSpec, layFleet } from '@kardashev/model/engine/day/lay.ts';
import { canonical } from '@kardashev/model/engine/hash.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { type DayFile, makeDay, planesText } from '@kardashev/store/day/day-folder.ts';
import { readShells, shardOf } from '@kardashev/store/day/shell-file.ts';
import { hasShard } from '@kardashev/store/study/shard-file.ts';
import { codeHash } from '../house.ts';
import { print, printJson } from '../output.ts';
import { loadPlan } from '../plan-input.ts';
import { inSession } from '../session.ts';
import type { Session } from '../simulation.ts';
import { Interrupted, need } from '../stop.ts';
import { onBullmq } from '../study/on-bullmq.ts';
import { dayOf } from './date.ts';
import { fleetOf } from './input.ts';
import type { DayOptions } from './options.ts';
import { hashShells, powerDocument, powerScreen } from './power-document.ts';

/** Length of the kernel's steps. */
const step_s = 60;

/**
 * `day --power`: power and heat of the whole fleet through one day, every satellite asked for full load. Shells know nothing
 * of one another there, so that each is a task of its own, in threads or on other machines, and is kept.
 */
export async function runPowerDay(file: string, options: DayOptions): Promise<void> {
  const began = performance.now();
  const texts = new Map<string, string>();
  const plan = need(loadPlan(file, options.set, texts), texts);
  const day = dayOf(plan, options.date);
  const out = options.out ?? process.env.KARDASHEV_RUNS ?? 'runs';
  await inSession(options.workers, async (session) => {
    const { spec } = await fleetOf(plan, day, options, session, texts);
    // What is wrong with a fleet is said here, not by a worker.
    need(layFleet(plan, { ...spec, planes: [] }), texts);
    const { folder, made } = folderOf(plan, spec, day.begin_d, `${plan.name}-${day.date}`, out);
    const computed = await stepShells(folder, made, options, out, session);
    const series = await readShells(folder, made.shells);
    const document = {
      plan: plan.name,
      date: day.date,
      seed: options.seed,
      hash: hashShells(made, series),
      ...powerDocument(spec, made.shells, series),
      folder,
      computed,
      wall_s: (performance.now() - began) / 1e3,
    };
    session.view.close();
    if (options.json) printJson(document);
    else print(powerScreen(document, process.stdout.isTTY === true));
  });
}

/** A folder by what is computed in it: the same day of the same fleet on the same code is taken up again. */
function folderOf(plan: ResolvedPlan, spec: FleetSpec, begin_d: number, name: string, out: string) {
  const code = codeHash();
  const hash = createHash('sha256').update(canonical({ code, plan, begin_d, step_s, hosts: spec.hosts }));
  for (const [shell] of spec.hosts.entries()) hash.update(planesText(spec, shell));
  const id = hash.digest('hex');
  const folder = join(out, 'days', `${name.replaceAll(/[^A-Za-z0-9_-]/g, '-')}-${id.slice(0, 12)}`);
  return { folder, made: makeDay(folder, { id, code, plan, begin_d, step_s }, spec) };
}

/** Has the shells stepped that are not there yet; tells how many those were. */
async function stepShells(
  folder: string,
  { id, code, shells }: DayFile,
  options: DayOptions,
  out: string,
  { view, signal, workers }: Session,
): Promise<number> {
  const there = () => shells.filter((shell) => hasShard(folder, shardOf(shell))).length;
  const tell = () => {
    if (!(signal.reason instanceof Interrupted)) return;
    signal.reason.kept = () => `${there()} of ${shells.length} shells lie in ${folder}.`;
  };
  signal.addEventListener('abort', tell, { once: true });
  const tasks = shells
    .map((shell): StudyTask => ({ folder, id, code, shard: shardOf(shell) }))
    .filter(({ shard }) => !hasShard(folder, shard));
  const engine = options.on === 'bullmq' ? onBullmq(options.redis, out) : localEngine(workers);
  const done = new Set<number>();
  const onShard = ({ from }: { from: number }) =>
    view.preparing('stepping shells', done.add(from).size, tasks.length);
  await engine.run(tasks, { signal, onShard, say: (line) => view.say(line) });
  return tasks.length;
}
