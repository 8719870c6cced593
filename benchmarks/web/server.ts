import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import Fastify from 'fastify';
import { loadPlan } from '../../packages/cli/src/plan-input.ts';
import { servedRuns } from '../../packages/cli/src/served-runs.ts';
import { runPlan, type Session } from '../../packages/cli/src/simulation.ts';
import { need } from '../../packages/cli/src/stop.ts';
import { smallPlan } from '../../packages/cli/src/testing/command.ts';
import { createServer, listen } from '../../packages/server/src/server.ts';

const connections = 50;
const stretch_s = 4;
/** Stretches of either, by turns, so that a machine that slows down slows both. */
const rounds = 3;
const headers = { 'accept-encoding': 'gzip' };

/** What a run came to, asked for by many at once over loopback; beside a bare Fastify that answers the same bytes. */
export async function run(): Promise<void> {
  const runs = mkdtempSync(join(tmpdir(), 'kardashev-bench-'));
  const plan = need(loadPlan(smallPlan, [], new Map()));
  const { stored } = await runPlan({ plan, seed: 1, runs }, quiet());
  const server = await createServer({
    runs: servedRuns(runs),
    lineage: async () => undefined,
    page: join(runs, 'none'),
  });
  const url = `${await listen(server)}/api/runs/${stored.manifest.run}`;
  const { bare, bareUrl, bytes } = await bareServer(url);
  try {
    await report(url, bareUrl, bytes);
  } finally {
    await server.close();
    await bare.close();
    rmSync(runs, { recursive: true });
  }
}

async function report(url: string, bareUrl: string, bytes: number): Promise<void> {
  // Code that runs often is compiled well only after a while.
  await load(url, stretch_s);
  await load(bareUrl, stretch_s);
  const own: autocannon.Result[] = [];
  const plain: autocannon.Result[] = [];
  for (let round = 0; round < rounds; round++) {
    own.push(await load(url, stretch_s));
    plain.push(await load(bareUrl, stretch_s));
  }
  const [mine, theirs] = [middle(own), middle(plain)];
  console.log(`  a run's summary, ${bytes} bytes packed, ${connections} connections on loopback`);
  console.log(`  kardashev serve  ${words(mine)}`);
  console.log(`  bare Fastify     ${words(theirs)}`);
  console.log(
    `  ${(mine.rate_perS / theirs.rate_perS).toFixed(2)} × as many requests as bare Fastify, p99 ${(mine.p99_ms / theirs.p99_ms).toFixed(2)} × as long; medians of ${rounds} stretches`,
  );
}

/** Answers the bytes that the other server answers, and knows nothing else. */
async function bareServer(url: string) {
  const { status, headers: told, bytes } = await answerOf(url);
  if (status !== 200) throw new Error(`${url} answered ${status}.`);
  const bare = Fastify();
  bare.get('/', (_, reply) => reply.headers(told).send(bytes));
  return { bare, bareUrl: await bare.listen({ port: 0, host: '127.0.0.1' }), bytes: bytes.length };
}

/** An answer as it comes over the wire; `fetch` would unpack it. */
async function answerOf(url: string) {
  const { get } = await import('node:http');
  return new Promise<{ status: number | undefined; headers: Record<string, string>; bytes: Buffer }>(
    (resolve) => {
      get(url, { headers }, async (answer) => {
        const parts: Buffer[] = [];
        for await (const part of answer) parts.push(part as Buffer);
        const kept = ['content-type', 'content-encoding', 'etag', 'cache-control', 'vary'];
        const told = kept.flatMap((name) => [[name, String(answer.headers[name] ?? '')]]);
        resolve({
          status: answer.statusCode,
          headers: Object.fromEntries(told),
          bytes: Buffer.concat(parts),
        });
      });
    },
  );
}

/** Asks from a thread of its own, so that asking does not take the answering thread's time. */
function load(url: string, duration: number): Promise<autocannon.Result> {
  return autocannon({ url, connections, duration, headers, workers: 1 });
}

interface Measured {
  readonly rate_perS: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
}

/** Of each measure its median over the stretches. A failed answer is a failed measurement. */
function middle(results: readonly autocannon.Result[]): Measured {
  for (const { errors, non2xx } of results) {
    if (errors + non2xx > 0) throw new Error(`${errors + non2xx} answers failed.`);
  }
  const median = (of: (result: autocannon.Result) => number) =>
    results.map(of).sort((a, b) => a - b)[Math.floor(results.length / 2)] as number;
  return {
    rate_perS: median(({ requests }) => requests.average),
    p50_ms: median(({ latency }) => latency.p50),
    p99_ms: median(({ latency }) => latency.p99),
  };
}

const words = ({ rate_perS, p50_ms, p99_ms }: Measured) =>
  `${(rate_perS / 1000).toFixed(1)} k requests/s, p50 ${p50_ms} ms, p99 ${p99_ms} ms`;

function quiet(): Session {
  const nothing = () => {};
  const view = { preparing: nothing, months: nothing, say: nothing, close: nothing };
  return { workers: availableParallelism(), view, signal: new AbortController().signal };
}
