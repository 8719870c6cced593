import { helpOpen } from '../keys/help.ts';
import { language, speak } from '../language/language.ts';
import { theme, wear } from '../style/theme.ts';
import { words } from './words.ts';

/** Help, language and theme of the page. */
export function Switches() {
  const { help, otherLanguage, light, dark } = words();
  const other = language.value === 'en' ? 'de' : 'en';
  const next = theme.value === 'dark' ? 'light' : 'dark';
  const name = next === 'light' ? light : dark;
  return (
    <div class="switches">
      <button
        type="button"
        class="switch"
        aria-label={help}
        aria-haspopup="dialog"
        title={help}
        data-switch="help"
        onClick={() => {
          helpOpen.value = true;
        }}
      >
        ?
      </button>
      <button
        type="button"
        class="switch"
        lang={other}
        aria-label={otherLanguage}
        title={otherLanguage}
        data-switch="language"
        onClick={() => speak(other)}
      >
        {other.toUpperCase()}
      </button>
      <button
        type="button"
        class="switch"
        aria-label={name}
        title={name}
        data-switch="theme"
        onClick={() => wear(next)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {next === 'light' ? <Sun /> : <path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z" />}
        </svg>
      </button>
    </div>
  );
}

function Sun() {
  return (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" />
    </>
  );
}
