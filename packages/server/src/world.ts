import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import { featureOf } from '@kardashev/model/data/tell/feature.ts';
import { unixTime_s } from '@kardashev/model/data/wire/globe.ts';
import type { FastifyInstance } from 'fastify';
import { describe } from './openapi.ts';
import { badQuery, noObservations } from './problem.ts';

/** What was sensed on the ground, as a folder of observations has it. Documents as `feed kept` tells them. */
export interface Sensed {
  readonly coverage: object | undefined;
  readonly incidents: readonly Placed[];
}

/** Anything with a place, or none. */
type Placed = { readonly latitude_deg: number | null; readonly longitude_deg: number | null };

/** Events of one moment by what was known at another. */
export type AlertsAt = (of_s: number, known_s: number) => readonly Alert[];

const geoJson = 'application/geo+json; charset=utf-8';

/** `/api/world`: the world in two times. `/api/coverage` and `/api/incidents`: what was sensed, and where nothing. */
export function addWorldRoutes(server: FastifyInstance, alertsAt: AlertsAt, sensed?: Sensed): void {
  server.get<{ Querystring: { of?: string; known?: string } }>(
    '/api/world',
    describe('Events of one moment by what was known at another'),
    async ({ query }, reply) => {
      const known_s = timeOf('known', query.known) ?? Number.POSITIVE_INFINITY;
      const of_s = timeOf('of', query.of) ?? known_s;
      if (!Number.isFinite(of_s)) throw badQuery('of', 'a moment in UTC, as 2012-09-05T14:43:00Z; or known');
      return collection(reply, alertsAt(of_s, known_s).map(featureOf));
    },
  );
  server.get('/api/coverage', describe('What was sensed, and where nothing'), async () => {
    if (!sensed?.coverage) throw noObservations();
    return sensed.coverage;
  });
  server.get('/api/incidents', describe('What was sensed, as incidents'), async (_, reply) => {
    if (!sensed) throw noObservations();
    return collection(reply, sensed.incidents.map(incidentFeature));
  });
}

function timeOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time_s = unixTime_s(text);
  if (time_s === undefined) throw badQuery(name, 'a moment in UTC, as 2012-09-05T14:43:00Z');
  return time_s;
}

function incidentFeature({ latitude_deg, longitude_deg, ...properties }: Placed): object {
  const coordinates = [longitude_deg, latitude_deg];
  return {
    type: 'Feature',
    geometry: latitude_deg === null ? null : { type: 'Point', coordinates },
    properties,
  };
}

function collection(reply: { header(name: string, value: string): unknown }, features: readonly object[]) {
  reply.header('content-type', geoJson);
  return JSON.stringify({ type: 'FeatureCollection', features });
}
