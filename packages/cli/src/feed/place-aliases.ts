/**
 * Names that people write and no table has: letters of states by ISO 3166-2 and the post, and what everybody calls a
 * place. What is here holds anywhere and at any time; nothing belongs to an event.
 */

/** Regions by their letters, as GeoNames keys them. Source: ISO 3166-2:CA, ISO 3166-2:AU. */
export const regionAliases: ReadonlyMap<string, string> = new Map([
  ['AB', 'CA.01'],
  ['BC', 'CA.02'],
  ['MB', 'CA.03'],
  ['NB', 'CA.04'],
  ['NL', 'CA.05'],
  ['NS', 'CA.07'],
  ['ON', 'CA.08'],
  ['PEI', 'CA.09'],
  ['QC', 'CA.10'],
  ['SK', 'CA.11'],
  ['NWT', 'CA.13'],
  ['NSW', 'AU.02'],
  ['QLD', 'AU.04'],
  ['TAS', 'AU.06'],
  ['VIC', 'AU.07'],
]);

/** Other names, and the name that the tables have. */
export const aliases: ReadonlyMap<string, string> = new Map([
  ['US', 'United States of America'],
  ['U.S.', 'United States of America'],
  ['USA', 'United States of America'],
  ['America', 'United States of America'],
  ['United States', 'United States of America'],
  ['UK', 'United Kingdom'],
  ['Britain', 'United Kingdom'],
  ['Great Britain', 'United Kingdom'],
  ['NZ', 'New Zealand'],
  ['Aotearoa', 'New Zealand'],
  ['UAE', 'United Arab Emirates'],
  ['DRC', 'Democratic Republic of the Congo'],
  ['PNG', 'Papua New Guinea'],
  ['USVI', 'Virgin Islands, U.S.'],
  ['US Virgin Islands', 'Virgin Islands, U.S.'],
  ['BVI', 'Virgin Islands, British'],
  ['Holland', 'Netherlands'],
  ['Burma', 'Myanmar'],
  ['PR', 'Puerto Rico'],
  ['NYC', 'New York City'],
  ['LA', 'Los Angeles'],
  ['DC', 'District of Columbia'],
  ['SF', 'San Francisco'],
  ['Vegas', 'Las Vegas'],
  ['Philly', 'Philadelphia'],
  ['CDMX', 'Mexico City'],
  ['Bombay', 'Mumbai'],
  ['Calcutta', 'Kolkata'],
  ['Madras', 'Chennai'],
]);
