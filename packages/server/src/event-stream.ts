import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import { alertEventOf } from '@kardashev/model/data/tell/alert-event.ts';
import type { FastifyInstance } from 'fastify';
import type { AlertFeed } from './alerts.ts';

/** A comment so often keeps proxies from closing a quiet stream. */
const beat_ms = 15_000;
/** Who does not read is let go: so much waits for nobody. */
const mostWaiting_bytes = 1 << 20;

/** Server-sent events: the alerts there are, then each new one, as CloudEvents. */
export function addEventStream(server: FastifyInstance, alerts: AlertFeed): void {
  const open = new Set<() => void>();
  server.get('/api/events/stream', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    const tell = (alert: Alert): void => {
      if (raw.writableLength > mostWaiting_bytes) raw.destroy();
      else raw.write(messageOf(alert));
    };
    for (const alert of alerts.latest()) tell(alert);
    const unfollow = alerts.follow(tell);
    const beat = setInterval(() => raw.write(': still here\n\n'), beat_ms);
    const close = (): void => {
      clearInterval(beat);
      unfollow();
      open.delete(close);
      raw.end();
    };
    open.add(close);
    request.raw.on('close', close);
  });
  server.addHook('preClose', async () => {
    for (const close of [...open]) close();
  });
}

function messageOf(alert: Alert): string {
  const event = alertEventOf(alert, '/kardashev/feed');
  return `event: alert\nid: ${String(event.id)}\ndata: ${JSON.stringify(event)}\n\n`;
}
