import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian puts it where only root looks. */
const places = ['nats-server', '/usr/sbin/nats-server', '/usr/local/bin/nats-server'];

/** The server's program on this machine; undefined where there is none. */
export const natsProgram = (): string | undefined =>
  places.find((program) => spawnSync(program, ['--version']).status === 0);

/** A server that lives as long as a test. */
export interface NatsServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts a server of its own on a free port, with its disk in a folder that goes with it. */
export async function startNats(program: string): Promise<NatsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kardashev-nats-'));
  const port = await freePort();
  const args = ['--addr', '127.0.0.1', '--port', String(port), '--jetstream', '--store_dir', folder];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let heard = '';
  for await (const data of child.stderr.iterator({ destroyOnReturn: false })) {
    heard += data;
    if (heard.includes('Server is ready')) break;
  }
  child.stderr.resume();
  return {
    address: `nats://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
