import type { AlertRow } from '@kardashev/contracts/ground.ts';
import { unixTime_s } from '@kardashev/model/data/wire/globe.ts';
import { EventMark } from './EventMark.tsx';
import { momentText, spanText } from './moments.ts';
import { confidenceText, placeText } from './places.ts';
import { kindOf } from './times.ts';
import { words } from './words.ts';
import { chosen, known_s, told, world } from './world.ts';

/** What had been told by the moment on show, the newest first; who listens hears what comes. */
export function AlertList() {
  const there = new Set(world.value.map(({ event }) => event));
  return (
    <section class="alerts" aria-labelledby="alerts-title">
      <h3 id="alerts-title">
        {words().alerts} <small>{words().newest}</small>
      </h3>
      {told.value.length === 0 && <p class="faint">{words().noneYet}</p>}
      <div role="log" aria-live="polite" aria-relevant="additions">
        <ol>
          {told.value.map((alert) => (
            <Entry key={`${alert.event}${alert.decidedAt}`} alert={alert} holds={there.has(alert.event)} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function Entry({ alert, holds }: { alert: AlertRow; holds: boolean }) {
  const kind = kindOf(alert);
  const age_s = known_s.value - (unixTime_s(alert.at) ?? known_s.value);
  return (
    <li>
      <button
        type="button"
        class="alert"
        aria-pressed={chosen.value === alert.event}
        data-event={alert.event}
        onClick={() => {
          chosen.value = alert.event;
        }}
      >
        <EventMark kind={kind} confidence={alert.confidence} />
        <span class="alert-title">
          {words().kinds[kind]} <small>{holds ? words().holds : words().over}</small>
        </span>
        <span class="alert-place">{placeText(alert.latitude_deg, alert.longitude_deg)}</span>
        <span class="alert-facts">
          {momentText(unixTime_s(alert.at) ?? 0)} · {words().ago(spanText(age_s))} ·{' '}
          {words().confident(confidenceText(alert.confidence))}
        </span>
      </button>
    </li>
  );
}
