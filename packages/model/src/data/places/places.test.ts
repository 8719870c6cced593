import { describe, expect, it } from 'vitest';
import { Gazetteer, namesOf } from './gazetteer.ts';
import { keyOf, wordsOf } from './names.ts';
import { distance_km } from './place.ts';
import { postOf } from './posts.ts';
import { middleOf } from './region-shape.ts';
import { PlaceFinder } from './resolve.ts';
import { scorePlaces } from './score.ts';

const town = (
  name: string,
  country: string,
  region: string,
  latitude_deg: number,
  longitude_deg: number,
  people: number,
  county = '',
) => ({
  name,
  country,
  region,
  county,
  latitude_deg,
  longitude_deg,
  people,
});

const gazetteer = () =>
  new Gazetteer(
    namesOf(
      {
        // The last of each region stand for all that live there.
        towns: [
          town('Paris', 'FR', '11', 48.9, 2.3, 2_100_000),
          town('Lyon', 'FR', '84', 45.8, 4.8, 500_000),
          town('Paris', 'US', 'TX', 33.7, -95.6, 25_000, '277'),
          town('Houston', 'US', 'TX', 29.8, -95.4, 2_300_000, '201'),
          town('Columbus', 'US', 'OH', 40, -83, 850_000),
          town('Columbus', 'US', 'NE', 41.4, -97.4, 22_000),
          town('Omaha', 'US', 'NE', 41.3, -96, 440_000),
          town('São Gonçalo', 'BR', '21', -22.8, -43, 1_000_000),
          town('Other Texans', 'US', 'TX', 31, -99, 26_000_000),
          town('Other Nebraskans', 'US', 'NE', 41, -99, 1_400_000),
          town('Other Ohioans', 'US', 'OH', 40.5, -82, 11_000_000),
          town('Other Americans', 'US', 'NY', 42, -75, 290_000_000),
          town('Other French', 'FR', '11', 48.5, 2.5, 10_000_000),
          town('All Others', 'CN', '22', 35, 105, 7_000_000_000),
        ],
        regions: new Map([
          ['US.TX', 'Texas'],
          ['US.NE', 'Nebraska'],
          ['US.OH', 'Ohio'],
          ['FR.11', 'Île-de-France'],
          ['BR.21', 'Rio de Janeiro'],
        ]),
        counties: new Map([['US.TX.201', 'Harris County']]),
        countries: [
          {
            code: 'US',
            names: ['United States of America', 'Estados Unidos'],
            middle: { latitude_deg: 39.5, longitude_deg: -99, radius_km: 1100 },
          },
          { code: 'FR', names: ['France'] },
          { code: 'BR', names: ['Brazil', 'Brasil'] },
          { code: 'CN', names: ['China'] },
        ],
      },
      new Map(),
      new Map([['US', 'United States of America']]),
    ),
  );

describe('PlaceFinder', () => {
  const find = (text: string, ...mentions: string[]) => new PlaceFinder(gazetteer()).find(text, mentions);

  it('takes the largest place of a name, unless the post speaks of where', () => {
    expect(find('Water in Paris', 'Paris')[0]?.place?.country).toBe('FR');
    expect(find('Water in Paris, TX', 'Paris', 'TX')[0]?.place?.region).toBe('US.TX');
    expect(find('Water in Paris #TexasFlood', 'Paris')[0]?.place?.region).toBe('US.TX');
  });

  it('learns from the stream where it is', () => {
    const finder = new PlaceFinder(gazetteer());
    const said = () => finder.find('Bridge closed in Columbus', ['Columbus'])[0]?.place?.region;
    expect(said()).toBe('US.OH');
    for (let post = 0; post < 20; post++) finder.find('Flood in Nebraska, Omaha', ['Nebraska', 'Omaha']);
    expect(said()).toBe('US.NE');
  });

  it('reads hashtags, accents, cases, codes, other languages, kinds and misspellings', () => {
    const name = (text: string, ...more: string[]) =>
      find([text, ...more].join(' '), text, ...more)[0]?.place?.name;
    expect(name('#SaoGoncalo')).toBe('São Gonçalo');
    expect(name('HOUSTON')).toBe('Houston');
    expect(name('Estados Unidos')).toBe('United States of America');
    expect(name('U.S.')).toBe('United States of America');
    expect(name('Harris Co')).toBe('Harris County');
    expect(name('Housten', 'Texas')).toBe('Houston');
    expect(name('the Houston airport', 'Texas')).toBe('Houston');
  });

  it('takes no word for a state', () => {
    expect(find('come to me', 'me')[0]).toBeUndefined();
  });

  it('puts what has no name of its own beside what it stands with, with a wider radius', () => {
    const [school, houston] = find('Shelter at Elm High School, Houston', 'Elm High School', 'Houston');
    expect(school?.place).toBeUndefined();
    expect(distance_km(school!, houston!)).toBeLessThan(1);
    expect(school!.radius_km).toBeGreaterThanOrEqual(houston!.radius_km);
  });

  it('says nothing where nothing is known', () => {
    expect(find('زلزال 😱', 'قرية صغيرة')).toEqual([undefined]);
    expect(find('', '')).toEqual([undefined]);
  });
});

describe('names', () => {
  it('are one whatever the writing', () => {
    expect(keyOf('São Paulo')).toBe(keyOf('#SAOPAULO'));
    expect(wordsOf('#FortMcMurray')).toEqual(['Fort', 'Mc', 'Murray']);
    expect(wordsOf("St. John's")).toEqual(['Saint', 'John']);
  });
});

describe('middleOf', () => {
  it('is that of the land, not of the capital', () => {
    const capital = Array.from({ length: 50 }, (_, index) => ({
      latitude_deg: 10 + index / 1000,
      longitude_deg: 20,
    }));
    const middle = middleOf([...capital, { latitude_deg: 14, longitude_deg: 20 }]);
    expect(middle?.latitude_deg).toBeCloseTo(12, 1);
    expect(middleOf([])).toBeUndefined();
  });

  it('knows that 179° and −179° are neighbours', () => {
    const middle = middleOf([
      { latitude_deg: -17, longitude_deg: 179 },
      { latitude_deg: -17, longitude_deg: -179 },
    ]);
    expect(Math.abs(middle!.longitude_deg)).toBeCloseTo(180, 6);
  });
});

describe('postOf', () => {
  it('keeps the truth apart, takes spans in letters, and sets the rest aside', () => {
    const post = postOf(
      '{"text": "😱 in Rome", "mentions": [{"start": 5, "end": 9, "latitude_deg": 41.9, "longitude_deg": 12.5, "type": "City/town"}]}',
      1,
    );
    expect(post).toMatchObject({ mentions: [{ text: 'Rome', gold: { type: 'City/town' } }] });
    expect(postOf('{', 1)).toEqual({ setAside: 'json' });
    expect(postOf('[]', 1)).toEqual({ setAside: 'no-text' });
    expect(postOf('{"text": "a"}', 1)).toEqual({ setAside: 'no-mentions' });
  });
});

describe('scorePlaces', () => {
  it('counts what was not found as missed', () => {
    const gold = { type: 'City/town', latitude_deg: 0, longitude_deg: 0 };
    const near = { latitude_deg: 0, longitude_deg: 1, radius_km: 200 };
    const score = scorePlaces([
      { ...gold, found: near },
      { ...gold, found: undefined },
    ]);
    expect(score).toMatchObject({ acc161_city: 0.5, acc161_all: 0.5, resolved: 0.5, withinRadius: 1 });
    expect(score.medianError_km).toBeCloseTo(111.2, 1);
    expect(scorePlaces([])).toMatchObject({ acc161_all: null, resolved: null });
  });
});
