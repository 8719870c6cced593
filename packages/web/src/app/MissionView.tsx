import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Claims } from '../claims/Claims.tsx';
import { Globe } from '../globe/Globe.tsx';
import { HeadlineBar } from '../headlines/HeadlineBar.tsx';
import { Panels } from '../panels/Panels.tsx';
import { Story } from './Story.tsx';
import type { ViewProps } from './views.ts';

/** The page one begins with: figures, the story in a line, the globe, six questions, the claims. */
export function MissionView({ mission, inOrbit }: ViewProps) {
  const painted = usePainted();
  return (
    <>
      <HeadlineBar mission={mission} inOrbit={inOrbit} />
      <Story mission={mission} />
      <div class="stage">
        {painted ? <Globe mission={mission} /> : <div class="globe" />}
        <Panels mission={mission} inOrbit={inOrbit} />
      </div>
      <Claims claims={mission.verdict.claims} />
    </>
  );
}

/** Whether the first frame has been painted. The globe keeps a machine busy; the figures are to be there before. */
function usePainted(): boolean {
  const painted = useSignal(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        painted.value = true;
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return painted.value;
}
