import type { Command } from 'commander';
import type { CommandEntry } from '../commands.ts';

/** The data models, each on files or streams. */
const models: readonly CommandEntry[] = [
  {
    usage: 'bursts <times>',
    description: 'when a stream of posts tells of a sudden event, decided post by post as they arrive',
    load: () => import('../feed/bursts.ts'),
  },
  {
    usage: 'relevance',
    description: 'which posts are about a crisis: learned on some crises, judged on another',
    load: () => import('../feed/relevance.ts'),
  },
  {
    usage: 'places <file>',
    description: 'where the places are that posts mention, with an error radius',
    load: () => import('../feed/places.ts'),
  },
  {
    usage: 'tracks <file>',
    description: 'which positions belong to the same aircraft or ship',
    load: () => import('../feed/tracks.ts'),
  },
  {
    usage: 'fires <file>',
    description: 'hotspots seen from orbit as incidents that grow',
    load: () => import('../feed/fires.ts'),
  },
  {
    usage: 'radio <file>',
    description: 'messages of aircraft out of raw samples of a radio',
    load: () => import('../feed/radio.ts'),
  },
  {
    usage: 'fuse',
    description: 'alerts from posts and other senses together',
    load: () => import('../feed/fuse.ts'),
  },
  {
    usage: 'task',
    description: 'which satellite can look at an event, and when the answer is known',
    load: () => import('../feed/task.ts'),
  },
  {
    usage: 'ingest [files...]',
    description: 'reads what feeds send, and keeps each observation once, by place and hour',
    load: () => import('../feed/ingest.ts'),
  },
  {
    usage: 'kept <dir>',
    description: 'what was kept: by place, time and kind, as incidents, or where nothing was sensed',
    load: () => import('../feed/kept.ts'),
  },
  {
    usage: 'replay [file]',
    description: 'plays recorded feeds through the whole chain again',
    load: () => import('../feed/replay.ts'),
  },
];

/** `feed MODEL …`: only the model that is asked for is loaded. */
export async function prepare(command: Command): Promise<void> {
  const [, wanted] = process.argv.slice(2).filter((arg) => !arg.startsWith('-') && arg !== 'help');
  for (const { usage, description, load } of models) {
    const model = command.command(usage).description(description);
    if (model.name() === wanted) await (await load()).prepare(model);
  }
}
