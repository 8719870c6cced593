import { useRef } from 'preact/hooks';
import { quantity, text } from '../format/quantity.ts';
import { logMarks } from './chartOptions.ts';
import './log-log.css';
import { useWidth } from './useWidth.ts';

export interface Path {
  readonly label: string;
  /** How the line is drawn: each is told apart by its dashes too. */
  readonly look: 'law' | 'main' | 'other';
  /** In the order in which they are joined; what is not above zero leaves a gap. */
  readonly points: readonly (readonly [number, number])[];
}

interface LogLogProps {
  /** What is drawn, for who cannot see it. */
  readonly label: string;
  readonly x: { readonly label: string; readonly unit: string };
  readonly unit: string;
  readonly paths: readonly Path[];
  /** Index of the points that are marked. */
  readonly at: number;
  readonly height: number;
}

const edge = { left: 78, right: 14, top: 26, bottom: 36 };

/** Lines on two logarithmic axes, in which a power is a straight line. */
export function LogLog({ label, x, unit, paths, at, height }: LogLogProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const shown = paths.flatMap(({ points }) => points.filter(drawn));
  if (shown.length === 0) return null;
  const across = scale(
    shown.map(([value]) => value),
    edge.left,
    Math.max(edge.left + 40, width - edge.right),
  );
  const up = scale(
    shown.map(([, value]) => value),
    height - edge.bottom,
    edge.top,
  );
  return (
    <figure class="log-log">
      <figcaption>
        {paths.map(({ label, look }) => (
          <span key={label} class={`key ${look}`}>
            {label}
          </span>
        ))}
      </figcaption>
      <div ref={box}>
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={label}>
            <g class="grid">
              {up.marks.map((mark) => (
                <g key={mark} transform={`translate(0 ${up.at(mark)})`}>
                  <line x1={edge.left} x2={width - edge.right} />
                  <text x={edge.left - 8} y={4} text-anchor="end">
                    {text(quantity(mark, unit))}
                  </text>
                </g>
              ))}
              {across.marks.map((mark) => (
                <g key={mark} transform={`translate(${across.at(mark)} 0)`}>
                  <line y1={edge.top} y2={height - edge.bottom} />
                  <text y={height - edge.bottom + 16} text-anchor="middle">
                    {text(quantity(mark, x.unit))}
                  </text>
                </g>
              ))}
              <text x={width - edge.right} y={height - 4} text-anchor="end">
                {x.label}
              </text>
            </g>
            {paths.map((path) => (
              <path key={path.label} class={`line ${path.look}`} d={drawing(path, across.at, up.at)} />
            ))}
            {paths.map(({ label, look, points }) => {
              const point = points[at];
              if (!point || !drawn(point)) return null;
              return (
                <circle
                  key={label}
                  class={`dot ${look}`}
                  cx={across.at(point[0])}
                  cy={up.at(point[1])}
                  r={4}
                />
              );
            })}
          </svg>
        )}
      </div>
    </figure>
  );
}

const drawn = ([x, y]: readonly [number, number]): boolean =>
  x > 0 && y > 0 && Number.isFinite(x) && Number.isFinite(y);

/** Values to pixels, logarithmically, with a little room at either end. */
function scale(values: readonly number[], from: number, to: number) {
  const span = Math.max(Math.max(...values) / Math.min(...values), 1.5);
  const low = Math.min(...values) / span ** 0.04;
  const high = Math.max(...values) * span ** 0.04;
  const at = (value: number) => from + ((to - from) * Math.log(value / low)) / Math.log(high / low);
  return { at, marks: logMarks(low, high) };
}

function drawing({ points }: Path, x: (value: number) => number, y: (value: number) => number): string {
  let pen = 'M';
  return points
    .map((point) => {
      if (!drawn(point)) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${x(point[0]).toFixed(1)} ${y(point[1]).toFixed(1)}`;
      pen = 'L';
      return step;
    })
    .join('');
}
