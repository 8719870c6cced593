import type { Bullet as Drawn } from './scale.ts';
import { words } from './words.ts';

const top = 10;
const thickness = 12;
const middle = top + thickness / 2;
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** A claim on its scale: the side where it holds is shaded, a mark stands where it was claimed, a bar ends at what is computed. */
export function Bullet({ bullet, label, verdict }: { bullet: Drawn; label: string; verdict: string }) {
  const { claimed, computed, band, good, never, scale } = bullet;
  const above = good === 'above';
  return (
    <svg class={`bullet ${verdict}`} role="img" aria-label={label}>
      <rect class="track" x="0" y={top} width="100%" height={thickness} />
      <rect
        class="good-side"
        x={above ? percent(claimed) : 0}
        y={top}
        width={percent(above ? 1 - claimed : claimed)}
        height={thickness}
      />
      {computed !== undefined && scale !== 'months' && (
        <rect class="computed" x="0" y={top + 3} width={percent(computed)} height={thickness - 6} />
      )}
      {computed !== undefined && scale === 'months' && (
        <circle class="computed" cx={percent(computed)} cy={middle} r="5" />
      )}
      {never && (
        <svg x="100%" y={top} overflow="visible" aria-hidden="true">
          <path class="never" d={`M-12 1l10 5l-10 5`} />
        </svg>
      )}
      {band && <Whisker band={band} />}
      <rect
        class="claimed"
        x={percent(claimed)}
        y={top - 5}
        width="3"
        height={thickness + 10}
        transform="translate(-1.5)"
      />
    </svg>
  );
}

/** The middle 90 % of the futures. */
function Whisker({ band: [low, high] }: { band: readonly [number, number] }) {
  const end = (share: number) => (
    <line x1={percent(share)} x2={percent(share)} y1={middle - 4} y2={middle + 4} />
  );
  return (
    <g class="band">
      <line x1={percent(low)} x2={percent(high)} y1={middle} y2={middle} />
      {end(low)}
      {end(high)}
    </g>
  );
}

/** What the marks mean, once for all. */
export function BulletKey() {
  return (
    <p class="bullet-key" aria-hidden="true">
      <span>
        <svg viewBox="0 0 24 12" aria-hidden="true">
          <rect class="claimed" x="10" y="0" width="3" height="12" />
        </svg>
        {words().claimed}
      </span>
      <span>
        <svg viewBox="0 0 24 12" aria-hidden="true">
          <rect class="computed" x="0" y="3" width="24" height="6" />
        </svg>
        {words().computed}
      </span>
      <span>
        <svg viewBox="0 0 24 12" aria-hidden="true">
          <rect class="good-side" x="0" y="0" width="24" height="12" />
        </svg>
        {words().verdicts.holds}
      </span>
    </p>
  );
}
