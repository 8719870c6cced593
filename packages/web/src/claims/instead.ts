/**
 * What would have to be true, in German. The model says it in English sentences with numbers in them; each kind of
 * sentence is known here by its form. What is not known stays as it was said.
 */
type Rule = readonly [form: RegExp, german: (...parts: string[]) => string];

/** A number as the model writes it: 9,112 or 0.189, with a sign or an exponent. */
const n = '([−-]?(?:∞|[\\d,]+(?:\\.\\d+)?(?:e[−+-]?\\d+)?))';
/** A quantity with its unit, or a sum of money. */
const q = '(\\S+ \\S+)';
const form = (text: string): RegExp =>
  new RegExp(
    `^${text.replace(/[.$]/g, '\\$&').replaceAll('NUM', n).replaceAll('QTY', q).replaceAll('ANY', '(.+)')}$`,
  );

const rules: readonly Rule[] = [
  [
    form('NUM launches in NUM; pads, permits and ships would have to carry NUM times as many.'),
    (launches, year, times) =>
      `${launches} Starts im Jahr ${year}; Rampen, Genehmigungen und Schiffe müssten das ${times}-Fache tragen.`,
  ],
  [
    form('NUM launches in NUM, with the pads, permits and stages that the plan assumes for it.'),
    (launches, year) =>
      `${launches} Starts im Jahr ${year}, mit den Rampen, Genehmigungen und Stufen, die der Plan dafür annimmt.`,
  ],
  [
    form('The best version takes QTY to the shells, as a mean over planned satellites.'),
    (mass) => `Die beste Version bringt ${mass} zu den Schalen, im Mittel über die geplanten Satelliten.`,
  ],
  [
    form('QTY in NUM; at QTY a launch a million tonnes take NUM launches a year.'),
    (mass, year, each, launches) =>
      `${mass} im Jahr ${year}; bei ${each} je Start brauchen eine Million Tonnen ${launches} Starts im Jahr.`,
  ],
  [
    form('NUM are reached; a million that live NUM years take NUM new ones a year for ever.'),
    (reached, life, each) =>
      `${reached} werden erreicht; eine Million, die ${life} Jahre hält, braucht auf Dauer ${each} neue im Jahr.`,
  ],
  [
    form('QTY in NUM; replacement counts as added.'),
    (power, year) => `${power} im Jahr ${year}; Ersatz zählt als hinzugekommen.`,
  ],
  [
    form('NUM % as a mean over the shells; only dawn-dusk planes above NUM km never see eclipse.'),
    (share, altitude) =>
      `${share} % im Mittel über die Schalen; nur Dämmerungsbahnen über ${altitude} km sehen nie einen Erdschatten.`,
  ],
  [
    form('Several times holds \\(3 or more\\). Over the sunniest site it is NUM.'),
    (ratio) =>
      `„Ein Mehrfaches“ stimmt (3 oder mehr). Gegen den sonnigsten Standort ist es das ${ratio}-Fache.`,
  ],
  [
    form('Even several times \\(3\\) fails. Over the sunniest site it is NUM.'),
    (ratio) =>
      `Selbst „ein Mehrfaches“ (3) stimmt nicht. Gegen den sonnigsten Standort ist es das ${ratio}-Fache.`,
  ],
  [
    form('The hottest is ANY: NUM °C against NUM °C allowed.'),
    (shell, worst, limit) => `Am heißesten ist ${shell}: ${worst} °C, erlaubt sind ${limit} °C.`,
  ],
  [
    form('At the end a PFLOP-day costs NUM $ in orbit and NUM $ on the ground.'),
    (orbit, ground) => `Am Ende kostet ein PFLOP-Tag im Orbit ${orbit} $ und am Boden ${ground} $.`,
  ],
  [
    form(
      'Half of the NUM sites wait NUM years or more for the grid; the fastest has power after NUM( years)?.',
    ),
    (sites, wait, fastest) =>
      `Die Hälfte der ${sites} Standorte wartet ${wait} Jahre oder länger auf das Netz; der schnellste hat nach ${fastest} Jahren Strom.`,
  ],
  [
    form('ANY can, with grid, own plant and builders as assumed.'),
    (sites) => `${sites} können es, mit Netz, eigenem Kraftwerk und Bauleuten wie angenommen.`,
  ],
  [form('No site of the plan can.'), () => 'Kein Standort des Plans kann es.'],
  [
    form('NUM days at the best, in ANY; first below 180 days: ANY.'),
    (days, month, first) =>
      `Bestenfalls ${days} Tage, im Monat ${month}; zuerst unter 180 Tagen: ${first === 'never' ? 'nie' : first}.`,
  ],
  [
    form(
      "QTY on the accelerators of the plan's first month, median over the sites, where the fabric is no limit; it grows with the tokens and active parameters assumed.",
    ),
    (power) =>
      `${power} mit den Beschleunigern des ersten Monats, Median der Standorte, wo das Netz im Haus nicht begrenzt; wächst mit den angenommenen Tokens und aktiven Parametern.`,
  ],
  [
    form(
      'One per cent more mass joined to the best cluster in orbit brings NUM % more training; exchange over lasers and failures take the rest.',
    ),
    (share) =>
      `Ein Prozent mehr Masse am besten Cluster im Orbit bringt ${share} % mehr Training; den Rest nehmen der Austausch über Laser und Ausfälle.`,
  ],
  [
    form(
      'NUM imagers; NUM hours of it are the wait for light, a gap in the clouds and a satellite overhead.',
    ),
    (imagers, hours) =>
      `${imagers} Kameras; ${hours} Stunden davon sind das Warten auf Licht, eine Wolkenlücke und einen Satelliten darüber.`,
  ],
  [
    form('NUM imagers, and more than 5 % of the Earth is never seen: the shells do not pass over it.'),
    (imagers) =>
      `${imagers} Kameras, und mehr als 5 % der Erde sieht keine: die Schalen führen nicht darüber.`,
  ],
  [
    form('In NUM it covers NUM % of what AI takes.'),
    (year, share) => `${year} deckt er ${share} % dessen, was die KI braucht.`,
  ],
  [
    form(
      'In ANY, over the year before, what can be drawn from a rise in value, from Connectivity and from new debt is NUM of what AI takes.',
    ),
    (month, share) =>
      `Im Jahr bis ${month} lässt sich aus Wertzuwachs, Connectivity und neuen Schulden das ${share}-Fache dessen ziehen, was die KI braucht.`,
  ],
  [form('The terms of the exchange say QTY.'), (value) => `Die Tauschbedingungen ergeben ${value}.`],
  [form('QTY were raised.'), (value) => `${value} wurden eingenommen.`],
  [
    form('ANY paid NUM $ for what became a share, which traded at NUM $ last.'),
    (holder, paid, price) =>
      `${holder} zahlte ${paid} $ für das, was eine Aktie wurde; zuletzt kostete sie ${price} $.`,
  ],
  [
    form('Apart, each from its own books, QTY are delivered NUM years (later|earlier) than joined.'),
    (work, years, when) =>
      `Getrennt, jedes aus eigener Kasse, werden ${work} ${years} Jahre ${when === 'later' ? 'später' : 'früher'} geliefert als vereint.`,
  ],
  [
    form('Mankind uses QTY with the fleet; level II is QTY.'),
    (power, level) => `Die Menschheit verbraucht mit der Flotte ${power}; Stufe II sind ${level}.`,
  ],
  [form('The plan has no satellites.'), () => 'Der Plan hat keine Satelliten.'],
  [
    form('The plan has no orbit or no ground to compare.'),
    () => 'Dem Plan fehlt Orbit oder Boden zum Vergleich.',
  ],
  [form('The plan names no site on the ground.'), () => 'Der Plan nennt keinen Standort am Boden.'],
  [form('No training cluster is in orbit at the end.'), () => 'Am Ende ist kein Trainingscluster im Orbit.'],
  [
    form('No cluster in orbit can train the model at all.'),
    () => 'Kein Cluster im Orbit kann das Modell überhaupt trainieren.',
  ],
  [
    form('No satellite of the plan carries an imager at its end.'),
    () => 'Am Ende des Plans trägt kein Satellit eine Kamera.',
  ],
  [
    form('The plan ends before there is a year to judge.'),
    () => 'Der Plan endet, bevor es ein Jahr zu beurteilen gibt.',
  ],
  [form('The plan does not reach NUM.'), (year) => `Der Plan reicht nicht bis ${year}.`],
  [
    form('AI takes no cash before 2031, or the plan ends before it could.'),
    () => 'Die KI braucht vor 2031 kein Geld, oder der Plan endet vorher.',
  ],
  [form('The plan names no holders of xAI.'), () => 'Der Plan nennt keine Anteilseigner von xAI.'],
  [
    form('The plan reports no passes of the companies joined and apart.'),
    () => 'Der Plan berichtet nicht über vereinte und getrennte Unternehmen.',
  ],
  [
    form('The plan has nothing to compute ANY from.'),
    () => 'Dem Plan fehlt, woraus sich die Größe berechnen ließe.',
  ],
];

/** A sentence of the model in German; undefined where its form is not known. */
export function insteadInGerman(sentence: string): string | undefined {
  for (const [known, german] of rules) {
    const match = known.exec(sentence);
    if (match) return german(...match.slice(1).map((part) => germanNumber(part ?? '')));
  }
  return undefined;
}

const money: Readonly<Record<string, string>> = { k: 'Tsd.', M: 'Mio.', B: 'Mrd.', T: 'Bio.' };

/** Numbers with German separators, money in German names; anything else, months too, as it is. */
function germanNumber(text: string): string {
  return text
    .replace(/(\d)[,.](?=\d)/g, (mark, digit: string) => `${digit}${mark.endsWith(',') ? '.' : ','}`)
    .replace(/ ([kMBT])\$/, (_, prefix: string) => ` ${money[prefix]} $`);
}
