import { inLanguages } from '../language/language.ts';

export const words = inLanguages({
  en: {
    study: (samples: string) => `Study of ${samples} samples`,
    bands: 'bands: 5–95 % and 25–75 % of the futures',
    show: 'Show futures',
    another: (count: string) =>
      `its plan differs from this run’s in ${count} ${count === '1' ? 'assumption' : 'assumptions'}`,
    otherFunding: 'Its samples are built as announced: nothing is drawn over this pass.',
    none: 'No study of this plan yet. To see how far its futures spread:',
    failed: 'The study cannot be shown:',
    looking: 'Looking for a study',
  },
  de: {
    study: (samples: string) => `Studie mit ${samples} Stichproben`,
    bands: 'Bänder: 5–95 % und 25–75 % der Zukünfte',
    show: 'Zukünfte zeigen',
    another: (count: string) =>
      `ihr Plan weicht in ${count} ${count === '1' ? 'Annahme' : 'Annahmen'} von diesem Lauf ab`,
    otherFunding:
      'Ihre Stichproben sind wie angekündigt gebaut: über diesen Durchgang wird nichts gezeichnet.',
    none: 'Noch keine Studie zu diesem Plan. So sieht man, wie weit seine Zukünfte streuen:',
    failed: 'Die Studie lässt sich nicht zeigen:',
    looking: 'Eine Studie wird gesucht',
  },
});
