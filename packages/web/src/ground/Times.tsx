import { unixTime_s } from '@kardashev/model/data/wire/globe.ts';
import { toggleReplay } from './clock.ts';
import { clockText, momentText } from './moments.ts';
import type { Span } from './times.ts';
import { words } from './words.ts';
import {
  alerts,
  goToKnown,
  ground,
  known_s,
  live,
  of_s,
  pace,
  paces,
  playing,
  showLatest,
  span,
} from './world.ts';

/** Two times: what was known at one, and what was so at the other; both go on together unless set apart. */
export function Times() {
  const whole = span.value;
  if (!whole) return null;
  const apart = of_s.value !== null;
  return (
    <section class="times" aria-label={words().times}>
      <div class="times-play">
        <button type="button" class="times-button" onClick={toggleReplay} aria-pressed={playing.value}>
          {playing.value ? words().pause : words().play}
        </button>
        <label>
          {words().pace}{' '}
          <select
            value={pace.value}
            onChange={(event) => {
              pace.value = Number(event.currentTarget.value);
            }}
          >
            {paces.map((each) => (
              <option key={each} value={each}>
                ×{each}
              </option>
            ))}
          </select>
        </label>
        {ground.value.state === 'ready' && ground.value.value.live && (
          <button
            type="button"
            class="times-button"
            title={words().liveHint}
            aria-pressed={live.value}
            onClick={() => {
              live.value = !live.value;
              if (live.value) showLatest();
            }}
          >
            {words().followLive}
          </button>
        )}
        <label class="times-together">
          <input
            type="checkbox"
            checked={!apart}
            onChange={() => {
              of_s.value = apart ? null : known_s.value;
            }}
          />
          {words().together}
        </label>
      </div>
      <Moment
        label={words().knownThen}
        whole={whole}
        value={known_s.value}
        go={goToKnown}
        ticks={alerts.value.map(({ decidedAt }) => unixTime_s(decidedAt) ?? 0)}
      />
      {apart && (
        <Moment
          label={words().wasSo}
          whole={whole}
          value={of_s.value ?? known_s.value}
          go={(moment_s) => {
            of_s.value = moment_s;
          }}
          ticks={alerts.value.map(({ at }) => unixTime_s(at) ?? 0)}
        />
      )}
    </section>
  );
}

interface MomentProps {
  readonly label: string;
  readonly whole: Span;
  readonly value: number;
  readonly go: (moment_s: number) => void;
  /** When something happened or was told. */
  readonly ticks: readonly number[];
}

function Moment({ label, whole: { from_s, until_s }, value, go, ticks }: MomentProps) {
  const share = (moment_s: number) => (100 * (moment_s - from_s)) / (until_s - from_s);
  return (
    <div class="moment">
      <label>
        <span>{label}</span>
        <input
          type="range"
          min={from_s}
          max={until_s}
          step={10}
          value={value}
          aria-valuetext={`${momentText(value)} UTC`}
          onInput={(event) => go(Number(event.currentTarget.value))}
        />
      </label>
      <span class="moment-ticks" aria-hidden="true">
        {ticks.map((tick, index) => (
          <i key={`${index}/${tick}`} style={{ left: `${share(tick)}%` }} />
        ))}
      </span>
      <output>
        <span>{momentText(value).split(',')[0]}</span> {clockText(value)} UTC
      </output>
    </div>
  );
}
