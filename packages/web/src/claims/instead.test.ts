import { describe, expect, it } from 'vitest';
import { insteadInGerman } from './instead.ts';

/** What the plans that ship were told, and the other turn of each sentence. */
const told = [
  '9,112 launches in 2032, with the pads, permits and stages that the plan assumes for it.',
  '189 launches in 2032; pads, permits and ships would have to carry 46.4 times as many.',
  'The best version takes 158 t to the shells, as a mean over planned satellites.',
  '1.38 Mt in 2032; at 151 t a launch a million tonnes take 6,614 launches a year.',
  '1,197,605 are reached; a million that live 5 years take 200,000 new ones a year for ever.',
  '55.4 GW in 2032; replacement counts as added.',
  '75.8 % as a mean over the shells; only dawn-dusk planes above 1,391 km never see eclipse.',
  'Several times holds (3 or more). Over the sunniest site it is 3.93.',
  'Even several times (3) fails. Over the sunniest site it is 2.1.',
  'The hottest is low-30: 126 °C against 105 °C allowed.',
  'At the end a PFLOP-day costs 4.79 $ in orbit and 2.82 $ on the ground.',
  'Half of the 14 sites wait 4 years or more for the grid; the fastest has power after 0.667 years.',
  'abilene, memphis, abu-dhabi, ulanqab can, with grid, own plant and builders as assumed.',
  'No site of the plan can.',
  '11.5 days at the best, in 2045-12; first below 180 days: 2029-03.',
  "25.3 MW on the accelerators of the plan's first month, median over the sites, where the fabric is no limit; it grows with the tokens and active parameters assumed.",
  'One per cent more mass joined to the best cluster in orbit brings 0.414 % more training; exchange over lasers and failures take the rest.',
  '119,685 imagers; 12.9 hours of it are the wait for light, a gap in the clouds and a satellite overhead.',
  '380 imagers, and more than 5 % of the Earth is never seen: the shells do not pass over it.',
  'In 2030 it covers 1.23 % of what AI takes.',
  'In 2030-02, over the year before, what can be drawn from a rise in value, from Connectivity and from new debt is 0.189 of what AI takes.',
  'The terms of the exchange say 1.25 T$.',
  '75 B$ were raised.',
  'tesla paid 105 $ for what became a share, which traded at 150 $ last.',
  'Apart, each from its own books, 179 EFLOP/s are delivered 1.35 years later than joined.',
  'Mankind uses 20 TW with the fleet; level II is 100 YW.',
  'The plan has no satellites.',
  'The plan has no orbit or no ground to compare.',
  "The plan has nothing to compute payload to the fleet's shells, best version from.",
  'No training cluster is in orbit at the end.',
  'No satellite of the plan carries an imager at its end.',
  'The plan reports no passes of the companies joined and apart.',
];

describe('what would have to be true, in German', () => {
  it.each(told)('knows %s', (sentence) => {
    const german = insteadInGerman(sentence);
    expect(german).toMatch(/[.]$/);
    expect(german).not.toMatch(/undefined|\b(the|of|launches|satellites)\b/);
    // No number is lost: separators apart, the same digits stand in it.
    const digits = (text: string) => text.match(/\d+/g)?.join('') ?? '';
    for (const number of sentence.match(/\d[\d,.]*\d/g) ?? []) {
      if (number !== '180' && german !== undefined) expect(digits(german)).toContain(digits(number));
    }
  });

  it('writes numbers and money as Germans do', () => {
    expect(insteadInGerman(told[3] ?? '')).toMatch(/^1,38 Mt im Jahr 2032; .* 6\.614 Starts/);
    expect(insteadInGerman('The terms of the exchange say 1.25 T$.')).toContain('1,25 Bio. $');
  });

  it('leaves what it does not know', () => {
    expect(insteadInGerman('Something new.')).toBeUndefined();
  });
});
