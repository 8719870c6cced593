import { effect, useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { count, monthName } from '../format/quantity.ts';
import { type Mission, month, monthLabel, playing, ready } from '../state/mission.ts';
import { satelliteCounts } from './counts.ts';
import './globe.css';
import { shellGroups } from './groups.ts';
import { Legend } from './Legend.tsx';
import type { GlobeScene } from './scene.ts';
import { sunDeclination_rad } from './sun.ts';

const calm = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)');

/** The Earth with every satellite of the month. three.js comes in a file of its own, after the numbers. */
export function Globe({ mission }: { mission: Mission }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const moving = useSignal(!(calm?.matches ?? false));
  const notice = useSignal('');
  const groups = shellGroups(mission.shells);
  const counts = useComputed(() => {
    // The pass on show may change under the same shells.
    const shown = ready.value;
    return shown ? satelliteCounts(shown.shells, shown.table, month.value) : [];
  });
  const all = useComputed(() => counts.value.reduce((sum, each) => sum + each, 0));

  useEffect(() => {
    const colours = mission.shells.map(
      (_, index) => groups.find(({ members }) => members.includes(index))!.colour,
    );
    let ended = false;
    let release = () => {};
    const begin = async () => {
      const { GlobeScene } = await import('./scene.ts');
      if (ended || !canvas.current || !frame.current) return;
      const scene = await GlobeScene.create(canvas.current, {
        shells: mission.shells,
        colours,
        drawn: (points) => frame.current?.setAttribute('data-satellites-drawn', String(points)),
        tooSlow: () => {
          moving.value = false;
          notice.value = 'Orbits stand still: this machine draws too slowly to move them.';
        },
      });
      if (ended) scene.dispose();
      else release = connect(scene, frame.current);
    };
    const connect = (scene: GlobeScene, element: HTMLElement) => {
      const stops = [
        watchSize(element, scene),
        watchSight(element, scene),
        effect(() => scene.setCounts(counts.value)),
        effect(() => scene.setSun(sunDeclination_rad(monthLabel.value), playing.value && !calm?.matches)),
        effect(() => scene.setMoving(moving.value)),
        () => scene.dispose(),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    };
    begin().catch(() => {
      notice.value =
        'This browser shows no WebGL 2, so there is no globe; every number is here all the same.';
    });
    return () => {
      ended = true;
      release();
    };
  }, [JSON.stringify(mission.shells)]);

  return (
    <section class="globe" aria-label="Globe">
      <div class="globe-frame" ref={frame} data-satellites={all}>
        <canvas
          ref={canvas}
          tabIndex={0}
          role="img"
          aria-label={`Earth with ${count(all.value)} satellites in ${monthName(monthLabel.value)}. Arrows turn it, plus and minus zoom.`}
        />
      </div>
      <Legend groups={groups} counts={counts.value} />
      <p class="globe-note">
        One point each; dim in the Earth’s shadow. Places within a shell are filled evenly.
      </p>
      <button
        type="button"
        class="globe-motion"
        aria-pressed={moving}
        onClick={() => {
          moving.value = !moving.value;
          notice.value = '';
        }}
      >
        {moving.value ? 'Hold orbits' : 'Move orbits'}
      </button>
      <p class="globe-notice" role="status">
        {notice}
      </p>
    </section>
  );
}

function watchSize(element: HTMLElement, scene: GlobeScene): () => void {
  const observer = new ResizeObserver(() => scene.resize(element.clientWidth, element.clientHeight));
  observer.observe(element);
  return () => observer.disconnect();
}

/** Nothing is drawn while the page is in the background or the globe is scrolled away. */
function watchSight(element: HTMLElement, scene: GlobeScene): () => void {
  let inView = true;
  const update = () => scene.setVisible(inView && !document.hidden);
  const observer = new IntersectionObserver(([entry]) => {
    inView = entry?.isIntersecting ?? true;
    update();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', update);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', update);
  };
}
