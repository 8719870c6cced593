import type { FastModel, TableRequest } from '../../flows/table.ts';
import { sunAt } from '../../sky/sun.ts';
import type { ShellShape, SunOver } from './blocks.ts';
import { carrySnapshot, type Drain } from './snapshot.ts';

/** Outputs of a snapshot in the table, in order. */
export const crowdingOutputs = ['heldByLinks', 'across', 'along', 'viaGateways'] as const;

/** Seasons at whose middle a shell is looked at: quarters of the year from its begin. */
const quarters = [0, 1, 2, 3];
const aspects = [1 / 16, 1 / 4, 1];
const loads = [0.5, 2, 8, 32];
const gatewayShares = [0, 0.5, 1];

/** What a table of crowding is asked for. */
export interface CrowdingCase {
  readonly name: string;
  readonly shape: ShellShape;
  readonly cap_rad: number;
  readonly shadowWork: number;
  readonly stations: readonly Drain[];
}

/**
 * Asks for snapshots of a shell by how wide its mesh is against how long, by load, by the gateways' part, and by
 * quarter. Widths and loads are in logarithms, over which answers are nearly straight.
 */
export function crowdingRequest({ name, shape, cap_rad, shadowWork, stations }: CrowdingCase): TableRequest {
  return {
    name: `crowding/${name}`,
    model: 'crowding',
    parameters: {
      altitude_m: shape.altitude_m,
      inclination_rad: shape.inclination_rad,
      dawnDusk: shape.dawnDusk ? 1 : 0,
      cap_rad,
      shadowWork,
      stations: stations.length,
      ...Object.fromEntries(
        stations.flatMap(({ latitude_rad, longitude_rad, weight }, index) => [
          [`station${index}Latitude_rad`, latitude_rad],
          [`station${index}Longitude_rad`, longitude_rad],
          [`station${index}Weight`, weight],
        ]),
      ),
    },
    axes: [
      { name: 'lnAspect', points: Float64Array.from(aspects, Math.log) },
      { name: 'lnLoad', points: Float64Array.from(loads, Math.log) },
      { name: 'gateways', points: Float64Array.from(gatewayShares) },
      { name: 'quarter', points: Float64Array.from(quarters) },
    ],
    outputs: crowdingOutputs,
  };
}

/** Hours of the day at which a shell is looked at: the Earth turns under its stations. */
const hoursOf = ({ dawnDusk }: ShellShape) => (dawnDusk ? [0, 6, 12, 18] : [0]);
/** Noon of the first quarter's middle, 14 February 2030, in days since J2000; a quarter in days. */
const [firstQuarter_d, quarter_d] = [11_002, 365.25 / 4];

/** Where the Sun stands at the middle of a quarter, counted from 0, at an hour UTC. */
export function sunOver(quarter: number, hour: number): SunOver {
  const { declination_rad } = sunAt(firstQuarter_d + quarter * quarter_d);
  return { latitude_rad: declination_rad, longitude_rad: ((12 - hour) * Math.PI) / 12 };
}

function caseOf({ parameters: p }: TableRequest): Omit<CrowdingCase, 'name'> {
  const stations = Array.from({ length: p.stations! }, (_, index) => ({
    latitude_rad: p[`station${index}Latitude_rad`]!,
    longitude_rad: p[`station${index}Longitude_rad`]!,
    weight: p[`station${index}Weight`]!,
  }));
  const shape = {
    altitude_m: p.altitude_m!,
    inclination_rad: p.inclination_rad!,
    dawnDusk: p.dawnDusk === 1,
  };
  return { shape, cap_rad: p.cap_rad!, shadowWork: p.shadowWork!, stations };
}

/** Answers the table of crowding: means over the hours of a day in the middle of a quarter. */
export const crowdingModel: FastModel = {
  version: '2',
  evaluate(request, points, out) {
    const { shape, ...rest } = caseOf(request);
    const hours = hoursOf(shape);
    const width = request.axes.length;
    out.fill(0);
    for (let point = 0; point * width < points.length; point++) {
      const [lnAspect, lnLoad, gateways, quarter] = points.subarray(point * width, (point + 1) * width);
      for (const hour of hours) {
        const carried = carrySnapshot({
          shape,
          ...rest,
          sun: sunOver(quarter!, hour),
          aspect: Math.exp(lnAspect!),
          load: Math.exp(lnLoad!),
          gateways: gateways!,
        });
        crowdingOutputs.forEach((output, index) => {
          out[point * crowdingOutputs.length + index]! += carried[output] / hours.length;
        });
      }
    }
  },
};
