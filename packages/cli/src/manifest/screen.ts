import type { Manifest } from '@kardashev/model/transport/manifest/manifest.ts';
import { instantText } from './csv.ts';

/** What `campaign --manifest --json` prints: how good the manifest is, and what was left out. */
export function manifestDocument(manifest: Manifest) {
  const { rows, planned, offered, flown } = manifest;
  return {
    manifest: {
      method: planned.method,
      satellites: {
        needed: manifest.needed,
        placed: manifest.placed,
        left: manifest.needed - manifest.placed,
      },
      launches: { offered, flown, unused: offered - flown },
      cost_satelliteDays: planned.cost_d,
      heuristic_satelliteDays: planned.heuristic_d,
      bound_satelliteDays: planned.bound_d,
      boundOf: planned.boundOf,
      gap: gapOf(planned.cost_d, planned.bound_d),
      heuristicGap: gapOf(planned.heuristic_d, planned.bound_d),
      firstLiftOff: rows[0] ? instantText(rows[0].liftOff_d) : null,
      lastLiftOff: rows.length > 0 ? instantText(rows.at(-1)!.liftOff_d) : null,
      toSlot_days: meanToSlot_d(manifest),
    },
  };
}

const gapOf = (cost: number, bound: number): number | null => (bound > 0 ? cost / bound - 1 : null);

/** Mean over satellites, the last of each block. */
function meanToSlot_d({ rows, placed }: Manifest): number | null {
  const sum = rows.reduce(
    (of, { satellites, parking_d, climb_d, phasing_d }) =>
      of + satellites * (parking_d + climb_d + phasing_d),
    0,
  );
  return placed > 0 ? sum / placed : null;
}

const count = (value: number): string => value.toLocaleString('en-US');
const percent = (share: number | null): string =>
  share === null ? 'unknown' : `${(100 * share).toFixed(1)} %`;

export function manifestScreen(manifest: Manifest): string {
  const { satellites, launches, ...of } = manifestDocument(manifest).manifest;
  const bound = of.boundOf === 'mip' ? 'the bound of the program' : 'the bound with planes of a shell as one';
  return [
    `${count(satellites.placed)} of ${count(satellites.needed)} satellites on ${count(launches.flown)} launches; ${count(launches.unused)} of ${count(launches.offered)} offered launches not needed.`,
    ...(satellites.left > 0
      ? [`${count(satellites.left)} satellites are left over: the plan ends before.`]
      : []),
    `From ${of.firstLiftOff ?? '–'} to ${of.lastLiftOff ?? '–'}; ${of.toSlot_days?.toFixed(0) ?? '–'} days from launch to the slot, mean.`,
    `Taken: the ${of.method === 'mip' ? "solver's manifest" : "heuristic's"}, at most ${percent(of.gap)} over ${bound}; the heuristic is at most ${percent(of.heuristicGap)} over it.`,
  ].join('\n');
}
