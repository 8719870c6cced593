import { earthRadius_m } from '@kardashev/model/sky/constants.ts';
import { period_s } from '@kardashev/model/sky/orbit.ts';
import { useComputed } from '@preact/signals';
import { digits } from '../format/quantity.ts';
import { type FleetMonth, fullestShell } from './fleet/fleet-month.ts';
import { choice, moving, orbitTime_s } from './state.ts';
import { words } from './words.ts';

/** Play and scrub one orbit: that of the chosen satellite's shell, or of the shell with most satellites. */
export function Transport({ fleet }: { fleet: FleetMonth }) {
  const texts = words();
  const altitude_m = altitudeOf_m(fleet);
  const round_s = period_s(earthRadius_m + (altitude_m ?? 0));
  const at_s = useComputed(() => Math.round(((orbitTime_s.value % round_s) + round_s) % round_s));
  const written = texts.minutes(digits(Math.round(at_s.value / 60)), digits(Math.round(round_s / 60)));
  if (altitude_m === undefined) return null;
  return (
    <div class="orbit-transport">
      <button
        type="button"
        class="orbit-play"
        aria-label={moving.value ? texts.holdOrbit : texts.playOrbit}
        title={moving.value ? texts.holdOrbit : `${texts.playOrbit}, ${texts.orbitSpeed}`}
        aria-pressed={moving}
        onClick={() => {
          moving.value = !moving.value;
        }}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={moving.value ? 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z' : 'M8 5l11 7-11 7z'} />
        </svg>
      </button>
      <input
        type="range"
        min={0}
        max={Math.round(round_s)}
        step={30}
        value={at_s}
        aria-label={texts.orbitTime}
        aria-valuetext={written}
        onInput={(event) => {
          moving.value = false;
          orbitTime_s.value = event.currentTarget.valueAsNumber;
        }}
      />
      <span class="orbit-time">{written}</span>
    </div>
  );
}

function altitudeOf_m(fleet: FleetMonth): number | undefined {
  const chosen = choice.value && fleet.shells[choice.value.shell];
  return (chosen ?? fullestShell(fleet))?.row.altitude_m;
}
