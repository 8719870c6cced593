import { number, type RoomSchema } from '../../plan/attribute.ts';

const positive = { positive: true, min: 0 } as const;

/** What telling bursts assumes. Not of a plan: its own section, with catalogue defaults. */
export const burstsSchema = {
  section: {
    falseAlarmInterval_s: number('Time in which an ordinary stream may raise one false alarm.', positive),
    calmTime_s: number('A burst is over when for this long nothing rare happened.', positive),
    calmRarity_s: number('Rare is what chance alone brings about once in this time.', positive),
    latest_s: number('Posts that arrive later than this after newer ones are history.', { min: 0 }),
    leap_s: number('A clock that leaps so far ahead waits until a second post confirms it.', positive),
  },
  collections: {},
} satisfies RoomSchema;
