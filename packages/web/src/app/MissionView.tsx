import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Claims } from '../claims/Claims.tsx';
import { Globe } from '../globe/Globe.tsx';
import { HeadlineBar } from '../headlines/HeadlineBar.tsx';
import { DepthStage } from '../panels/depth/DepthStage.tsx';
import { Panels } from '../panels/Panels.tsx';
import { Story } from './Story.tsx';
import type { ViewProps } from './views.ts';

/** The page one begins with: figures, the story in a line, the globe, six questions, the claims. */
export function MissionView({ mission, inOrbit }: ViewProps) {
  const painted = usePainted();
  return (
    <>
      <HeadlineBar mission={mission} inOrbit={inOrbit} />
      <DepthStage mission={mission} inOrbit={inOrbit} />
      <Story mission={mission} />
      <div class="stage">
        {painted ? <Globe mission={mission} /> : <div class="globe" />}
        <Panels mission={mission} inOrbit={inOrbit} />
      </div>
      <Claims claims={mission.verdict.claims} />
    </>
  );
}

/** How long the globe waits for a page that does not come to rest. */
const patience_ms = 1000;

/** Whether the figures are painted and the page at rest. The globe keeps a machine busy; they are to be there before. */
function usePainted(): boolean {
  const painted = useSignal(false);
  useEffect(() => {
    let ended = false;
    const show = () => {
      if (!ended) painted.value = true;
    };
    const frame = requestAnimationFrame(() => whenIdle(show));
    return () => {
      ended = true;
      cancelAnimationFrame(frame);
    };
  }, []);
  return painted.value;
}

function whenIdle(then: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then, { timeout: patience_ms });
  else setTimeout(then, patience_ms / 5);
}
