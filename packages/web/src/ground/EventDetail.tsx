import type { AlertRow } from '@kardashev/contracts/ground.ts';
import { unixTime_s } from '@kardashev/model/data/wire/globe.ts';
import { count, digits } from '../format/quantity.ts';
import { clockText, momentText, spanText } from './moments.ts';
import { confidenceText, placeText } from './places.ts';
import { kindOf, saidOf } from './times.ts';
import { words } from './words.ts';
import { alerts, chosenAlert, goToKnown } from './world.ts';

/** The event that was chosen, as it was known at the moment on show: what it rests on, and who can look. */
export function EventDetail() {
  const alert = chosenAlert.value;
  if (!alert) return <p class="faint">{words().choose}</p>;
  return (
    <section class="event" aria-labelledby="event-title" data-chosen={alert.event}>
      <h3 id="event-title">
        {words().kinds[kindOf(alert)]} <small>{alert.event}</small>
      </h3>
      <Facts alert={alert} />
      <Evidence alert={alert} />
      <Said alert={alert} />
      <p class="links">
        <a href={`/api/events/${encodeURIComponent(alert.event)}/cap`}>{words().cap}</a>
        <a href={`/collections/events/items/${encodeURIComponent(alert.event)}`}>{words().geojson}</a>
      </p>
    </section>
  );
}

function Facts({ alert }: { alert: AlertRow }) {
  const { at, decidedAt, latitude_deg, longitude_deg, radius_km, confidence } = alert;
  const [at_s, decided_s] = [unixTime_s(at) ?? 0, unixTime_s(decidedAt) ?? 0];
  const rows: readonly (readonly [string, string])[] = [
    [words().happened, `${momentText(at_s)} ${words().utc}`],
    [words().decided, `${clockText(decided_s)}, ${words().after(spanText(decided_s - at_s))}`],
    [words().where, placeText(latitude_deg, longitude_deg)],
    ...(radius_km === null ? [] : [[words().felt, `${digits(radius_km)} km`] as const]),
    [words().confidence, confidenceText(confidence)],
    [words().severity, words().noSeverity],
  ];
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The observations under it, by the sense that saw them. */
function Evidence({ alert: { lineage } }: { alert: AlertRow }) {
  const senses: Readonly<Record<string, string>> = words().senses;
  const bySense = Map.groupBy(lineage, (id) => id.split('/')[0] ?? '');
  return (
    <>
      <h4>{words().rests}</h4>
      <ul class="evidence">
        {[...bySense].map(([sense, ids]) => (
          <li key={sense}>
            {words().bySense(senses[sense] ?? sense, count(ids.length))}
            {ids.slice(0, 4).map((id) => (
              <code key={id}>{id}</code>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Each word on it leads to the moment at which it was said. */
function Said({ alert: { event } }: { alert: AlertRow }) {
  const said = saidOf(alerts.value, event);
  if (said.length < 2) return null;
  return (
    <>
      <h4>{words().said}</h4>
      <ol class="said">
        {said.map(({ decidedAt, latitude_deg, longitude_deg, confidence }) => {
          const moment_s = unixTime_s(decidedAt) ?? 0;
          return (
            <li key={`${decidedAt}${confidence}`}>
              <button type="button" onClick={() => goToKnown(moment_s)}>
                {clockText(moment_s)}
              </button>
              <span>{placeText(latitude_deg, longitude_deg)}</span>
              <span>{confidenceText(confidence)}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
