import { savePng } from './png.ts';
import { words } from './words.ts';

/** Saves the chart it stands over. */
export function ChartExport({ title }: { title: string }) {
  const { png, pngOf } = words();
  return (
    <button
      type="button"
      class="plain-button small"
      aria-label={pngOf(title)}
      onClick={(event) => {
        const canvas = event.currentTarget.closest('.plan-chart')?.querySelector('canvas');
        if (canvas) savePng(canvas, title);
      }}
    >
      {png}
    </button>
  );
}
