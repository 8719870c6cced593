import { words } from './words.ts';

/** Where what is to be read begins; the target of the skip link and of the focus when another view is opened. */
export const contentId = 'content';

/** The first stop of the Tab key: past the header. The address belongs to the views, so it is left alone. */
export function SkipLink() {
  return (
    <a
      class="skip"
      href={`#${contentId}`}
      onClick={(event) => {
        event.preventDefault();
        focusContent();
      }}
    >
      {words().skip}
    </a>
  );
}

export function focusContent(): void {
  document.getElementById(contentId)?.focus({ preventScroll: true });
}
