import type { Fusion } from '../fuse/schema.ts';
import type { Observation, ObservationKind } from '../wire/observation.ts';
import type { Detection, EventKind } from './associate.ts';

/** What an observation of a kind may be a sign of, and whose eyes it was seen with. */
const signs: Partial<Record<ObservationKind, { readonly kind: EventKind; readonly group: string }>> = {
  quake: { kind: 'quake', group: 'seismometers' },
  hotspot: { kind: 'fire', group: 'thermal imagers' },
};

type Trust = Pick<Fusion, 'detectionRatio' | 'quakeReliability' | 'hotspotReliability'>;

/**
 * An observation as a detection of an event; nothing for those that tell of none by themselves, as single posts,
 * positions of aircraft, and scenes. A hotspot is as reliable as its own confidence says, where it has one.
 */
export function detectionOf(observation: Observation, trust: Trust): Detection | undefined {
  const sign = signs[observation.kind];
  if (!sign) return undefined;
  const { id, source, kind, observed_s, received_s, place, values } = observation;
  const usual = kind === 'quake' ? trust.quakeReliability : trust.hotspotReliability;
  return {
    id: `${source}/${id}`,
    sense: `${kind}s`,
    kind: sign.kind,
    group: sign.group,
    observed_s,
    received_s,
    ...(place ? { place } : {}),
    logRatio: Math.log(trust.detectionRatio),
    reliability: Math.min(usual, values.confidence ?? usual),
  };
}
