import { Claims } from '../claims/Claims.tsx';
import { Globe } from '../globe/Globe.tsx';
import { HeadlineBar } from '../headlines/HeadlineBar.tsx';
import { Panels } from '../panels/Panels.tsx';
import { Story } from './Story.tsx';
import type { ViewProps } from './views.ts';

/** The page one begins with: figures, the story in a line, the globe, six questions, the claims. */
export function MissionView({ mission, inOrbit }: ViewProps) {
  return (
    <>
      <HeadlineBar mission={mission} inOrbit={inOrbit} />
      <Story mission={mission} />
      <div class="stage">
        <Globe mission={mission} />
        <Panels mission={mission} inOrbit={inOrbit} />
      </div>
      <Claims claims={mission.verdict.claims} />
    </>
  );
}
