import { capOf } from '@kardashev/model/data/tell/cap.ts';
import { featureOf } from '@kardashev/model/data/tell/feature.ts';
import { boxOf, itemsOf } from '@kardashev/model/data/tell/items.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AlertFeed } from './alerts.ts';
import { describe } from './openapi.ts';
import { badQuery, noSuchItem } from './problem.ts';

const geoJson = 'application/geo+json; charset=utf-8';
const conformance = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
];
const usualLimit = 10;
const mostItems = 10_000;

const collection = {
  id: 'events',
  title: 'Events on the ground',
  description: 'The latest alert of each event, with its confidence and the observations under it.',
  itemType: 'feature',
  crs: ['http://www.opengis.net/def/crs/OGC/1.3/CRS84'],
  extent: { spatial: { bbox: [[-180, -90, 180, 90]] } },
  links: [{ href: '/collections/events/items', rel: 'items', type: 'application/geo+json' }],
};

interface ItemParams {
  readonly id: string;
}
type Query = Readonly<Record<string, string | undefined>>;

/** OGC API – Features 1.0 over the alerts; its landing page is at /api, as / is the page's own. */
export function addFeatureRoutes(server: FastifyInstance, alerts: AlertFeed): void {
  server.get('/api', describe('Where everything is'), async () => ({
    title: 'Kardashev',
    links: [
      { href: '/api', rel: 'self', type: 'application/json' },
      { href: '/conformance', rel: 'conformance', type: 'application/json' },
      { href: '/collections', rel: 'data', type: 'application/json' },
    ],
  }));
  server.get('/conformance', describe('Which parts of OGC API – Features are kept'), async () => ({
    conformsTo: conformance,
  }));
  server.get('/collections', describe('Collections of features'), async () => ({
    links: [{ href: '/collections', rel: 'self', type: 'application/json' }],
    collections: [collection],
  }));
  server.get('/collections/events', describe('Events on the ground'), async () => collection);
  server.get(
    '/collections/events/items',
    describe('Events by box, time and page'),
    async (request, reply) => {
      reply.header('content-type', geoJson);
      return JSON.stringify(pageOf(request, alerts));
    },
  );
  server.get<{ Params: ItemParams }>(
    '/collections/events/items/:id',
    describe('One event'),
    async ({ params: { id } }, reply) => {
      const alert = alerts.latest().find(({ event }) => event === id);
      if (!alert) throw noSuchItem(id);
      reply.header('content-type', geoJson);
      const links = [{ href: `/collections/events/items/${id}`, rel: 'self', type: 'application/geo+json' }];
      return JSON.stringify({ ...featureOf(alert), links });
    },
  );
  server.get<{ Params: ItemParams }>(
    '/api/events/:id/cap',
    describe('One event as CAP 1.2'),
    async ({ params: { id } }, reply) => {
      const alert = alerts.latest().find(({ event }) => event === id);
      if (!alert) throw noSuchItem(id);
      reply.header('content-type', 'application/cap+xml; charset=utf-8');
      return capOf(alert, { sender: 'kardashev', senderName: 'Kardashev', status: 'Test' });
    },
  );
}

function pageOf(request: FastifyRequest, alerts: AlertFeed): object {
  const query = request.query as Query;
  const bbox = query.bbox === undefined ? undefined : boxOf(query.bbox);
  if (query.bbox !== undefined && !bbox) throw badQuery('bbox', 'west,south,east,north in degrees');
  const limit = Math.min(mostItems, wholeOf(query, 'limit', usualLimit, 1));
  const offset = wholeOf(query, 'offset', 0, 0);
  const wish = {
    limit,
    offset,
    ...(bbox ? { bbox } : {}),
    ...(query.datetime ? { datetime: query.datetime } : {}),
  };
  const items = itemsOf(alerts.latest().map(featureOf), wish);
  if (!items) throw badQuery('datetime', 'an instant, or two with / between them, .. for an open end');
  const links = [{ href: request.url, rel: 'self', type: 'application/geo+json' }];
  if (offset + limit < items.matched) {
    links.push({ href: nextOf(query, offset + limit), rel: 'next', type: 'application/geo+json' });
  }
  return {
    type: 'FeatureCollection',
    numberMatched: items.matched,
    numberReturned: items.features.length,
    features: items.features,
    links,
  };
}

function nextOf(query: Query, offset: number): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const next = new URLSearchParams([
    ...asked.filter(([name]) => name !== 'offset'),
    ['offset', String(offset)],
  ]);
  return `/collections/events/items?${next}`;
}

function wholeOf(query: Query, name: string, otherwise: number, least: number): number {
  const text = query[name];
  if (text === undefined) return otherwise;
  if (!/^\d+$/.test(text) || Number(text) < least) throw badQuery(name, `a whole number from ${least} on`);
  return Number(text);
}
