import { words } from './words.ts';

/** No alerts, no observations, no tracks: how there come to be some. */
export function EmptyGround() {
  return (
    <section class="trouble" aria-labelledby="ground-title">
      <h2 id="ground-title">{words().empty}</h2>
      <p>{words().emptyHow}</p>
      <pre class="trouble-fix">
        <code>{`npx kardashev feed replay \\
  --fuse --json > alerts.jsonl
npx kardashev serve --alerts alerts.jsonl`}</code>
      </pre>
      <p>{words().emptyMore}</p>
      <pre class="trouble-fix">
        <code>{`npx kardashev feed replay \\
  --into observations
npx kardashev serve --follow \\
  --alerts alerts.jsonl \\
  --observations observations \\
  --tracks positions.json`}</code>
      </pre>
    </section>
  );
}
