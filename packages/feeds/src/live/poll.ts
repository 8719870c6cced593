import type { Clock } from './clock.ts';
import { type Ears, type LiveSource, type Patience, patience as usualPatience } from './source.ts';

/** Earthquakes of the last hour, without a key, made anew every minute. */
export const usgsAddress = 'https://earthquake.usgs.gov/earthquakes/feed/v1.0/summary/all_hour.geojson';

/** Hotspots of the last day near real time; `key` is a free map key of FIRMS. */
export const firmsAddress = (key: string, sensor = 'VIIRS_SNPP_NRT', area = 'world'): string =>
  `https://firms.modaps.eosdis.nasa.gov/api/area/csv/${encodeURIComponent(key)}/${sensor}/${area}/1`;

/** No feed sends more at once; what does is no feed. */
const most_bytes = 256 * 2 ** 20;
const patience_ms = 30_000;

/**
 * A document that is fetched again and again. Only what has changed is handed on: the server is asked with the tag
 * or time of what it sent last, and answers that nothing is new.
 */
export function poll(address: string, every_s: number, patience: Patience = usualPatience): LiveSource {
  return async (ears, clock, signal) => {
    let known: Record<string, string> = {};
    let wait_s = patience.first_s;
    while (!signal.aborted) {
      try {
        known = await ask(address, known, ears, clock, signal);
        wait_s = patience.first_s;
        await clock.sleep(every_s, signal);
      } catch (error) {
        if (signal.aborted) return;
        ears.lost((error as Error).message, wait_s);
        await clock.sleep(wait_s, signal);
        wait_s = Math.min(patience.most_s, 2 * wait_s);
      }
    }
  };
}

/** Asks once; returns by what headers the answer is known again. */
async function ask(
  address: string,
  known: Record<string, string>,
  ears: Ears,
  clock: Clock,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patience_ms)]);
  const answer = await fetch(address, { headers: known, signal: limit });
  if (answer.status === 304) {
    await answer.body?.cancel();
    ears.alive(clock.now_s());
    return known;
  }
  if (!answer.ok) throw new Error(`${new URL(address).host} answers ${answer.status}`);
  if (Number(answer.headers.get('content-length') ?? 0) > most_bytes)
    throw new Error('the answer is too large');
  ears.payload(await answer.text(), clock.now_s());
  const [tag, time] = [answer.headers.get('etag'), answer.headers.get('last-modified')];
  return {
    ...(tag === null ? {} : { 'if-none-match': tag }),
    ...(time === null ? {} : { 'if-modified-since': time }),
  };
}
