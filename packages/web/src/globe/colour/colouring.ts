import type { Fleet } from '@kardashev/contracts/fleet.ts';
import type { MonthTable } from '../../months/table.ts';
import type { Response } from '../energy/messages.ts';
import { meanOverPlanes } from '../energy/shade.ts';
import type { FleetMonth } from '../fleet/fleet-month.ts';
import type { Look } from '../scene/look.ts';
import type { Colouring, ShellColouring } from '../scene/paint.ts';
import type { ShellGroup } from './groups.ts';
import type { Mode } from './modes.ts';
import { ageOnRamp, heatOnRamp, type OnRamp, powerOnRamp, type Scale, scaleOf } from './scale.ts';
import { loadOf, meanPower_W } from './shell-figures.ts';

export interface ColouringInput {
  readonly mode: Mode;
  readonly look: Look;
  readonly groups: readonly ShellGroup[];
  readonly fleet: FleetMonth;
  readonly table: MonthTable;
  readonly known: Fleet | undefined;
  /** One a shell, as far as they have been worked out. */
  readonly responses: readonly Response[];
}

/** How the satellites of a month are coloured. What is not yet worked out is shown by shell. */
export function colouringOf(input: ColouringInput): Colouring {
  const { mode, look, fleet, known, responses, groups } = input;
  const stepped = mode === 'power' || mode === 'heat';
  const shown = stepped && responses.length === 0 ? 'shell' : mode;
  const scale = scaleOf(shown, known);
  return {
    mode: shown,
    look,
    glow: shown === 'shell' && look.theme === 'dark',
    shells: fleet.shells.map(({ row }, shell): ShellColouring => {
      const group = groups.find(({ members }) => members.includes(shell));
      return {
        colour: look.of(group?.colour ?? '--ink'),
        ring: row.nodes === 'dawn-dusk',
        value: shown === 'load' ? loadOf(input.table, row.name, fleet.month) : 0,
        ...onRamp(input, shown, scale, shell),
      };
    }),
  };
}

function onRamp(input: ColouringInput, mode: Mode, scale: Scale | undefined, shell: number): OnRamp {
  const none = { scale: 0, offset: 0 };
  if (!scale) return none;
  if (mode === 'heat') return heatOnRamp(scale);
  if (mode === 'age') return ageOnRamp(scale);
  return mode === 'power' ? powerOf(input, scale, shell) : none;
}

/** Full load by place on the orbit, brought to what the shell's satellites got in the month. */
function powerOf({ fleet, table, known, responses }: ColouringInput, scale: Scale, shell: number): OnRamp {
  const month = fleet.shells[shell]!;
  const nominal_W = known?.shells.find(({ name }) => name === month.row.name)?.design.powerToCompute_W ?? 0;
  const response = responses[shell];
  if (!response) return powerOnRamp(scale, nominal_W, 1);
  const full_W = nominal_W * meanOverPlanes(month, fleet.sun, response.meanShare);
  const mean_W = meanPower_W(table, month.row.name, fleet.month);
  return powerOnRamp(scale, nominal_W, full_W > 0 && Number.isFinite(mean_W) ? mean_W / full_W : 1);
}
