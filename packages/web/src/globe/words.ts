import { inLanguages } from '../language/language.ts';

export const words = inLanguages({
  en: {
    globe: 'Globe',
    picture: (satellites: string, month: string) =>
      `Earth with ${satellites} satellites in ${month}. Arrows turn it, plus and minus zoom. Find a satellite by its place below.`,
    drawing: 'Drawing the globe …',
    computing: 'Computing the colours; until then those of the shells …',
    tooSlow: 'Orbits stand still: this machine draws too slowly to move them.',
    noGlobe:
      'This browser shows no WebGL 2, so there is no globe. Every number is here all the same, and a satellite’s page opens by its place.',
    playOrbit: 'Play one orbit',
    holdOrbit: 'Hold the orbit',
    orbitTime: 'Time on the orbit',
    orbitSpeed: 'sixty times as fast as in truth',
    minutes: (at: string, of: string) => `${at} of ${of} min`,
    find: 'Find a satellite',
    shell: 'Shell',
    plane: 'Plane',
    slot: 'Slot',
    show: 'Show',
    any: 'Any',
    emptyPlace: 'Nobody is at this place in the month on show.',
    noPlace: 'The shell has no such place.',
    emptyMonth: 'No satellites in orbit in this month.',
  },
  de: {
    globe: 'Globus',
    picture: (satellites: string, month: string) =>
      `Die Erde mit ${satellites} Satelliten im ${month}. Pfeile drehen sie, Plus und Minus vergrößern. Ein Satellit lässt sich unten nach seinem Platz finden.`,
    drawing: 'Der Globus wird gezeichnet …',
    computing: 'Die Farben werden berechnet; bis dahin die der Schalen …',
    tooSlow: 'Die Bahnen stehen still: Dieser Rechner zeichnet zu langsam, um sie zu bewegen.',
    noGlobe:
      'Dieser Browser zeigt kein WebGL 2, also gibt es keinen Globus. Alle Zahlen sind trotzdem da, und die Seite eines Satelliten öffnet sich über seinen Platz.',
    playOrbit: 'Einen Umlauf abspielen',
    holdOrbit: 'Umlauf anhalten',
    orbitTime: 'Zeit im Umlauf',
    orbitSpeed: 'sechzigmal so schnell wie in Wirklichkeit',
    minutes: (at: string, of: string) => `${at} von ${of} min`,
    find: 'Satelliten finden',
    shell: 'Schale',
    plane: 'Ebene',
    slot: 'Platz',
    show: 'Zeigen',
    any: 'Irgendeiner',
    emptyPlace: 'Im gezeigten Monat ist dieser Platz leer.',
    noPlace: 'Diesen Platz hat die Schale nicht.',
    emptyMonth: 'In diesem Monat sind keine Satelliten in der Umlaufbahn.',
  },
});
