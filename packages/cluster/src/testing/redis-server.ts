import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = ['redis-server', 'valkey-server'];

/** The server's program on this machine; undefined where there is none. */
export const redisProgram = (): string | undefined =>
  programs.find((program) => spawnSync(program, ['--version']).status === 0);

/** A server that lives as long as a test, with an append-only file, on a port and in a folder of its own. */
export interface RedisServer {
  readonly address: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on what its file holds, or with nothing. */
  restart(how?: { readonly empty: boolean }): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(program: string): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kardashev-redis-'));
  const port = await freePort();
  let child = await start(program, folder, port);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    address: `redis://127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    restart: async ({ empty } = { empty: false }) => {
      if (empty) rmSync(join(folder, 'appendonlydir'), { recursive: true });
      child = await start(program, folder, port);
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function start(program: string, folder: string, port: number): Promise<ChildProcess> {
  const keep = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''];
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, ...keep];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let heard = '';
  for await (const data of child.stdout.iterator({ destroyOnReturn: false })) {
    heard += data;
    if (heard.includes('Ready to accept connections')) {
      child.stdout.resume();
      return child;
    }
  }
  throw new Error(`Redis ended: ${heard}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
