import { inLanguages } from '../language/language.ts';

/** What is read where a number's lineage is opened and shown. */
export const words = inLanguages({
  en: {
    open: 'Where this comes from',
    openHint: 'Show where this comes from.',
  },
  de: {
    open: 'Woher das kommt',
    openHint: 'Zeigen, woher das kommt.',
  },
});
