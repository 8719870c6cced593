import {
  firstSeen_s,
  growth_m2perS,
  type Incident,
  isSteady,
  lastSeen_s,
  middleOf,
} from '@kardashev/model/data/fires/incident.ts';
import type { IncidentAssumptions } from '@kardashev/model/data/fires/schema.ts';
import { unixText } from '@kardashev/model/data/wire/globe.ts';

/** A fire as it is told. */
export type FireLine = ReturnType<typeof fireOf>;

const rounded = (value: number, step: number): number => Number((Math.round(value / step) * step).toFixed(9));
const km2 = (area_m2: number): number => rounded(area_m2 / 1e6, 0.001);

/** The line of a fire: as it is now, and how it came to be so. */
export function fireOf(incident: Incident, assumed: IncidentAssumptions) {
  const { latitude_deg, longitude_deg } = middleOf(incident);
  const now = incident.history.at(-1)!;
  const origin = incident.hotspots[0]!.place;
  return {
    id: incident.id,
    firstSeen: unixText(firstSeen_s(incident)),
    lastSeen: unixText(lastSeen_s(incident)),
    latitude_deg: rounded(latitude_deg, 1e-5),
    longitude_deg: rounded(longitude_deg, 1e-5),
    origin_latitude_deg: origin.latitude_deg,
    origin_longitude_deg: origin.longitude_deg,
    hotspots: incident.hotspots.length,
    area_km2: km2(now.area_m2),
    growth_km2PerHour: rounded((growth_m2perS(incident, assumed) * 3600) / 1e6, 0.001),
    perimeter_km: rounded(now.perimeter_m / 1000, 0.01),
    /** Stays where it is for days: some works rather than a fire. */
    steady: isSteady(incident, assumed),
    joined: incident.joined,
    history: incident.history.map(({ at_s, hotspots, area_m2, perimeter_m }) => ({
      at: unixText(at_s),
      hotspots,
      area_km2: km2(area_m2),
      perimeter_km: rounded(perimeter_m / 1000, 0.01),
    })),
  };
}
