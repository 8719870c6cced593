import { claimTitle } from '../claims/texts.ts';
import { inLanguages } from '../language/language.ts';
import { columnTitle } from './column-titles.ts';
import { named } from './trail.ts';

const headlines = inLanguages<Readonly<Record<string, string>>>({
  en: {
    'fleet.satellites_peak': 'Most satellites in service',
    'fleet.satellites_end': 'Satellites in service',
    'fleet.massInOrbit_kg': 'Mass in orbit',
    'fleet.powerToCompute_W': 'Power to compute',
    'compute.delivered_FLOPperS': 'Work delivered',
    'compute.tokensPerSecond': 'Tokens for users',
    'compute.trainingRun.days': 'Large training run',
    'capital.orbit_USDperPFLOPday': 'Cost of a PFLOP-day in orbit',
    'capital.ground_USDperPFLOPday': 'Cost of a PFLOP-day on the ground',
    'capital.cashLowest_USD': 'Lowest cash',
    'capital.capitalNeeded_USD': 'Capital from outside',
    'kardashev.fleet': 'Kardashev level of the fleet',
    'kardashev.mankind': 'Kardashev level of mankind',
  },
  de: {
    'fleet.satellites_peak': 'Satelliten in Betrieb, Höchststand',
    'fleet.satellites_end': 'Satelliten in Betrieb',
    'fleet.massInOrbit_kg': 'Masse im Orbit',
    'fleet.powerToCompute_W': 'Leistung fürs Rechnen',
    'compute.delivered_FLOPperS': 'Gelieferte Arbeit',
    'compute.tokensPerSecond': 'Token für Nutzer',
    'compute.trainingRun.days': 'Großer Trainingslauf',
    'capital.orbit_USDperPFLOPday': 'Kosten eines PFLOP-Tags im Orbit',
    'capital.ground_USDperPFLOPday': 'Kosten eines PFLOP-Tags am Boden',
    'capital.cashLowest_USD': 'Tiefster Kassenstand',
    'capital.capitalNeeded_USD': 'Kapital von außen',
    'kardashev.fleet': 'Kardaschow-Stufe der Flotte',
    'kardashev.mankind': 'Kardaschow-Stufe der Menschheit',
  },
});

/** What a number is called on the page. */
export function titleOf(number: string): string {
  const { kind, name, ...rest } = named(number);
  if (kind === 'headline') return headlines()[name] ?? name;
  if (kind === 'claim') return claimTitle(name);
  const row = 'row' in rest && rest.row && rest.row !== 'all' ? ` · ${rest.row}` : '';
  return `${columnTitle(name)}${row}`;
}
