import type { Bullet as Drawn } from './scale.ts';
import { words } from './words.ts';

const width = 320;
const height = 34;
const bar = { y: 10, height: 12 };

/** A claim on its scale: the side where it holds is shaded, a mark stands where it was claimed, a bar ends at what is computed. */
export function Bullet({ bullet, label, verdict }: { bullet: Drawn; label: string; verdict: string }) {
  const { claimed, computed, band, good, never, scale } = bullet;
  const x = (share: number) => share * width;
  const end = computed ?? (never ? 1 : undefined);
  return (
    <svg class={`bullet ${verdict}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect class="track" x="0" y={bar.y} width={width} height={bar.height} />
      <rect
        class="good-side"
        x={good === 'above' ? x(claimed) : 0}
        y={bar.y}
        width={good === 'above' ? width - x(claimed) : x(claimed)}
        height={bar.height}
      />
      {end !== undefined && scale !== 'months' && (
        <rect class="computed" x="0" y={bar.y + 3} width={Math.max(2, x(end))} height={bar.height - 6} />
      )}
      {computed !== undefined && scale === 'months' && (
        <circle class="computed" cx={x(computed)} cy={bar.y + bar.height / 2} r="5" />
      )}
      {never && <path class="never" d={`M${width - 14} ${bar.y + 1}l10 5l-10 5`} />}
      {band && (
        <path
          class="band"
          d={`M${x(band[0])} ${bar.y + 3}v${bar.height - 6}M${x(band[0])} ${bar.y + bar.height / 2}H${x(band[1])}M${x(band[1])} ${bar.y + 3}v${bar.height - 6}`}
        />
      )}
      <rect class="claimed" x={x(claimed) - 1.5} y={bar.y - 5} width="3" height={bar.height + 10} />
    </svg>
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
