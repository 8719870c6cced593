import { Claims } from '../claims/Claims.tsx';
import { HeadlineBar } from '../headlines/HeadlineBar.tsx';
import { DepthStage } from '../panels/depth/DepthStage.tsx';
import { Panels } from '../panels/Panels.tsx';
import { TourDoor } from '../tour/TourDoor.tsx';
import { GlobeSpace } from './GlobeSpace.tsx';
import { Story } from './Story.tsx';
import type { ViewProps } from './views.ts';

/** The page one begins with: figures, the story in a line, the globe, six questions, the claims. */
export function MissionView({ mission, inOrbit }: ViewProps) {
  return (
    <>
      <HeadlineBar mission={mission} inOrbit={inOrbit} />
      <DepthStage mission={mission} inOrbit={inOrbit} />
      <Story mission={mission} />
      <TourDoor mission={mission} inOrbit={inOrbit} />
      <div class="stage">
        <GlobeSpace mission={mission} />
        <Panels mission={mission} inOrbit={inOrbit} />
      </div>
      <Claims claims={mission.verdict.claims} />
    </>
  );
}
