import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import { createServer as createTcp, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from './clock.ts';
import { linesOverTcp } from './lines-over-tcp.ts';
import { poll } from './poll.ts';
import type { Ears, LiveSource } from './source.ts';
import { jetstream } from './websocket.ts';

/** A clock that does not wait, and remembers for how long it should have. */
function quickClock() {
  const slept: number[] = [];
  let now = 1000;
  const clock: Clock = {
    now_s: () => now,
    sleep: async (time_s) => {
      slept.push(time_s);
      now += time_s;
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
  return { clock, slept };
}

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Listens to a source, and keeps what it brings. */
function listen(source: LiveSource) {
  const heard = { payloads: [] as string[], alive: 0, lost: [] as string[] };
  const ears: Ears = {
    payload: (text) => heard.payloads.push(text),
    alive: () => heard.alive++,
    lost: (why) => heard.lost.push(why),
  };
  const stop = new AbortController();
  const { clock, slept } = quickClock();
  const done = source(ears, clock, stop.signal);
  closing.push(async () => {
    stop.abort();
    await done;
  });
  return { heard, slept };
}

async function portOf(server: Server | HttpServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return (server.address() as { port: number }).port;
}

describe('lines over TCP', () => {
  it('come on after the connection broke', async () => {
    let calls = 0;
    const port = await portOf(
      createTcp((socket: Socket) => socket.on('error', () => {}).end(`line ${++calls}\r\n`)),
    );
    const { heard } = listen(linesOverTcp('127.0.0.1', port));
    await vi.waitFor(() => expect(heard.payloads.slice(0, 3)).toEqual(['line 1', 'line 2', 'line 3']));
    expect(heard.lost[0]).toBe('the connection ended');
  });

  it('are waited for ever longer where nobody answers', async () => {
    const server = createTcp();
    const port = await portOf(server);
    server.close();
    const { slept } = listen(linesOverTcp('127.0.0.1', port, { first_s: 1, most_s: 4 }));
    await vi.waitFor(() => expect(slept.slice(0, 4)).toEqual([1, 2, 4, 4]));
  });
});

/** A server of web sockets that sends one message a connection, and hangs up. */
function relay(message: (call: number) => string, asked: string[]): HttpServer {
  const server = createServer();
  server.on('upgrade', ({ url = '', headers }, socket) => {
    socket.on('error', () => {});
    const key = createHash('sha1').update(
      `${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`,
    );
    const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    socket.write(`${[...head, `Sec-WebSocket-Accept: ${key.digest('base64')}`].join('\r\n')}\r\n\r\n`);
    const text = Buffer.from(message(asked.push(url)));
    socket.end(Buffer.concat([Buffer.from([0x81, text.length]), text, Buffer.from([0x88, 0])]));
  });
  return server;
}

describe('a web socket', () => {
  it('goes on from its last message after a break', async () => {
    const asked: string[] = [];
    const message = (call: number) => `{"time_us":${1_725_911_162_000_000 + call}}`;
    const port = await portOf(relay(message, asked));
    const { heard } = listen(jetstream(`ws://127.0.0.1:${port}/subscribe`));
    await vi.waitFor(() => expect(heard.payloads.length).toBeGreaterThan(1));
    expect(heard.payloads.slice(0, 2)).toEqual([message(1), message(2)]);
    expect(asked.slice(0, 2)).toEqual(['/subscribe', '/subscribe?cursor=1725911157000001']);
  });

  it('that is none is told, and tried again', async () => {
    const port = await portOf(createServer((_, answer) => answer.end('no')));
    const { heard } = listen(jetstream(`ws://127.0.0.1:${port}`));
    await vi.waitFor(() => expect(heard.lost.length).toBeGreaterThan(1));
    expect(heard.lost[0]).toContain('does not answer as a web socket');
  });
});

describe('a document that is polled', () => {
  it('is handed on when it changed, and else only known to be alive', async () => {
    const asked: (string | undefined)[] = [];
    const port = await portOf(
      createServer((request, answer) => {
        asked.push(request.headers['if-none-match']);
        if (asked.length === 2) return answer.writeHead(304).end();
        return answer.writeHead(200, { etag: `"${asked.length}"` }).end(`document ${asked.length}`);
      }),
    );
    const { heard, slept } = listen(poll(`http://127.0.0.1:${port}/`, 60));
    await vi.waitFor(() => expect(heard.payloads.length).toBeGreaterThan(1));
    expect(heard.payloads.slice(0, 2)).toEqual(['document 1', 'document 3']);
    expect(heard.alive).toBe(1);
    expect(asked.slice(0, 3)).toEqual([undefined, '"1"', '"1"']);
    expect(slept[0]).toBe(60);
  });

  it('survives answers that are faults', async () => {
    let count = 0;
    const port = await portOf(
      createServer((_, answer) => answer.writeHead(count++ < 2 ? 503 : 200).end('well')),
    );
    const { heard, slept } = listen(poll(`http://127.0.0.1:${port}/`, 60));
    await vi.waitFor(() => expect(heard.payloads).toContain('well'));
    expect(heard.lost).toEqual([expect.stringContaining('503'), expect.stringContaining('503')]);
    expect(slept.slice(0, 3)).toEqual([1, 2, 60]);
  });
});
