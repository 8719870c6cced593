import { columnTitle } from './column-titles.ts';
import { goDeeper } from './trail.ts';

/** A word of the form of a port's name: letters and digits, then a unit. */
const portWord =
  /\b([a-z][A-Za-z]*_[A-Za-z0-9]+|inService|cohortUnits|begun|placed|powerShare|acrossShare|downShare|deliverableShare)\b/;

/** How a number is computed, a line a step; names of columns in it lead on to them. */
export function Formula({ text, self }: { text: string; self?: string }) {
  return (
    // Formulas are the model's own words.
    <ol class="formula" lang="en">
      {text.split('\n').map((line) => (
        <li key={line}>
          {line.split(portWord).map((part, index) =>
            index % 2 === 1 && part !== self && columnTitle(part) !== part ? (
              <button
                type="button"
                class="formula-port"
                key={`${index}${part}`}
                onClick={() => goDeeper(part)}
              >
                {part}
              </button>
            ) : (
              part
            ),
          )}
        </li>
      ))}
    </ol>
  );
}
