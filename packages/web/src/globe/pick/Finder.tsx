import { useSignal } from '@preact/signals';
import { placeAt, satelliteAt } from '../fleet/filling.ts';
import type { FleetMonth } from '../fleet/fleet-month.ts';
import { choice } from '../state.ts';
import { words } from '../words.ts';
import './finder.css';
import type { Choice } from './pick.ts';

interface FinderProps {
  readonly fleet: FleetMonth;
  /** Opens the page of a satellite. */
  readonly found: (choice: Choice) => void;
}

/** The way to a satellite by keyboard: shell, plane and slot, counted from 1. */
export function Finder({ fleet, found }: FinderProps) {
  const texts = words();
  const shell = useSignal(0);
  const notice = useSignal('');
  const row = fleet.shells[shell.value]?.row;
  if (!row) return null;
  const show = (wish: Choice) => {
    const { filling } = fleet.shells[wish.shell]!;
    const exists = wish.plane < filling.planes && wish.slot < filling.perPlane;
    if (!exists || wish.plane < 0 || wish.slot < 0) notice.value = texts.noPlace;
    else if (satelliteAt(filling, wish) < 0) notice.value = texts.emptyPlace;
    else {
      notice.value = '';
      found(wish);
    }
  };
  const any = () => {
    const next = nextSatellite(fleet, shell.value, choice.value);
    if (next) show(next);
    else notice.value = texts.emptyMonth;
  };
  return (
    <details class="finder">
      <summary>{texts.find}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const number = (name: string) => Number(data.get(name)) - 1;
          show({ shell: shell.value, plane: number('plane'), slot: number('slot') });
        }}
      >
        <label>
          {texts.shell}
          <select
            value={String(shell.value)}
            onChange={(event) => {
              shell.value = Number(event.currentTarget.value);
            }}
          >
            {fleet.shells.map(({ row: { name } }, index) => (
              <option key={name} value={String(index)}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.plane}
          <input name="plane" type="number" min={1} max={row.planes} required defaultValue="1" />
        </label>
        <label>
          {texts.slot}
          <input name="slot" type="number" min={1} max={row.perPlane} required defaultValue="1" />
        </label>
        <button type="submit">{texts.show}</button>
        <button type="button" onClick={any}>
          {texts.any}
        </button>
        <output>{notice}</output>
      </form>
    </details>
  );
}

/** Satellites one looks at after another stand far apart: by this share of their number. */
const leap = 0.381966;

/** Another satellite of a shell than the one on show, or of the first shell that has any. */
function nextSatellite({ shells }: FleetMonth, wish: number, now: Choice | undefined): Choice | undefined {
  const shell =
    (shells[wish]?.filling.count ?? 0) > 0 ? wish : shells.findIndex(({ filling }) => filling.count > 0);
  const filling = shells[shell]?.filling;
  if (!filling) return undefined;
  const before = now?.shell === shell ? satelliteAt(filling, now) : 0;
  const index = (Math.max(0, before) + Math.ceil(filling.count * leap)) % filling.count;
  return { shell, ...placeAt(filling, index) };
}
