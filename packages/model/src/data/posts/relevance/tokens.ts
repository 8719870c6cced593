/**
 * What a post says, as words that mean the same in every crisis: addresses, names of people, numbers and links become
 * classes, since theirs are other ones next time. A hashtag is a class and the words in it.
 */
export function tokensOf(text: string, segment: (word: string) => readonly string[] = same): string[] {
  const tokens: string[] = [];
  for (const [found] of text.matchAll(pattern)) {
    const first = found.charAt(0);
    if (/^https?:|^www\./i.test(found)) tokens.push(classes.link);
    else if (first === '@') tokens.push(classes.person);
    else if (first === '#') tokens.push(classes.hashtag, ...hashtagWords(found.slice(1), segment));
    else if (/^\p{N}/u.test(found)) tokens.push(`${classes.number}${Math.min(4, found.length)}`);
    else if (/^rt$/i.test(found)) tokens.push(classes.repost);
    else tokens.push(found.toLowerCase());
  }
  return tokens;
}

/** Classes are in capitals, words never are. */
const classes = { link: 'LINK', person: 'PERSON', hashtag: 'HASHTAG', number: 'NUMBER', repost: 'REPOST' };

const pattern = /https?:\S+|www\.\S+|[@#][\p{L}\p{N}_]+|\p{N}+|[\p{L}\p{M}][\p{L}\p{M}'’]*|[!?]/giu;

const same = (word: string): readonly string[] => [word];

/** `HighRiverFlood` and `abflood` as words. */
function hashtagWords(hashtag: string, segment: (word: string) => readonly string[]): string[] {
  return hashtag
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_\p{N}]+/u)
    .filter((part) => part !== '')
    .flatMap((part) => segment(part.toLowerCase()));
}
