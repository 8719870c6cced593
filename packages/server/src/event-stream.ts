import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import { alertEventOf } from '@kardashev/model/data/tell/alert-event.ts';
import type { FastifyInstance } from 'fastify';
import type { AlertFeed } from './alerts.ts';
import type { Streams } from './streams.ts';

/** Server-sent events: the alerts there are, then each new one, as CloudEvents. */
export function addEventStream(server: FastifyInstance, alerts: AlertFeed, streams: Streams): void {
  const schema = {
    summary: 'Alerts as they are told: server-sent events, each a CloudEvent',
    tags: ['ground'],
  };
  server.get('/api/events/stream', { schema }, (request, reply) => {
    const stream = streams.events(request, reply);
    const tell = (alert: Alert): void => {
      const event = alertEventOf(alert, '/kardashev/feed');
      stream.tell('alert', event, String(event.id));
    };
    for (const alert of alerts.latest()) tell(alert);
    stream.onEnd(alerts.follow(tell));
  });
}
