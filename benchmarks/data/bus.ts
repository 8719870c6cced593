import type { Bus } from '../../packages/feeds/src/bus/bus.ts';
import { MemoryBus } from '../../packages/feeds/src/bus/memory.ts';
import { NatsBus } from '../../packages/feeds/src/bus/nats.ts';
import { natsProgram, startNats } from '../../packages/feeds/src/testing/nats-server.ts';
import { observations } from '../../packages/feeds/src/testing/observations.ts';

const batches = 400;
const batchSize = 500;
const wanted_perS = 50_000;

/** Batches of observations over each bus, sent and taken by one process: observations a second. */
export async function run(): Promise<void> {
  await time('in memory', new MemoryBus());
  const program = natsProgram();
  if (program === undefined) return console.log('  over NATS: no nats-server on this machine');
  const server = await startNats(program);
  await time('over NATS', await NatsBus.connect(server.address));
  await server.stop();
}

async function time(name: string, bus: Bus): Promise<void> {
  const all = Array.from({ length: batches }, (_, index) => ({
    id: `b${index}`,
    observations: observations(index * batchSize, batchSize),
  }));
  const began_ms = performance.now();
  let taken = 0;
  const done = new Promise<void>((resolve) => {
    void bus.take('bench', 'bench', async () => {
      if (++taken === batches) resolve();
    });
  });
  // Several on their way at once, as senders do that do not wait for each acknowledgement.
  for (let from = 0; from < batches; from += 8) {
    await Promise.all(all.slice(from, from + 8).map((batch) => bus.publish('bench', batch)));
  }
  await done;
  const rate_perS = (batches * batchSize) / ((performance.now() - began_ms) / 1000);
  await bus.close();
  console.log(
    `  ${name}: ${(rate_perS / 1000).toFixed(0)} k observations/s in batches of ${batchSize}, ${(rate_perS / wanted_perS).toFixed(1)} × what is wanted`,
  );
}
