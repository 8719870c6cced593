import { perYear, type SkyRun } from '@kardashev/model/transport/debris/sky.ts';
import { csv } from '../layout.ts';

const columns = [
  'year',
  'shell',
  'active',
  'encounters_perDay',
  'manoeuvresPerSatellite_perYear',
  'lossPerSatellite_perYear',
  'derelictInBin',
  'fragmentsInBin',
];

/** Every shell at the end of every year. */
export function skyCsv({ years }: SkyRun): string {
  const rows = years.map((of) => [
    of.year,
    of.shell,
    of.active,
    of.encounters_perS * 86_400,
    perYear(of.manoeuvres_perS),
    perYear(of.loss_perS),
    of.derelict,
    of.fragments,
  ]);
  return csv([columns, ...rows]);
}
