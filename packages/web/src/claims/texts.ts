import { inLanguages, language } from '../language/language.ts';
import type { ClaimRoom, Origin } from './facts.ts';

/** A claim in words: as it was said, and what is computed to test it. */
interface ClaimText {
  readonly said: string;
  readonly quantity: string;
}

const text = (said: string, quantity: string): ClaimText => ({ said, quantity });
const crossover =
  'Monat, ab dem das Flottenmittel höchstens so teuer ist wie der Median der Standorte und es bleibt';

const german: Readonly<Record<string, ClaimText>> = {
  'launch-hourly': text('Ein Start jede Stunde', 'Starts im besten Jahr'),
  'payload-200t': text('200 t je Start', 'Nutzlast zu den Schalen der Flotte, beste Version'),
  'mass-megatonnes': text('Millionen Tonnen im Jahr', 'Masse in den Orbit im besten Jahr'),
  'million-satellites': text('Eine Million Satelliten', 'gleichzeitig in Betrieb, Höchststand'),
  'power-100gw-a-year': text(
    'Jedes Jahr 100 GW Rechenleistung mehr',
    'im besten Jahr hinzugekommene Leistung für Chips',
  ),
  'sun-always': text('24 Stunden Sonne', 'besonnter Anteil des Jahres, Mittel der Flotte'),
  'sun-five-times': text(
    'Etwa das Fünffache des Ertrags am Boden (Bericht: ein Mehrfaches)',
    'Volllaststunden eines Moduls im Orbit gegen den Median der Standorte am Boden',
  ),
  'heat-by-radiation': text(
    'Radiatoren genügen, kein Wasser',
    'Anteil der Schalen, deren Entwurf am schlechtesten Tag am Lebensende unter der Sperrschichtgrenze bleibt',
  ),
  'cheapest-2y': text(
    'Der Weltraum ist binnen 1–2 Jahren der billigste Ort für KI-Rechnen (Bericht)',
    crossover,
  ),
  'cheapest-3y': text('Dasselbe binnen 2–3 Jahren (Memo vom 2. Februar 2026)', crossover),
  'cheapest-36m': text('Dasselbe binnen 30–36 Monaten (Interview)', crossover),
  'permits-3-5y': text(
    'Genehmigungen und Netzanschluss am Boden dauern 3–5 Jahre',
    'Median der Wartezeit über die Standorte',
  ),
  'gigawatt-nowhere': text(
    'Mehrere GW an einem Ort sind nicht zu haben',
    'Standorte, die binnen 5 Jahren 2 GW liefern',
  ),
  'train-6t-orbit': text(
    'Ein Modell mit 6 Billionen Parametern wird im Orbit trainiert',
    'Tage auf dem besten Cluster des Plans im Orbit',
  ),
  'train-6t-small-city': text(
    'Am Boden braucht das den Strom einer kleinen Stadt',
    'Leistung des Standorts für den Lauf in 180 Tagen',
  ),
  'no-upper-limit': text(
    'Intelligenz ∝ Masse im Orbit × Rechendichte, ohne Grenze',
    'Elastizität der gelieferten Trainings-FLOPs nach der Masse, am Ende',
  ),
  'every-pixel': text(
    'Jedes Pixel, jedes Signal, in Echtzeit',
    'Zeit von einem beliebigen Punkt der Erde bis zur Antwort, 95 %',
  ),
  'starlink-pays': text(
    'Starlinks Überschüsse tragen den Mittelverbrauch der KI',
    'freier Mittelzufluss von Connectivity gegen den Bedarf der KI, schlechtestes Jahr bis 2030',
  ),
  'bubble-stable': text(
    'Stabil, solange der Wert schneller wächst als das Geld verbrennt',
    'S, schlechtester Monat bis 2030',
  ),
  'value-1500': text('Zusammen bis zu 1,5 Bio. $ wert', 'Wert nach den Bedingungen des Aktientauschs'),
  'listing-50': text('Ein Börsengang im Juni 2026 bringt 50 Mrd. $', 'Erlös ohne Mehrzuteilung'),
  'escape-capsule': text(
    'Frühe Anteilseigner von xAI verlieren nichts',
    'Anteil nach der Haltefrist gegen seine Kosten, Median, schlechteste Runde',
  ),
  'joined-faster': text(
    'Stufe II braucht die vereinten Unternehmen',
    'Jahre, um die die Vereinigung dieselbe Rechenleistung vorzieht',
  ),
  'kardashev-2030': text('Kardaschow-Stufe II frühestens 2030', 'Stufe der Menschheit im Jahr 2030'),
};

const englishTitles: Readonly<Record<string, string>> = {
  'launch-hourly': 'One launch an hour',
  'payload-200t': '200 t a launch',
  'mass-megatonnes': 'Millions of tonnes a year',
  'million-satellites': 'One million satellites',
  'power-100gw-a-year': '100 GW of compute added a year',
  'sun-always': '24 hours of sun',
  'sun-five-times': 'Five times the yield of the ground',
  'heat-by-radiation': 'Radiators suffice',
  'cheapest-2y': 'Cheapest in space within 1–2 years',
  'cheapest-3y': 'Cheapest in space within 2–3 years',
  'cheapest-36m': 'Cheapest in space within 30–36 months',
  'permits-3-5y': 'Permits and grid take 3–5 years',
  'gigawatt-nowhere': 'Gigawatts nowhere to be had',
  'train-6t-orbit': '6 T parameters trained in orbit',
  'train-6t-small-city': 'A small city on the ground',
  'no-upper-limit': 'No upper limit',
  'every-pixel': 'Every pixel in real time',
  'starlink-pays': 'Starlink pays',
  'bubble-stable': 'Stable while value outgrows burn',
  'value-1500': '1.5 T$ together',
  'listing-50': 'A listing raises 50 B$',
  'escape-capsule': 'Early holders come out whole',
  'joined-faster': 'Level II needs the companies joined',
  'kardashev-2030': 'Level II by 2030',
};
const germanTitles: Readonly<Record<string, string>> = {
  'launch-hourly': 'Ein Start jede Stunde',
  'payload-200t': '200 t je Start',
  'mass-megatonnes': 'Millionen Tonnen im Jahr',
  'million-satellites': 'Eine Million Satelliten',
  'power-100gw-a-year': 'Jedes Jahr 100 GW mehr',
  'sun-always': '24 Stunden Sonne',
  'sun-five-times': 'Das Fünffache des Bodens',
  'heat-by-radiation': 'Radiatoren genügen',
  'cheapest-2y': 'Am billigsten im All binnen 1–2 Jahren',
  'cheapest-3y': 'Am billigsten im All binnen 2–3 Jahren',
  'cheapest-36m': 'Am billigsten im All binnen 30–36 Monaten',
  'permits-3-5y': 'Genehmigung und Netz dauern 3–5 Jahre',
  'gigawatt-nowhere': 'Gigawatt nirgends zu haben',
  'train-6t-orbit': '6 Billionen Parameter im Orbit trainiert',
  'train-6t-small-city': 'Am Boden eine kleine Stadt',
  'no-upper-limit': 'Ohne Grenze nach oben',
  'every-pixel': 'Jedes Pixel in Echtzeit',
  'starlink-pays': 'Starlink zahlt',
  'bubble-stable': 'Stabil, solange der Wert wächst',
  'value-1500': 'Zusammen 1,5 Bio. $',
  'listing-50': 'Ein Börsengang bringt 50 Mrd. $',
  'escape-capsule': 'Frühe Anteilseigner verlieren nichts',
  'joined-faster': 'Stufe II braucht die Vereinigung',
  'kardashev-2030': 'Stufe II bis 2030',
};

/** A claim's name in a few words. */
export function claimTitle(id: string): string {
  return (language.value === 'de' ? germanTitles : englishTitles)[id] ?? id;
}

/** A claim as it was said and what is computed: as the run words it, or in German where that is spoken. */
export function claimText(claim: { readonly id: string } & ClaimText): ClaimText {
  const said = language.value === 'de' ? german[claim.id] : undefined;
  return said ?? { said: claim.said, quantity: claim.quantity };
}

/** Where a claim was made. Who spoke in each case is SpaceX or its founder; what was read is named. */
export const origins = inLanguages<Readonly<Record<Origin, string>>>({
  en: {
    announcement: 'SpaceX on taking over xAI, 2 February 2026: memo and press report',
    memo: 'SpaceX, memo of 2 February 2026',
    report: 'Press report of the announcement, February 2026',
    interview: 'Interview, February 2026',
    filing: 'filed with the FCC, SAT-LOA-20260108-00016',
  },
  de: {
    announcement: 'SpaceX zur Übernahme von xAI, 2. Februar 2026: Memo und Pressebericht',
    memo: 'SpaceX, Memo vom 2. Februar 2026',
    report: 'Pressebericht zur Ankündigung, Februar 2026',
    interview: 'Interview, Februar 2026',
    filing: 'bei der FCC eingereicht, SAT-LOA-20260108-00016',
  },
});

export const roomTitles = inLanguages<Readonly<Record<ClaimRoom, string>>>({
  en: { transport: 'Transport', energy: 'Energy', compute: 'Compute', data: 'Data', capital: 'Capital' },
  de: { transport: 'Transport', energy: 'Energie', compute: 'Rechnen', data: 'Daten', capital: 'Kapital' },
});
