import type { ConstraintName } from '@kardashev/contracts/verdict.ts';
import { inLanguages } from '../language/language.ts';

interface Constraint {
  /** As a heading: `Launch pads`. */
  readonly label: string;
  /** In a sentence: `bound by launch pads`. */
  readonly by: string;
}

const english: Readonly<Record<ConstraintName, Constraint>> = {
  permits: { label: 'Launch permits', by: 'launch permits' },
  pads: { label: 'Launch pads', by: 'launch pads' },
  boosters: { label: 'Boosters', by: 'boosters' },
  ships: { label: 'Ships', by: 'ships' },
  tankers: { label: 'Tankers', by: 'tankers' },
  propellant: { label: 'Propellant', by: 'propellant' },
  payloadMass: { label: 'Payload mass', by: 'payload mass' },
  payloadVolume: { label: 'Payload volume', by: 'payload volume' },
  factory: { label: 'Factory', by: 'the factory' },
  chips: { label: 'Chips', by: 'chips' },
  cells: { label: 'Solar cells', by: 'solar cells' },
  grounding: { label: 'Vehicle grounded', by: 'a grounded vehicle' },
  cash: { label: 'Cash', by: 'cash' },
  power: { label: 'Power', by: 'power' },
  heat: { label: 'Heat', by: 'heat' },
  isl: { label: 'Laser links', by: 'laser links' },
  downlink: { label: 'Downlink', by: 'the downlink' },
  demand: { label: 'Demand', by: 'demand' },
};

const german: Readonly<Record<ConstraintName, Constraint>> = {
  permits: { label: 'Startgenehmigungen', by: 'Startgenehmigungen' },
  pads: { label: 'Startrampen', by: 'Startrampen' },
  boosters: { label: 'Booster', by: 'Booster' },
  ships: { label: 'Oberstufen', by: 'Oberstufen' },
  tankers: { label: 'Tanker', by: 'Tanker' },
  propellant: { label: 'Treibstoff', by: 'Treibstoff' },
  payloadMass: { label: 'Nutzlastmasse', by: 'Nutzlastmasse' },
  payloadVolume: { label: 'Nutzlastvolumen', by: 'Nutzlastvolumen' },
  factory: { label: 'Fabrik', by: 'die Fabrik' },
  chips: { label: 'Chips', by: 'Chips' },
  cells: { label: 'Solarzellen', by: 'Solarzellen' },
  grounding: { label: 'Startverbot', by: 'ein Startverbot der Rakete' },
  cash: { label: 'Geld', by: 'das Geld' },
  power: { label: 'Leistung', by: 'die Leistung' },
  heat: { label: 'Wärme', by: 'die Wärme' },
  isl: { label: 'Laserstrecken', by: 'Laserstrecken' },
  downlink: { label: 'Downlink', by: 'den Downlink' },
  demand: { label: 'Nachfrage', by: 'die Nachfrage' },
};

/** The words of the time line; what binds, by the names of the contract. */
export const words = inLanguages({
  en: {
    timeline: 'Time line',
    play: 'Play the years',
    pause: 'Pause',
    month: 'Month',
    ribbon: 'What binds',
    satellites: (number: string) => `${number} satellites`,
    boundBy: (constraint: string) => `Bound by ${constraint}`,
    unbound: 'Nothing binds',
    constraints: english,
  },
  de: {
    timeline: 'Zeitleiste',
    play: 'Die Jahre abspielen',
    pause: 'Anhalten',
    month: 'Monat',
    ribbon: 'Was begrenzt',
    satellites: (number: string) => `${number} Satelliten`,
    boundBy: (constraint: string) => `Begrenzt durch ${constraint}`,
    unbound: 'Nichts begrenzt',
    constraints: german,
  },
});
