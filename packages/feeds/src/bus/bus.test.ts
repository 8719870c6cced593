import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type NatsServer, natsProgram, startNats } from '../testing/nats-server.ts';
import { observations } from '../testing/observations.ts';
import type { Batch, Bus } from './bus.ts';
import { MemoryBus } from './memory.ts';
import { NatsBus } from './nats.ts';

const program = natsProgram();
const needed = process.env.KARDASHEV_NO_SKIP === '1';
let server: NatsServer | undefined;
beforeAll(async () => {
  if (program !== undefined) server = await startNats(program);
});
afterAll(() => server?.stop());

const makes: readonly [string, boolean, () => Promise<Bus>][] = [
  ['in memory', false, async () => new MemoryBus()],
  ['over NATS', program === undefined && !needed, () => NatsBus.connect(server!.address)],
];

const batch = (number: number): Batch => ({
  id: `batch-${number}`,
  observations: observations(100 * number, 100),
});

describe.each(makes)('a bus %s', (name, absent, make) => {
  const label = absent ? ' (skipped: no nats-server on this machine)' : '';
  const test = absent ? it.skip : it;
  let bus: Bus;
  let topic: string;
  let tests = 0;
  beforeEach(async () => {
    if (absent) return;
    bus = await make();
    topic = `${name.replaceAll(' ', '-')}-${++tests}`;
  });
  afterEach(() => bus?.close());

  /** Takes under a name, and keeps what came. */
  async function taking(taker: string, onBatch: (batch: Batch) => void = () => {}) {
    const came: Batch[] = [];
    const subscription = await bus.take(topic, taker, async (one) => {
      onBatch(one);
      came.push(one);
    });
    return { came, stop: () => subscription.stop() };
  }
  const all = (came: readonly Batch[], count: number) =>
    vi.waitFor(() => expect(came.length).toBe(count), { timeout: 10_000 });

  test(`brings every batch whole and in order to every taker${label}`, async () => {
    const early = await taking('early');
    for (const number of [1, 2, 3]) await bus.publish(topic, batch(number));
    const late = await taking('late');
    for (const { came } of [early, late]) {
      await all(came, 3);
      expect(came).toEqual([batch(1), batch(2), batch(3)]);
    }
  });

  test(`brings a batch once that is sent twice${label}`, async () => {
    const { came } = await taking('one');
    for (const number of [1, 1, 2, 1]) await bus.publish(topic, batch(number));
    await all(came, 2);
    expect(came.map(({ id }) => id)).toEqual(['batch-1', 'batch-2']);
  });

  test(`brings a batch again whose taker failed, before the next${label}`, async () => {
    let failures = 2;
    const { came } = await taking('clumsy', ({ id }) => {
      if (id === 'batch-1' && failures-- > 0) throw new Error('not now');
    });
    for (const number of [1, 2]) await bus.publish(topic, batch(number));
    await all(came, 2);
    expect(came.map(({ id }) => id)).toEqual(['batch-1', 'batch-2']);
  });

  test(`goes on where a taker of that name stopped${label}`, async () => {
    const first = await taking('steady');
    await bus.publish(topic, batch(1));
    await all(first.came, 1);
    await first.stop();
    await bus.publish(topic, batch(2));
    const second = await taking('steady');
    await all(second.came, 1);
    expect(second.came).toEqual([batch(2)]);
  });

  test(`refuses topics that no bus could carry${label}`, async () => {
    await expect(bus.publish('a.b', batch(1))).rejects.toThrow('no name of a topic');
  });
});
