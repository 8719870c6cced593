import type { PlacesSummary } from './places.ts';
import { reasonsLine } from './reasons.ts';

const percent = (share: number | null) => (share === null ? 'not known' : `${(100 * share).toFixed(1)} %`);

/** How many places were found, and how near to the truth where the file has it. */
export function placesScreen(file: string, summary: PlacesSummary): string {
  const { posts, mentions, resolved, acc161_all, acc161_city, medianError_km, withinRadius } = summary;
  const scored =
    acc161_all === null
      ? ['The file has no true coordinates to score by.']
      : [
          `within 161 km   ${percent(acc161_all)} of all, ${percent(acc161_city)} of cities`,
          `median error    ${medianError_km?.toFixed(1)} km`,
          `within radius   ${percent(withinRadius)}`,
        ];
  return [
    `${file}: ${mentions} mentions in ${posts} posts, ${percent(resolved)} with a place`,
    ...scored,
    `${summary.postsPerSecond} posts a second.`,
    ...reasonsLine(summary.setAside),
  ].join('\n');
}
