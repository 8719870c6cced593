import { type Fault, failure, gather, type Outcome, type Place, success } from '../outcome/outcome.ts';
import { readInstant_d } from '../time/scales.ts';
import type { ElementSet } from './element-set.ts';

export type OmmFormat = 'json' | 'xml' | 'kvn';

/** One message's keywords with their values as text, and where it stands. */
interface Message {
  readonly values: ReadonlyMap<string, string>;
  readonly at: Place;
}

/**
 * Reads orbit mean-elements messages (CCSDS 502.0-B) of one or many satellites: JSON as CelesTrak and Space-Track
 * give it, XML, or keyword = value.
 *
 * Faults: `omm/syntax`, `omm/missing`, `omm/field`, `omm/theory`, `omm/empty`.
 */
export function readOmm(text: string, format: OmmFormat, file?: string): Outcome<readonly ElementSet[]> {
  const readers = { json: fromJson, xml: fromXml, kvn: fromKvn };
  const messages = readers[format](text, { file });
  if (!messages.ok) return messages;
  if (messages.value.length === 0)
    return failure(fault('empty', { file }, 'There is no message.', 'No element set was found in the file.'));
  return gather(messages.value.map(elementSet));
}

function elementSet({ values, at }: Message): Outcome<ElementSet> {
  const faults: Fault[] = [];
  const text = (key: string): string => {
    const value = values.get(key);
    if (value === undefined)
      faults.push(fault('missing', at, `${key} is missing.`, 'SGP4 cannot do without it.'));
    return value ?? '';
  };
  const number = (key: string): number => {
    const given = text(key);
    const value = given.trim() === '' ? Number.NaN : Number(given);
    if (values.has(key) && !Number.isFinite(value))
      faults.push(fault('field', at, `${key} is no number.`, `It says "${given}".`));
    return value;
  };
  const theory = values.get('MEAN_ELEMENT_THEORY') ?? 'SGP4';
  if (!/^SGP4(-XP)?$|^SGP\/SGP4$/i.test(theory) || /XP/i.test(theory)) {
    faults.push(fault('theory', at, 'The elements are not of SGP4.', `MEAN_ELEMENT_THEORY is "${theory}".`));
  }
  const epochText = text('EPOCH');
  const epoch_d = readInstant_d(epochText);
  if (values.has('EPOCH') && epoch_d === undefined) {
    faults.push(
      fault('field', at, 'EPOCH is no instant.', `It says "${epochText}"; wanted is 2024-08-22T12:00:00.`),
    );
  }
  const catalogueNumber = text('NORAD_CAT_ID').padStart(5, '0');
  const set: ElementSet = {
    name: values.get('OBJECT_NAME') ?? catalogueNumber,
    catalogueNumber,
    designator: values.get('OBJECT_ID') ?? '',
    epoch_d: epoch_d ?? Number.NaN,
    meanMotion_revPerDay: number('MEAN_MOTION'),
    eccentricity: number('ECCENTRICITY'),
    inclination_deg: number('INCLINATION'),
    node_deg: number('RA_OF_ASC_NODE'),
    perigee_deg: number('ARG_OF_PERICENTER'),
    meanAnomaly_deg: number('MEAN_ANOMALY'),
    bstar_perEarthRadius: number('BSTAR'),
    at,
  };
  return faults.length > 0 ? failure(...faults) : success(set);
}

function fromJson(text: string, at: Place): Outcome<readonly Message[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return failure(fault('syntax', at, 'The file is no JSON.', (error as Error).message));
  }
  const items: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return gather(
    items.map((item, index): Outcome<Message> => {
      const place = items.length > 1 ? { ...at, path: `[${index}]` } : at;
      if (typeof item !== 'object' || item === null) {
        return failure(fault('syntax', place, 'A message is no object.', `It is ${JSON.stringify(item)}.`));
      }
      const values = Object.entries(item).filter(([, value]) => value !== null);
      return success({ values: new Map(values.map(([key, value]) => [key, String(value)])), at: place });
    }),
  );
}

function fromXml(text: string, at: Place): Outcome<readonly Message[]> {
  const messages = [...text.matchAll(/<omm\b[^>]*>([\s\S]*?)<\/omm>/g)];
  const opened = [...text.matchAll(/<omm\b/g)].length;
  if (opened !== messages.length) {
    return failure(
      fault('syntax', at, 'The XML is broken off.', `Of ${opened} <omm> only ${messages.length} are closed.`),
    );
  }
  return success(
    messages.map((match) => ({
      values: new Map(
        [...match[1]!.matchAll(/<([A-Z_0-9]+)\b[^>]*>([^<]*)<\/\1>/g)].map(([, key, value]) => [
          key!,
          unescaped(value!.trim()),
        ]),
      ),
      at: { ...at, line: lineOf(text, match.index) },
    })),
  );
}

function fromKvn(text: string, at: Place): Outcome<readonly Message[]> {
  const messages: { values: Map<string, string>; at: Place }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('COMMENT')) continue;
    const [, key, value] = /^(\w+)\s*=\s*(.*?)(?:\s*\[[^\]]*\])?$/.exec(content) ?? [];
    const here = { ...at, line: index + 1 };
    if (key === undefined) {
      return failure(fault('syntax', here, 'The line is no KEYWORD = value.', `It says "${content}".`));
    }
    if (key === 'CCSDS_OMM_VERS') messages.push({ values: new Map(), at: here });
    if (messages.length === 0) {
      return failure(
        fault('syntax', here, 'A message begins with CCSDS_OMM_VERS.', `It begins with ${key}.`),
      );
    }
    messages.at(-1)!.values.set(key, value!);
  }
  return success(messages);
}

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function fault(code: string, at: Place, message: string, cause: string): Fault {
  return {
    code: `omm/${code}`,
    message,
    at,
    cause,
    fix: 'Compare with a message from celestrak.org (FORMAT=json, xml or kvn), or give a two-line set instead.',
  };
}
