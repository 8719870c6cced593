import { digits } from '../../format/quantity.ts';
import { words } from './words.ts';

export interface OrbitLine {
  readonly label: string;
  readonly role: 'main' | 'other';
  /** One value a step, in the unit that is written. */
  readonly values: readonly number[];
}

interface OrbitChartProps {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly OrbitLine[];
  readonly period_s: number;
  /** Shadow, which lies about the middle of the revolution. */
  readonly eclipse_s: number;
  /** Where the satellite is now. */
  readonly now_s: number;
  readonly low: number;
  readonly high: number;
}

const width = 400;
const height = 96;

/** A quantity over one revolution from noon to noon. */
export function OrbitChart(props: OrbitChartProps) {
  const { title, unit, lines, period_s, eclipse_s, now_s, low, high } = props;
  const x = (time_s: number) => (time_s / period_s) * width;
  const y = (value: number) => height - ((value - low) / (high - low)) * height;
  return (
    <figure class="orbit-chart">
      <figcaption>
        <span>
          {title}, {unit}
        </span>
        {lines.length > 1 &&
          lines.map(({ label, role }) => (
            <span key={label} class={`key ${role}`}>
              {label}
            </span>
          ))}
      </figcaption>
      <div class="orbit-plot">
        <span class="orbit-high">{digits(high)}</span>
        <span class="orbit-low">{digits(low)}</span>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={told(props)}
        >
          <rect
            class="eclipse"
            x={x((period_s - eclipse_s) / 2)}
            width={x(eclipse_s)}
            y={0}
            height={height}
          />
          {lines.map(({ label, role, values }) => (
            <path key={label} class={role} d={path(values, y)} vector-effect="non-scaling-stroke" />
          ))}
          <path class="now" d={`M${x(now_s)},0V${height}`} vector-effect="non-scaling-stroke" />
        </svg>
      </div>
      <div class="orbit-axis" aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <span key={share}>{digits(Math.round((share * period_s) / 60))}</span>
        ))}
      </div>
    </figure>
  );
}

function path(values: readonly number[], y: (value: number) => number): string {
  const points = values.map(
    (value, step) => `${(((step + 0.5) / values.length) * width).toFixed(1)},${y(value).toFixed(1)}`,
  );
  return `M${points.join('L')}`;
}

/** The chart for those who do not see it. */
function told({ title, unit, lines }: OrbitChartProps): string {
  const { range } = words();
  const parts = lines.map(
    ({ label, values }) =>
      `${label} ${range(digits(Math.min(...values)), digits(Math.max(...values)), unit)}`,
  );
  return `${title}: ${parts.join('; ')}`;
}
