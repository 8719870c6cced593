import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Policy, sunAware } from '@kardashev/model/compute/scheduler/policy.ts';
import { BadInput } from '../stop.ts';

const kinds: { readonly [K in keyof Policy]: string } = {
  name: 'string',
  urgency: 'function',
  prefer: 'function',
  follow: 'boolean',
  preempt: 'boolean',
};

/** A user's policy; what it leaves out is the house's. Faults: `day/policy`. */
export async function loadPolicy(file: string | undefined): Promise<Policy> {
  if (file === undefined) return sunAware;
  const given = await imported(file);
  for (const [key, value] of Object.entries(given)) {
    const wanted = (kinds as { [key: string]: string })[key];
    if (wanted === undefined) {
      throw refused(
        file,
        `It has "${key}", which no policy knows; known are ${Object.keys(kinds).join(', ')}.`,
      );
    }
    if (typeof value !== wanted) throw refused(file, `Its ${key} is no ${wanted}.`);
  }
  const name = (given as { name?: string }).name ?? file;
  return { ...sunAware, ...given, name };
}

async function imported(file: string): Promise<object> {
  try {
    const module = (await import(pathToFileURL(resolve(file)).href)) as { default?: unknown };
    if (typeof module.default !== 'object' || module.default === null) {
      throw new Error('It exports no policy by default.');
    }
    return module.default;
  } catch (error) {
    throw refused(file, (error as Error).message);
  }
}

function refused(file: string, cause: string): BadInput {
  return new BadInput([
    {
      code: 'day/policy',
      message: `${file} is no policy.`,
      at: { file },
      cause,
      fix: 'Export by default an object with urgency(job, now_s), prefer(job, plane), follow or preempt: see docs/how-to/run-a-day.md.',
    },
  ]);
}
