import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { playing } from '../state/mission.ts';
import { colouringOf } from './colour/colouring.ts';
import { shellGroups } from './colour/groups.ts';
import { mode } from './colour/modes.ts';
import type { Energy } from './energy/energy.ts';
import type { Response } from './energy/messages.ts';
import { responsesOf } from './energy/responses.ts';
import type { GlobeData } from './fleet/data.ts';
import { type FleetMonth, fullestShell } from './fleet/fleet-month.ts';
import { padMonths } from './ground/launch-rates.ts';
import type { GlobeScene } from './scene/scene.ts';
import { choice, choose, moving, orbitTime_s } from './state.ts';

export interface Showing {
  readonly canvas: HTMLCanvasElement;
  readonly frame: HTMLElement;
  readonly shells: readonly ShellRow[];
  readonly data: ReadonlySignal<GlobeData>;
  readonly fleet: ReadonlySignal<FleetMonth>;
  readonly energy: Energy;
  /** There is a picture; called with every one. */
  drawn(): void;
  /** Whether the colours asked for still have to come from the energy model. */
  computing(busy: boolean): void;
  /** Whether the Sun glides from month to month. */
  glide(): boolean;
  trouble(kind: 'tooSlow' | 'noGlobe'): void;
}

/** Loads the picture and keeps it in step with the page. Returns what ends it. */
export function show(showing: Showing): () => void {
  let ended = false;
  let release = () => {};
  const { canvas, frame, shells, drawn, trouble } = showing;
  const begin = async () => {
    const { GlobeScene: Scene } = await import('./scene/scene.ts');
    if (ended) return;
    const scene = await Scene.create(canvas, {
      shells: shells.length,
      overlay: frame,
      drawn: (points) => {
        frame.setAttribute('data-satellites-drawn', String(points));
        drawn();
      },
      moved: (time_s) => {
        orbitTime_s.value = time_s;
      },
      chosen: (place) => choose(place, shells),
      tooSlow: () => trouble('tooSlow'),
    });
    if (ended) scene.dispose();
    else release = await connect(scene, showing);
  };
  begin().catch(() => trouble('noGlobe'));
  return () => {
    ended = true;
    release();
  };
}

/** Each thing of the page that the picture follows, by an effect of its own. */
async function connect(
  scene: GlobeScene,
  { frame, data, fleet, energy, glide, computing }: Showing,
): Promise<() => void> {
  const { look } = await import('./scene/look.ts');
  const { meshes } = await import('./pick/mesh.ts');
  const responses = signal<readonly Response[]>([]);
  const stops = [
    watchSize(frame, scene),
    watchSight(frame, scene),
    effect(() => scene.setFleet(fleet.value, untracked(glide))),
    effect(() => scene.setLook(look())),
    effect(() =>
      scene.setColouring(
        colouringOf({
          mode: mode.value,
          look: look(),
          groups: shellGroups(fleet.value.shells.map(({ row }) => row)),
          fleet: fleet.value,
          table: data.value.table,
          known: data.value.fleet,
          responses: responses.value,
        }),
      ),
    ),
    effect(() => {
      for (const [shell, { texels }] of responses.value.entries()) scene.setResponse(shell, texels);
    }),
    effect(() => scene.setGround(groundOf(data.value, fleet.value))),
    effect(() => {
      if (data.value.fleet) scene.setMeshes(meshes(fleet.value, data.value.fleet));
    }),
    effect(() => computing(isStepped() && responses.value.length === 0 && fleet.value.count > 0)),
    followResponses(responses, { data, fleet, energy }),
    effect(() => scene.choose(choice.value)),
    effect(() => scene.setMoving(moving.value)),
    // While orbits move the picture itself says when it is.
    effect(() => {
      const time_s = orbitTime_s.value;
      if (!untracked(() => moving.value)) scene.setTime(time_s);
    }),
    () => scene.dispose(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Whether the colours on show are the energy model's, satellite by satellite. */
const isStepped = () => mode.value === 'power' || mode.value === 'heat';

/** Asks the energy model when its colours are on show; not for every month that plays by. */
function followResponses(
  responses: { value: readonly Response[] },
  { data, fleet, energy }: Pick<Showing, 'data' | 'fleet' | 'energy'>,
): () => void {
  let latest = 0;
  return effect(() => {
    const known = data.value.fleet;
    if (!isStepped() || !known || (playing.value && untracked(() => responses.value.length > 0))) return;
    const turn = ++latest;
    responsesOf(energy, fleet.value, known).then((answers) => {
      if (turn === latest) responses.value = answers;
    });
  });
}

function groundOf({ fleet: known, table }: GlobeData, fleet: FleetMonth) {
  const stations = (known?.stations ?? []).filter(({ terminals }) => (terminals[fleet.month] ?? 0) > 0);
  return {
    stations,
    pads: padMonths(known?.pads ?? [], table, fleet.month),
    // Without a shell, due east.
    inclination_rad: fullestShell(fleet)?.sky.inclination_rad ?? 0,
    elevation_rad: known?.stationElevation_rad ?? 0,
  };
}

function watchSize(element: HTMLElement, scene: GlobeScene): () => void {
  const observer = new ResizeObserver(() => scene.resize(element.clientWidth, element.clientHeight));
  observer.observe(element);
  return () => observer.disconnect();
}

/** Nothing is drawn while the page is in the background or the globe is scrolled away. */
function watchSight(element: HTMLElement, scene: GlobeScene): () => void {
  let inView = true;
  const update = () => scene.setVisible(inView && !document.hidden);
  const observer = new IntersectionObserver(([entry]) => {
    inView = entry?.isIntersecting ?? true;
    update();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', update);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', update);
  };
}
