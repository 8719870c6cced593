import type { Claim } from '@kardashev/contracts/verdict.ts';
import { claimWords } from './words.ts';

const claim = (
  id: string,
  claimed: Claim['claimed'],
  computed: Claim['computed'],
  unit: string,
  verdict: Claim['verdict'],
  margin: number | null,
  more: Partial<Claim> = {},
): Claim => ({
  id,
  said: claimWords[id]?.said ?? id,
  quantity: claimWords[id]?.quantity ?? id,
  claimed,
  computed,
  unit,
  verdict,
  margin,
  instead: '',
  ...more,
});

/** Verdicts on the announcement, made up like the runs they stand in. */
export const claims: Claim[] = [
  claim('launch-hourly', 8760, 5210, '1', 'fails', -0.405, {
    instead: 'Pads and permits for 1.7 times as many launches, or 1.7 times the payload.',
  }),
  claim('payload-200t', 200e3, 148e3, 'kg', 'fails', -0.26, {
    instead: 'A Starship that lifts 200 t to 985 km at 99.4°.',
  }),
  claim('mass-megatonnes', 1e9, 0.78e9, 'kg', 'fails', -0.22, {
    instead: 'The best year would need 6,700 launches of 150 t.',
  }),
  claim('million-satellites', 1e6, 1_198_120, '1', 'holds', 0.198),
  claim('power-100gw-a-year', 100e9, 28e9, 'W', 'fails', -0.72, {
    instead: 'A fleet that grows 3.6 times as fast.',
  }),
  claim('sun-always', 0.99, 0.83, '1', 'fails', -0.162, { instead: 'All satellites in dawn–dusk planes.' }),
  claim('sun-five-times', 5, 7.4, '1', 'holds', 0.48),
  claim('heat-by-radiation', true, true, '', 'holds', null),
  claim('cheapest-2y', '2028-02', null, 'month', 'fails', null, {
    instead: 'Satellites without chips at 6 $/W by 2028.',
  }),
  claim('cheapest-3y', '2029-02', null, 'month', 'fails', null, {
    instead: 'Satellites without chips at 6 $/W by 2029.',
  }),
  claim('permits-3-5y', 3, 4, 'year', 'holds', 0.333),
  claim('gigawatt-nowhere', 0, 3, 'sites', 'fails', -3, {
    instead: 'No site that delivers 2 GW within 5 years; Abilene, Memphis and Ulanqab do.',
  }),
  claim('train-6t-orbit', 180, 41, 'day', 'holds', 0.772),
  claim('no-upper-limit', 0.95, null, '1', 'undecided', null, {
    instead: 'The scaling of one job over more than one cluster is not modelled yet.',
  }),
  claim('every-pixel', 60, 118, 's', 'fails', -0.967, { instead: 'Twice as many imagers.' }),
  claim('value-1500', 1.5e12, 1.25e12, 'USD', 'fails', -0.167, {
    instead: 'Terms at 1.2 times the agreed price.',
  }),
  claim('listing-50', 50e9, 75e9, 'USD', 'holds', 0.5),
  claim('kardashev-2030', 2, 0.73, '1', 'fails', -0.635, {
    instead: '10²⁶ W: five million times what mankind uses.',
  }),
];
