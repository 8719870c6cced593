import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { GlobeExport } from '../exports/GlobeExport.tsx';
import { count, monthName } from '../format/quantity.ts';
import { type Mission, month, monthLabel, playing } from '../state/mission.ts';
import { shellGroups } from './colour/groups.ts';
import { Legend } from './colour/Legend.tsx';
import { mode, readMode } from './colour/modes.ts';
import { Picker } from './colour/Picker.tsx';
import { scaleOf } from './colour/scale.ts';
import { Energy } from './energy/energy.ts';
import { useGlobeData } from './fleet/data.ts';
import { fleetMonths } from './fleet/fleet-month.ts';
import './globe.css';
import { Finder } from './pick/Finder.tsx';
import { SatellitePage } from './satellite/SatellitePage.tsx';
import { show } from './show.ts';
import { choice, choose, moving, orbitTime_s, readAddressedChoice } from './state.ts';
import { Transport } from './Transport.tsx';
import { words } from './words.ts';

const calm = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)');

/** The Earth with every satellite of the month. three.js comes in a file of its own, after the numbers. */
export function Globe({ mission }: { mission: Mission }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const notice = useSignal<'' | 'tooSlow' | 'noGlobe'>('');
  const drawn = useSignal(false);
  const computing = useSignal(false);
  const data = useGlobeData(mission);
  const energy = useMemo(() => new Energy(), []);
  const monthsOf = useComputed(() => fleetMonths(mission.shells, data.value.table, data.value.fleet));
  const fleet = useComputed(() => monthsOf.value(Math.min(month.value, data.value.table.labels.length - 1)));
  const groups = shellGroups(mission.shells);

  useEffect(() => {
    moving.value = !(calm?.matches ?? false);
    orbitTime_s.value = 0;
    readMode();
    readAddressedChoice(mission.shells);
    if (!canvas.current || !frame.current) return;
    return show({
      canvas: canvas.current,
      frame: frame.current,
      shells: mission.shells,
      data,
      fleet,
      energy,
      drawn: () => {
        drawn.value = true;
      },
      computing: (busy) => {
        computing.value = busy;
      },
      glide: () => playing.value && !calm?.matches,
      trouble: (kind) => {
        moving.value = false;
        notice.value = kind;
      },
    });
  }, [JSON.stringify(mission.shells)]);
  useSignalEffect(() => {
    if (moving.value) notice.value = '';
  });
  useEffect(() => () => energy.dispose(), []);

  const said = notice.value || (!drawn.value && 'drawing') || (computing.value && 'computing');
  const texts = words();
  const all = count(fleet.value.count);
  return (
    <section class="globe" aria-label={texts.globe}>
      <Picker hasFleet={data.value.fleet !== undefined} />
      <div class="globe-frame" ref={frame} data-satellites={fleet.value.count}>
        <canvas
          ref={canvas}
          tabIndex={0}
          role="img"
          aria-label={texts.picture(all, monthName(monthLabel.value))}
        />
        <p class="globe-notice" role="status">
          {said && texts[said]}
        </p>
      </div>
      <div class="globe-controls">
        <Transport fleet={fleet.value} />
        {fleet.value.shells.length > 0 && (
          <Finder fleet={fleet.value} found={(place) => choose(place, mission.shells)} />
        )}
        <GlobeExport
          canvas={() => canvas.current}
          title={`${mission.verdict.title} · ${monthName(monthLabel.value)}`}
        />
      </div>
      <Legend
        groups={groups}
        fleet={fleet.value}
        table={data.value.table}
        scale={scaleOf(mode.value, data.value.fleet)}
        known={data.value.fleet}
      />
      {choice.value && (
        <SatellitePage
          choice={choice.value}
          fleet={fleet.value}
          data={data.value}
          energy={energy}
          close={() => choose(undefined, mission.shells)}
        />
      )}
    </section>
  );
}
