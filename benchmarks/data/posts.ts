import { loadGazetteer } from '../../packages/cli/src/feed/gazetteer.ts';
import { loadWordVectors } from '../../packages/cli/src/feed/word-vectors.ts';
import { PlaceFinder } from '../../packages/model/src/data/places/resolve.ts';
import { NearDuplicates } from '../../packages/model/src/data/posts/near-duplicates.ts';
import { type LabelledText, Relevance } from '../../packages/model/src/data/posts/relevance/relevance.ts';
import { TopicBursts } from '../../packages/model/src/data/posts/topic-bursts.ts';
import { KeyedRandom } from '../../packages/model/src/random/philox.ts';

/** What the room promises, on one core: parse to understood. */
const wanted_perS = 5_000;
const count = 20_000;
const dayMemory_s = 86_400;

const towns = [
  'Houston',
  'Calgary',
  'Beira',
  'Amatrice',
  'Wellington',
  'Galle',
  'Fort McMurray',
  'Ellicott City',
  'Omaha',
];
const hazards = ['flood', 'quake', 'fire', 'storm', 'landslide'];
const tails = [
  'bridge closed',
  'need help',
  'roads blocked',
  'stay safe everyone',
  'power is out',
  'people missing',
];
const idle = [
  'my coffee this morning',
  'what a song',
  'so tired of homework lol',
  'happy birthday to you',
  'new phone',
];

/** Posts parsed, near-duplicates found, judged, placed and watched for bursts: posts a second of processor time. */
export async function run(): Promise<void> {
  const random = new KeyedRandom(1, 'bench');
  const pick = (from: readonly string[], post: number, draw: number) =>
    from[Math.floor(random.uniform(post, draw) * from.length)]!;
  const payloads = Array.from({ length: count }, (_, post) => {
    const town = pick(towns, post, 0);
    const about = random.uniform(post, 1) < 0.5;
    const text = about
      ? `${pick(hazards, post, 2)} in ${town}: ${pick(tails, post, 3)} ${post % 97} http://t.co/${post}`
      : `${pick(idle, post, 2)} @friend${post} ${pick(idle, post, 3)} ${post % 89}`;
    return JSON.stringify({ text, at_s: 1000 * post, mentions: about ? [town] : [] });
  });
  const model = new Relevance(
    [taught('flood', 'Perth'), taught('storm', 'Moore')],
    loadWordVectors(),
    random,
  );
  const finder = new PlaceFinder(loadGazetteer());
  const alone = rateOf(() => {
    for (const payload of payloads) judge(model, JSON.parse(payload).text);
  });
  const whole = rateOf(() => understandAll(payloads, model, finder));
  const kilo = (rate_perS: number) => (rate_perS / 1000).toFixed(1);
  console.log(
    `  judged alone ${kilo(alone)} k/s; repeats, judged, placed, bursts by topic and cell ${kilo(whole)} k/s: ${(whole / wanted_perS).toFixed(1)} × what is wanted`,
  );
}

const judge = (model: Relevance, text: string): number => model.judge(model.read(text));

function understandAll(payloads: readonly string[], model: Relevance, finder: PlaceFinder): void {
  const seen = new NearDuplicates(dayMemory_s);
  const bursts = new TopicBursts();
  for (const [number, payload] of payloads.entries()) {
    const { text, at_s, mentions } = JSON.parse(payload) as {
      text: string;
      at_s: number;
      mentions: string[];
    };
    if (seen.take(text, at_s) !== number || judge(model, text) < 0.5) continue;
    for (const place of finder.find(text, mentions)) {
      const cell =
        place === undefined ? '' : `${place.latitude_deg.toFixed(0)},${place.longitude_deg.toFixed(0)}`;
      bursts.take('crisis', cell, at_s);
    }
  }
}

const taught = (hazard: string, name: string): LabelledText[] =>
  Array.from({ length: 2000 }, (_, post) =>
    post % 2 === 0
      ? { text: `${hazard} in ${name}: ${tails[post % tails.length]} ${post}`, label: 1 }
      : { text: `${idle[post % idle.length]} ${post}`, label: 0 },
  );

function rateOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return count / ((user + system) / 1e6);
}
