import { computed } from '@preact/signals';
import { EventMark } from './EventMark.tsx';
import { confidenceText, placeText } from './places.ts';
import { type MapView, type Size, toScreen } from './projection.ts';
import { kindOf } from './times.ts';
import { words } from './words.ts';
import { chosen, chosenAlert, world } from './world.ts';

/** What holds now, and what was chosen though it is over: the passes drawn lead to it. */
const shown = computed(() => {
  const own = chosenAlert.value;
  const over = own && !world.value.some(({ event }) => event === own.event);
  return over ? [...world.value, own] : world.value;
});

/** Events that have a place, each a button where it lies. */
export function MapMarks({ view, size }: { view: MapView; size: Size }) {
  return (
    <ul class="map-marks">
      {shown.value.map((alert) => {
        const { event, latitude_deg, longitude_deg, confidence } = alert;
        if (latitude_deg === null || longitude_deg === null) return null;
        const [x, y] = toScreen(view, size, longitude_deg, latitude_deg);
        if (x < 0 || x > size.width || y < 0 || y > size.height) return null;
        return (
          <li key={event} style={{ left: `${x}px`, top: `${y}px` }}>
            <button
              type="button"
              data-mark={event}
              aria-pressed={chosen.value === event}
              aria-label={`${words().kinds[kindOf(alert)]}, ${placeText(latitude_deg, longitude_deg)}, ${words().confident(confidenceText(confidence))}`}
              onClick={() => {
                chosen.value = event;
              }}
            >
              <EventMark kind={kindOf(alert)} confidence={confidence} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
