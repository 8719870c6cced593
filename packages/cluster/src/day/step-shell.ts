import type { ShellSeries } from '@kardashev/model/energy/day/full-load.ts';
import { layFleet } from '@kardashev/model/engine/day/lay.ts';
import { shellDay, slot_s } from '@kardashev/model/engine/day/shell-day.ts';
import { readDay, readShell } from '@kardashev/store/day/day-folder.ts';
import type { StudyTask } from '../study/engine.ts';
import { fleetHere } from './fleet-here.ts';

/** The series of the shell that a task names. Throws where the folder holds another day. */
export async function stepShell({ folder, id, shard }: StudyTask): Promise<ShellSeries> {
  const day = readDay(folder);
  if (day.id !== id) throw new Error(`${folder} holds another day than the task's.`);
  const shell = shard.from;
  const fleet = layFleet(day.plan, readShell(folder, day, shell));
  if (!fleet.ok) throw new Error(fleet.faults[0]?.message);
  const series = await shellDay(fleet.value, day.begin_d, day.step_s, fleetHere(slot_s / day.step_s));
  return series[shell]!;
}
