/** A mark at every January; every fifth year has its number. */
export function Years({ labels }: { labels: readonly string[] }) {
  const marks = labels.flatMap((label, index) =>
    /-01$/.test(label) ? [{ year: label.slice(0, 4), index }] : [],
  );
  return (
    <ol class="years" aria-hidden="true">
      {marks.map(({ year, index }) => (
        <li
          key={year}
          class={markClass(Number(year), index / labels.length)}
          style={{ left: `${(100 * index) / labels.length}%` }}
        >
          <span>{year}</span>
        </li>
      ))}
    </ol>
  );
}

/** At the right end a number stands before its mark. */
function markClass(year: number, position: number): string {
  if (year % 5 !== 0 && position > 0) return '';
  return position > 0.92 ? 'major end' : 'major';
}
