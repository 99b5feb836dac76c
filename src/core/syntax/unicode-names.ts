/// The character that `\N{name}` means, or undefined if there is none of that name.
/// NOT-CPYTHON: Unicode's table of 34,000 names is too large to carry; these are the ones programs use. Names that
/// follow a rule (letters, digits) are composed.
export function characterByName(name: string): string | undefined {
  const upper = name.toUpperCase();
  const code = table.get(upper) ?? letter(upper);
  return code === undefined ? undefined : String.fromCodePoint(code);
}

const digits = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
const greek = (
  'ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO _ SIGMA TAU UPSILON PHI ' +
  'CHI PSI OMEGA'
).split(' ');

function letter(name: string): number | undefined {
  const digit = digits.indexOf(name.replace(/^DIGIT /, ''));
  if (digit !== -1 && name.startsWith('DIGIT ')) return 0x30 + digit;
  const match = /^(LATIN|GREEK) (CAPITAL|SMALL) LETTER (\w+)$/.exec(name);
  if (match === null) return undefined;
  const [, script, size, which] = match;
  if (script === 'LATIN') {
    if (which!.length !== 1) return undefined;
    return which!.charCodeAt(0) + (size === 'SMALL' ? 32 : 0);
  }
  const index = greek.indexOf(which === 'LAMBDA' ? 'LAMDA' : which!);
  if (index === -1) return undefined;
  return (size === 'SMALL' ? 0x3b1 : 0x391) + index;
}

const table: ReadonlyMap<string, number> = new Map(
  (
    'SPACE=20,NO-BREAK SPACE=a0,QUOTATION MARK=22,NUMBER SIGN=23,DOLLAR SIGN=24,AMPERSAND=26,APOSTROPHE=27,' +
    'ASTERISK=2a,SOLIDUS=2f,COMMERCIAL AT=40,REVERSE SOLIDUS=5c,LEFT CURLY BRACKET=7b,VERTICAL LINE=7c,' +
    'RIGHT CURLY BRACKET=7d,TILDE=7e,POUND SIGN=a3,SECTION SIGN=a7,COPYRIGHT SIGN=a9,REGISTERED SIGN=ae,' +
    'DEGREE SIGN=b0,PLUS-MINUS SIGN=b1,SUPERSCRIPT TWO=b2,SUPERSCRIPT THREE=b3,MICRO SIGN=b5,PILCROW SIGN=b6,' +
    'MIDDLE DOT=b7,MULTIPLICATION SIGN=d7,DIVISION SIGN=f7,LATIN SMALL LETTER SHARP S=df,' +
    'LATIN SMALL LETTER A WITH DIAERESIS=e4,LATIN SMALL LETTER O WITH DIAERESIS=f6,' +
    'LATIN SMALL LETTER U WITH DIAERESIS=fc,LATIN SMALL LETTER E WITH ACUTE=e9,LATIN SMALL LETTER E WITH GRAVE=e8,' +
    'LATIN SMALL LETTER N WITH TILDE=f1,LATIN SMALL LETTER C WITH CEDILLA=e7,LATIN CAPITAL LETTER E WITH ACUTE=c9,' +
    'GREEK SMALL LETTER FINAL SIGMA=3c2,ZERO WIDTH SPACE=200b,ZERO WIDTH NON-JOINER=200c,ZERO WIDTH JOINER=200d,' +
    'EN DASH=2013,EM DASH=2014,LEFT SINGLE QUOTATION MARK=2018,RIGHT SINGLE QUOTATION MARK=2019,' +
    'LEFT DOUBLE QUOTATION MARK=201c,RIGHT DOUBLE QUOTATION MARK=201d,BULLET=2022,HORIZONTAL ELLIPSIS=2026,' +
    'EURO SIGN=20ac,TRADE MARK SIGN=2122,OHM SIGN=2126,LEFTWARDS ARROW=2190,UPWARDS ARROW=2191,' +
    'RIGHTWARDS ARROW=2192,DOWNWARDS ARROW=2193,LEFT RIGHT ARROW=2194,RIGHTWARDS DOUBLE ARROW=21d2,FOR ALL=2200,' +
    'THERE EXISTS=2203,EMPTY SET=2205,ELEMENT OF=2208,N-ARY SUMMATION=2211,MINUS SIGN=2212,SQUARE ROOT=221a,' +
    'INFINITY=221e,LOGICAL AND=2227,LOGICAL OR=2228,INTERSECTION=2229,UNION=222a,ALMOST EQUAL TO=2248,' +
    'NOT EQUAL TO=2260,LESS-THAN OR EQUAL TO=2264,GREATER-THAN OR EQUAL TO=2265,FULL BLOCK=2588,BLACK SQUARE=25a0,' +
    'WHITE SQUARE=25a1,BLACK CIRCLE=25cf,WHITE CIRCLE=25cb,BLACK STAR=2605,WHITE STAR=2606,SNOWMAN=2603,' +
    'BLACK SPADE SUIT=2660,BLACK HEART SUIT=2665,BLACK DIAMOND SUIT=2666,BLACK CLUB SUIT=2663,EIGHTH NOTE=266a,' +
    'CHECK MARK=2713,BALLOT X=2717,HEAVY BLACK HEART=2764,SNAKE=1f40d,GRINNING FACE=1f600,' +
    'FACE WITH TEARS OF JOY=1f602,SMILING FACE WITH OPEN MOUTH=1f603,PILE OF POO=1f4a9,ROCKET=1f680,' +
    'THUMBS UP SIGN=1f44d,PARTY POPPER=1f389,WASTEBASKET=1f5d1'
  )
    .split(',')
    .map(entry => {
      const at = entry.indexOf('=');
      return [entry.slice(0, at), parseInt(entry.slice(at + 1), 16)];
    })
);
