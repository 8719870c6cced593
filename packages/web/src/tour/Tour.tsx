import { useEffect, useMemo, useRef } from 'preact/hooks';
import { addressOf } from '../app/address.ts';
import type { ViewProps } from '../app/views.ts';
import { language } from '../language/language.ts';
import { type Step, stepsOf } from './steps.ts';
import './tour.css';
import { end, going, keepGoing, move, place, show } from './tour.ts';
import { words } from './words.ts';

/** The tour: a card over the page that says two sentences a step, while the page itself shows what they say. */
export default function Tour({ mission, inOrbit }: ViewProps) {
  const steps = useMemo(() => stepsOf(mission, inOrbit), [mission, language.value]);
  const card = useRef<HTMLElement>(null);
  const step = place.value === undefined ? undefined : steps[place.value];
  useEffect(() => keepGoing(steps.length), [steps.length]);
  useEffect(() => {
    card.current?.focus({ preventScroll: true });
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) end();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => (step ? show(step) : undefined), [step?.name]);
  if (!step || place.value === undefined) return null;
  const last = place.value === steps.length - 1;
  return (
    <section
      class="tour"
      ref={card}
      tabIndex={-1}
      aria-labelledby="tour-title"
      aria-describedby="tour-keys"
      data-step={step.name}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (by !== undefined) move(by, steps.length);
        else if (event.key === ' ' && event.target === card.current) going.value = !going.value;
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <p class="tour-place">
        <span id="tour-title">{words().title}</span>
        <span>{words().step(place.value + 1, steps.length)}</span>
      </p>
      <Said step={step} />
      <ol class="tour-marks" aria-hidden="true">
        {steps.map(({ name }, index) => (
          <li key={name} class={index <= (place.value ?? 0) ? 'told' : ''} data-going={going} />
        ))}
      </ol>
      <Buttons last={last} steps={steps.length} />
      <p id="tour-keys" class="unseen">
        {words().keys}
      </p>
    </section>
  );
}

function Said({ step: { name, sentences } }: { step: Step }) {
  return (
    <div class="tour-said" aria-live="polite">
      <h2>{words().heads[name]}</h2>
      <p>{sentences.join(' ')}</p>
    </div>
  );
}

function Buttons({ last, steps }: { last: boolean; steps: number }) {
  const { back, next, play, pause, skip, done, yours } = words();
  return (
    <div class="tour-buttons">
      <button type="button" onClick={end}>
        {last ? done : skip}
      </button>
      <span class="tour-space" />
      {!last && (
        <button
          type="button"
          onClick={() => {
            going.value = !going.value;
          }}
        >
          {going.value ? pause : play}
        </button>
      )}
      <button type="button" disabled={place.value === 0} onClick={() => move(-1, steps)}>
        {back}
      </button>
      {!last && (
        <button type="button" class="tour-main" onClick={() => move(1, steps)}>
          {next}
        </button>
      )}
      {last && (
        <a class="tour-main" href={addressOf('plan')} onClick={end}>
          {yours}
        </a>
      )}
    </div>
  );
}
