import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventHeap } from './event-heap.ts';
import { IntQueue } from './int-queue.ts';

it('a heap gives events back in order of time, and of one time in the order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 3000 }), (times) => {
      const heap = new EventHeap();
      for (const [index, time] of times.entries()) heap.put(time, index % 9, index);
      const wanted = times
        .map((time, index) => ({ time, index }))
        .sort((a, b) => a.time - b.time || a.index - b.index);
      for (const { time, index } of wanted) {
        expect(heap.next).toBe(time);
        heap.take();
        expect([heap.time, heap.kind, heap.of]).toEqual([time, index % 9, index]);
      }
      expect(heap.next).toBe(Infinity);
    }),
    { numRuns: 30 },
  );
});

it('a heap keeps its order while events come and go', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 400 }),
      (steps) => {
        const heap = new EventHeap();
        const kept: number[] = [];
        for (const step of steps) {
          if (step !== null) {
            heap.put(step, 1, 2);
            kept.push(step);
          } else if (kept.length > 0) {
            heap.take();
            kept.sort((a, b) => a - b);
            expect(heap.time).toBe(kept.shift());
          }
        }
        expect(heap.size).toBe(kept.length);
      },
    ),
  );
});

it('a queue is first in, first out, however often it grows', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat()), { maxLength: 300 }), (steps) => {
      const queue = new IntQueue();
      const kept: number[] = [];
      for (const step of steps) {
        if (step !== null) {
          queue.put(step);
          kept.push(step);
        } else if (kept.length > 0) expect(queue.take()).toBe(kept.shift());
        expect(queue.first).toBe(kept[0] ?? -1);
      }
    }),
  );
});
