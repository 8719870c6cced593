import { unixTime_s } from '@kardashev/model/data/wire/globe.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { count, duration, share, text } from '../format/quantity.ts';
import { theme } from '../style/theme.ts';
import { drawMoving, drawStill } from './draw.ts';
import { handleMap } from './gestures.ts';
import { loadOutlines, type Outlines } from './land.ts';
import { MapMarks } from './MapMarks.tsx';
import { momentText } from './moments.ts';
import { nightRing } from './night.ts';
import { drawnPasses } from './passes.ts';
import { type MapView, type Size, wholeEarth, zoomedAt } from './projection.ts';
import { incidentsBy } from './times.ts';
import { words } from './words.ts';
import { chosen, type Ground, known_s, of_s, told, world } from './world.ts';

const layers = ['coverage', 'incidents', 'tracks', 'night', 'passes'] as const;
type Layer = (typeof layers)[number];

/** The Earth as a flat map with what was sensed, followed and told, and the passes over the event that was chosen. */
export function GroundMap({ ground }: { ground: Ground }) {
  const frame = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  const view = useSignal<MapView>(wholeEarth);
  const size = useSignal<Size>({ width: 800, height: 400 });
  const outlines = useSignal<Outlines | undefined>(undefined);
  const shown = useSignal<ReadonlySet<Layer>>(new Set(layers));
  const present: Readonly<Record<Layer, boolean>> = {
    coverage: ground.coverage !== undefined,
    incidents: ground.incidents.length > 0,
    tracks: ground.tracks.length > 0,
    night: true,
    passes: drawnPasses.value.length > 0,
  };
  useEffect(() => {
    loadOutlines().then((loaded) => {
      outlines.value = loaded;
    });
    if (!frame.current) return;
    return handleMap(frame.current, view, size);
  }, []);
  const on = (layer: Layer) => shown.value.has(layer);
  useEffect(() => {
    const context = contextOf(still.current);
    if (!context) return;
    drawStill(context, view.value, size.value, {
      outlines: outlines.value,
      coverage: on('coverage') ? ground.coverage : undefined,
      tracks: on('tracks') ? ground.tracks : [],
    });
  }, [view.value, size.value, outlines.value, shown.value, theme.value, ground]);
  useEffect(() => {
    const context = contextOf(moving.current);
    if (!context) return;
    const moment_s = of_s.value ?? known_s.value;
    drawMoving(context, view.value, size.value, {
      night: on('night') ? nightRing(moment_s) : undefined,
      ...incidentsBy(on('incidents') ? ground.incidents : [], moment_s),
      passes: on('passes') ? drawnPasses.value : [],
      circles: world.value.flatMap(({ event, longitude_deg, latitude_deg, radius_km }) =>
        longitude_deg === null || latitude_deg === null || radius_km === null
          ? []
          : [{ at: [longitude_deg, latitude_deg] as const, radius_km, chosen: event === chosen.value }],
      ),
    });
  });
  const zoom = (factor: number) => {
    const { width, height } = size.value;
    view.value = zoomedAt(view.value, size.value, [width / 2, height / 2], factor);
  };
  return (
    <div class="ground-map">
      <section
        class="map-frame"
        ref={frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys and has to take the focus
        tabIndex={0}
        aria-label={`${words().map}. ${words().mapHelp}`}
      >
        <canvas ref={still} />
        <canvas
          ref={moving}
          role="img"
          aria-label={words().counts(count(world.value.length), count(told.value.length))}
        />
        <MapMarks view={view.value} size={size.value} />
        <div class="map-zoom">
          <button type="button" aria-label={words().zoomIn} title={words().zoomIn} onClick={() => zoom(2)}>
            +
          </button>
          <button
            type="button"
            aria-label={words().zoomOut}
            title={words().zoomOut}
            onClick={() => zoom(0.5)}
          >
            −
          </button>
          <button
            type="button"
            aria-label={words().whole}
            title={words().whole}
            onClick={() => {
              view.value = wholeEarth;
            }}
          >
            ○
          </button>
        </div>
      </section>
      <fieldset class="map-layers">
        <legend class="unseen">{words().layers}</legend>
        {layers
          .filter((layer) => present[layer])
          .map((layer) => (
            <label key={layer}>
              <input
                type="checkbox"
                checked={shown.value.has(layer)}
                onChange={() => {
                  const next = new Set(shown.value);
                  if (!next.delete(layer)) next.add(layer);
                  shown.value = next;
                }}
              />
              <span class={`layer-key ${layer}`} aria-hidden="true" /> {words().layer[layer]}
              {layer === 'tracks' && <small>{dayOf(ground)}</small>}
            </label>
          ))}
        {ground.coverage && shown.value.has('coverage') && <CoverageKey coverage={ground.coverage} />}
      </fieldset>
    </div>
  );
}

/** Outlines have a hundred thousand corners: what has to fill them without a graphics card fills them faster itself. */
function contextOf(canvas: HTMLCanvasElement | null): CanvasRenderingContext2D | null {
  return canvas?.getContext('2d', { willReadFrequently: true }) ?? null;
}

/** The day of the tracks, which need not be that of the alerts. */
function dayOf({ tracks }: Ground): string {
  return momentText(unixTime_s(tracks[0]?.firstSeen) ?? 0).split(',')[0] ?? '';
}

/** What the shades of coverage mean, and how much of the Earth was seen at all. */
function CoverageKey({ coverage }: { coverage: NonNullable<Ground['coverage']> }) {
  const all = coverage.reach.all;
  return (
    <p class="coverage-key">
      <span class="layer-key blind" aria-hidden="true" /> {words().blindKey} ·{' '}
      {all
        ? words().reach(share(all.area), share(all.people))
        : words().coverageKey(text(duration(coverage.hours * 3600)))}
    </p>
  );
}
