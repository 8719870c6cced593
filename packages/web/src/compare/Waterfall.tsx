import type { Explained } from '@kardashev/contracts/compare.ts';
import { assumptionName } from './names.ts';
import { type Step, stepsOf } from './waterfall.ts';
import { words } from './words.ts';
import { writtenChange, writtenFigure } from './written.ts';

/** Parts that stand alone; the others are one. */
const mostParts = 8;

/** From A to B, a bar for every assumption that makes much of the difference. Every bar has its figure beside it. */
export function Waterfall({ explained, title }: { explained: Explained; title: string }) {
  const say = words();
  const { headline, unit } = explained;
  const steps = stepsOf(explained, mostParts);
  const heights = steps.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(...heights);
  const span = Math.max(...heights) - low || 1;
  const percent = (value: number) => `${(100 * value) / span}%`;
  const name = ({ kind, name }: Step) =>
    kind === 'part'
      ? assumptionName(name)
      : kind === 'others'
        ? say.explained.others(name)
        : say.run(say[kind]);
  const told = ({ kind, from, to }: Step) =>
    kind === 'a' || kind === 'b'
      ? writtenFigure(headline, to, unit)
      : writtenChange(headline, to - from, unit);
  return (
    <figure class="waterfall">
      <figcaption>
        <strong>{title}</strong>
      </figcaption>
      <ol>
        {steps.map((step) => (
          <li key={`${step.kind} ${step.name}`} class={lookOf(step)}>
            <span class="step-name">{name(step)}</span>
            <span class="step-track" aria-hidden="true">
              <i
                style={{
                  left: percent(Math.min(step.from, step.to) - low),
                  width: percent(Math.abs(step.to - step.from)),
                }}
              />
            </span>
            <span class="step-figure">{told(step)}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function lookOf({ kind, from, to }: Step): string {
  if (kind === 'a' || kind === 'b') return `end end-${kind}`;
  return to >= from ? 'up' : 'down';
}
