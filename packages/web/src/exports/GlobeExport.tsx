import { moving, orbitTime_s } from '../globe/state.ts';
import '../style/plain-button.css';
import { savePng } from './png.ts';
import { words } from './words.ts';

/** Saves the globe as it stands. */
export function GlobeExport({ canvas, title }: { canvas: () => HTMLCanvasElement | null; title: string }) {
  const { globe, png } = words();
  return (
    <button
      type="button"
      class="plain-button small"
      aria-label={globe}
      title={globe}
      data-export="globe"
      onClick={() => {
        // What WebGL drew is gone once it is on screen: it is drawn anew, and taken before the frame ends.
        if (!moving.value) orbitTime_s.value += 1e-6;
        requestAnimationFrame(() => {
          const drawn = canvas();
          if (drawn) savePng(drawn, title);
        });
      }}
    >
      {png}
    </button>
  );
}
