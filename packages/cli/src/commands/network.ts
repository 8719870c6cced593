import type { Command } from 'commander';
import type { CommandEntry } from '../commands.ts';

/** What `network` can tell, each in a file of its own. */
const parts: readonly CommandEntry[] = [
  {
    usage: 'rtt',
    description: 'round-trip times and ways between places over a shell, second by second',
    load: () => import('../network/rtt.ts'),
  },
  {
    usage: 'link',
    description: "one link's budget: gain, divergence, received power, capacity",
    load: () => import('../network/link.ts'),
  },
  {
    usage: 'capacity <plan>',
    description: "a plan's offered and delivered bits, bottlenecks, users' latency",
    load: () => import('../network/capacity.ts'),
  },
];

/** `network`: between places, over one link, over a plan's meshes. Only what is asked for is loaded. */
export async function prepare(command: Command): Promise<void> {
  const [, wanted] = process.argv.slice(2).filter((arg) => !arg.startsWith('-') && arg !== 'help');
  for (const { usage, description, load } of parts) {
    const part = command.command(usage).description(description);
    if (part.name() === wanted) await (await load()).prepare(part);
  }
}
