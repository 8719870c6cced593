import { inLanguages } from '../language/language.ts';

export const words = inLanguages({
  en: { csv: 'CSV', save: (table: string) => `Save as CSV: ${table}` },
  de: { csv: 'CSV', save: (table) => `Als CSV sichern: ${table}` },
});
