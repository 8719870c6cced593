import { inLanguages } from '../language/language.ts';

/** The words of the tour. Each step says two sentences made from the run's own numbers. */
export const words = inLanguages({
  en: {
    title: 'The plan in ninety seconds',
    invitation: 'New here?',
    show: 'Show me',
    later: 'Not now',
    again: 'The plan in ninety seconds',
    step: (place: number, all: number) => `${place} of ${all}`,
    back: 'Back',
    next: 'Next',
    play: 'Play',
    pause: 'Pause',
    skip: 'Skip',
    done: 'Done',
    yours: 'Open the plan',
    keys: 'Arrows go through the steps, Space plays and holds, Esc ends.',
    heads: {
      start: 'What is announced',
      first: 'The first satellite',
      launches: 'Tonnes',
      power: 'Watts',
      links: 'Links',
      tokens: 'Tokens',
      binds: 'What binds',
      money: 'Cash',
      ground: 'Orbit against ground',
      yours: 'Now yours',
    },
    start: (from: string, to: string) =>
      `This is a plan from ${from} to ${to}, computed month by month: sunlight to power, power to tokens, tokens to cash.`,
    ends: (satellites: string) =>
      `It ends with ${satellites} satellites in service, and each number on this page opens where it comes from.`,
    first: (month: string) => `The first compute satellite enters service in ${month}.`,
    bestVehicle: (name: string, month: string, payload: string) =>
      `${name} flies from ${month} on and carries ${payload} a launch at its best.`,
    launches: (launches: string, month: string, mass: string) =>
      `Launches are most in ${month}: ${launches} in the month, with ${mass} to orbit.`,
    hourly: (month: string) => `A launch an hour is reached in ${month}.`,
    notHourly: 'A launch an hour is never reached.',
    power: (month: string, power: string) => `In ${month} ${power} reach the chips in orbit.`,
    granted: (share: string) =>
      `That is ${share} of what they ask for; colour now shows the power of each satellite.`,
    links: (share: string, month: string) =>
      `Work has to be fed and heard: in ${month} links carry ${share} of it, the least of any month with a fleet.`,
    capacity: (capacity: string) => `By the end there is room for ${capacity} from orbit to the ground.`,
    tokens: (tokens: string) => `At the end the plan generates ${tokens} tokens a second for users.`,
    largeRun: (month: string, days: string) =>
      `From ${month} on the announced training run can be done in orbit; at first it takes ${days}.`,
    noLargeRun: 'The announced training run cannot be done in orbit in the time that was claimed.',
    binds: (constraint: string, months: string, all: string) =>
      `The ribbon says what holds the plan back: most of all ${constraint}, for ${months} of ${all} months.`,
    stretches: (count: string) => `It changes ${count} times; relieve one and the next one binds.`,
    money: (capital: string) => `Built as announced, it takes ${capital} of capital from outside.`,
    ownBooks: (satellites: string) =>
      `Paid from its own books it ends with ${satellites} satellites instead.`,
    ownBooksInsolvent: (month: string) => `Paid from its own books it is insolvent from ${month}.`,
    ownMoney: (cash: string) => `It pays for itself, and the least cash of any month is ${cash}.`,
    insolvent: (month: string) => `It is insolvent from ${month}.`,
    costs: (orbit: string, ground: string) =>
      `At the end a PFLOP-day costs ${orbit} in orbit and ${ground} on the ground.`,
    crossover: (month: string) => `Orbit is cheaper from ${month} on.`,
    noCrossover: 'There is no month from which orbit stays cheaper.',
    claims: (holds: string, all: string) =>
      `Of ${all} claims of the announcement ${holds} hold under these assumptions.`,
    change: 'They are assumptions: change one and see what moves.',
  },
  de: {
    title: 'Der Plan in neunzig Sekunden',
    invitation: 'Neu hier?',
    show: 'Zeigen',
    later: 'Jetzt nicht',
    again: 'Der Plan in neunzig Sekunden',
    step: (place, all) => `${place} von ${all}`,
    back: 'Zurück',
    next: 'Weiter',
    play: 'Abspielen',
    pause: 'Anhalten',
    skip: 'Beenden',
    done: 'Fertig',
    yours: 'Den Plan öffnen',
    keys: 'Pfeile gehen durch die Schritte, die Leertaste spielt und hält an, Esc beendet.',
    heads: {
      start: 'Was angekündigt ist',
      first: 'Der erste Satellit',
      launches: 'Tonnen',
      power: 'Watt',
      links: 'Verbindungen',
      tokens: 'Token',
      binds: 'Was begrenzt',
      money: 'Geld',
      ground: 'Orbit gegen Boden',
      yours: 'Jetzt Ihrer',
    },
    start: (from, to) =>
      `Das ist ein Plan von ${from} bis ${to}, Monat für Monat gerechnet: aus Sonnenlicht Leistung, aus Leistung Token, aus Token Geld.`,
    ends: (satellites) =>
      `Er endet mit ${satellites} Satelliten in Betrieb, und jede Zahl dieser Seite zeigt auf Wunsch, woher sie kommt.`,
    first: (month) => `Der erste Rechensatellit geht im ${month} in Betrieb.`,
    bestVehicle: (name, month, payload) =>
      `${name} fliegt ab ${month} und trägt bestenfalls ${payload} je Start.`,
    launches: (launches, month, mass) =>
      `Die meisten Starts bringt der ${month}: ${launches} im Monat, mit ${mass} in den Orbit.`,
    hourly: (month) => `Ein Start je Stunde ist im ${month} erreicht.`,
    notHourly: 'Ein Start je Stunde wird nie erreicht.',
    power: (month, power) => `Im ${month} kommen ${power} bei den Chips im Orbit an.`,
    granted: (share) =>
      `Das sind ${share} dessen, was sie verlangen; die Farbe zeigt jetzt die Leistung jedes Satelliten.`,
    links: (share, month) =>
      `Arbeit will versorgt und gehört sein: Im ${month} tragen die Verbindungen ${share} davon, am wenigsten von allen Monaten mit einer Flotte.`,
    capacity: (capacity) => `Am Ende ist vom Orbit zum Boden Platz für ${capacity}.`,
    tokens: (tokens) => `Am Ende erzeugt der Plan ${tokens} Token je Sekunde für Nutzer.`,
    largeRun: (month, days) =>
      `Ab ${month} geht der angekündigte Trainingslauf im Orbit; anfangs dauert er ${days}.`,
    noLargeRun: 'Der angekündigte Trainingslauf geht im Orbit nicht in der behaupteten Zeit.',
    binds: (constraint, months, all) =>
      `Das Band sagt, was den Plan aufhält: am meisten ${constraint}, in ${months} von ${all} Monaten.`,
    stretches: (count) => `Das wechselt ${count}-mal; löst man das eine, begrenzt das nächste.`,
    money: (capital) => `Wie angekündigt gebaut, braucht er ${capital} Kapital von außen.`,
    ownBooks: (satellites) => `Aus eigener Kasse bezahlt, endet er stattdessen mit ${satellites} Satelliten.`,
    ownBooksInsolvent: (month) => `Aus eigener Kasse bezahlt, ist er ab ${month} zahlungsunfähig.`,
    ownMoney: (cash) => `Er trägt sich selbst, und die Kasse hat in keinem Monat weniger als ${cash}.`,
    insolvent: (month) => `Ab ${month} ist er zahlungsunfähig.`,
    costs: (orbit, ground) => `Am Ende kostet ein PFLOP-Tag ${orbit} im Orbit und ${ground} am Boden.`,
    crossover: (month) => `Ab ${month} ist der Orbit billiger.`,
    noCrossover: 'Es gibt keinen Monat, ab dem der Orbit billiger bleibt.',
    claims: (holds, all) =>
      `Von ${all} Behauptungen der Ankündigung treffen ${holds} unter diesen Annahmen zu.`,
    change: 'Es sind Annahmen: ändern Sie eine und sehen Sie, was sich bewegt.',
  },
});
