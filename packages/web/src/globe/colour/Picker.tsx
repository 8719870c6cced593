import { chooseMode, type Mode, mode, modes, needFleet } from './modes.ts';
import { words } from './words.ts';

/** One of seven ways to colour satellites: radio buttons in a row, moved through with the arrows. */
export function Picker({ hasFleet }: { hasFleet: boolean }) {
  const { colourBy, modes: names, noFleet } = words();
  const option = (each: Mode) => {
    const missing = needFleet.has(each) && !hasFleet;
    return (
      <label key={each} class={each === mode.value ? 'chosen' : ''} title={missing ? noFleet : undefined}>
        <input
          type="radio"
          name="colour"
          value={each}
          checked={each === mode.value}
          disabled={missing}
          onChange={() => chooseMode(each)}
        />
        {names[each]}
      </label>
    );
  };
  return (
    <fieldset class="colour-picker">
      <legend class="unseen">{colourBy}</legend>
      {modes.map(option)}
    </fieldset>
  );
}
