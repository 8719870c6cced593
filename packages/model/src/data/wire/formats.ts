import { readCloudEvent } from './cloud-event.ts';
import { readFirms } from './firms.ts';
import { readJetstream } from './jetstream.ts';
import type { WireFormat } from './observation.ts';
import { readSbs } from './sbs.ts';
import { readStac } from './stac.ts';
import { readUsgs } from './usgs.ts';
import { readXStream } from './x-stream.ts';

/** A wire format by name, and whether its payloads are lines or whole documents. */
export interface NamedFormat {
  readonly read: WireFormat;
  readonly unit: 'line' | 'document';
}

/** All formats that are understood. */
export const formats = {
  jetstream: { read: readJetstream, unit: 'line' },
  x: { read: readXStream, unit: 'line' },
  usgs: { read: readUsgs, unit: 'document' },
  firms: { read: readFirms, unit: 'document' },
  sbs: { read: readSbs, unit: 'line' },
  stac: { read: readStac, unit: 'document' },
  cloudevents: { read: readCloudEvent, unit: 'line' },
} as const satisfies Record<string, NamedFormat>;
export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];
