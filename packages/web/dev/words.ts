/** The claims in words, for synthetic verdicts. */
interface ClaimWords {
  readonly said: string;
  readonly quantity: string;
}

export const claimWords: Readonly<Record<string, ClaimWords>> = {
  'launch-hourly': { said: 'One launch an hour', quantity: 'launches in the best year' },
  'payload-200t': { said: '200 t a launch', quantity: 'payload to the fleet’s shells' },
  'mass-megatonnes': { said: 'Millions of tonnes a year', quantity: 'mass to orbit in the best year' },
  'million-satellites': { said: 'One million satellites', quantity: 'in service at once' },
  'power-100gw-a-year': { said: '100 GW of compute added a year', quantity: 'added in the best year' },
  'sun-always': { said: '24 hours of sun', quantity: 'sunlit share of the year' },
  'sun-five-times': {
    said: 'About five times the ground’s solar yield',
    quantity: 'orbit’s yield over the ground’s',
  },
  'heat-by-radiation': { said: 'Radiators suffice, no water', quantity: 'every design closes' },
  'cheapest-2y': { said: 'Space is cheapest within two years', quantity: 'crossover month' },
  'cheapest-3y': { said: 'Space is cheapest within three years', quantity: 'crossover month' },
  'cheapest-36m': { said: 'Space is cheapest within 36 months', quantity: 'crossover month' },
  'permits-3-5y': { said: 'Permits and grid on the ground take 3–5 years', quantity: 'median wait' },
  'gigawatt-nowhere': {
    said: 'Several GW at one place cannot be had',
    quantity: 'no site delivers 2 GW within 5 years',
  },
  'train-6t-orbit': { said: '6 T parameters trained in orbit', quantity: 'days on the best cluster' },
  'train-6t-small-city': { said: 'On the ground that takes a small city', quantity: 'site power for it' },
  'no-upper-limit': {
    said: 'Intelligence grows with mass in orbit, without limit',
    quantity: 'elasticity at the end',
  },
  'every-pixel': { said: 'Every pixel, every signal, in real time', quantity: 'time to an answer, 95 %' },
  'starlink-pays': {
    said: 'Starlink’s cash carries the AI burn',
    quantity: 'free cash over need, worst year',
  },
  'bubble-stable': { said: 'Stable while value outgrows burn', quantity: 'stability, worst month' },
  'value-1500': { said: 'Up to 1.5 T$ together', quantity: 'value by the exchange terms' },
  'listing-50': { said: 'The listing raises 50 B$', quantity: 'proceeds' },
  'escape-capsule': { said: 'Early holders of xAI come out whole', quantity: 'stake over cost, median' },
  'joined-faster': { said: 'Level II needs the companies joined', quantity: 'years brought forward' },
  'kardashev-2030': { said: 'Level II by 2030 at the earliest', quantity: 'mankind’s level in 2030' },
};
