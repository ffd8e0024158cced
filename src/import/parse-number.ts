/** The sign that separates whole and broken part; the other one groups thousands. */
export type DecimalSign = '.' | ',';

const plainNumber = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;
/** Spaces that spreadsheets of different languages put between thousands, and the Swiss apostrophe. */
const groupingSpaces = /[\s\u00a0\u2007\u2009\u202f'’]/g;

/**
 * Reads a number as people and spreadsheets write it: `1,024`, `1 024`, `1.024,5`, `１２`, `2e3`, `85%`, `-0`.
 * Anything else is NaN, also `Infinity`, `0x10`, `=1+1` and the empty text.
 *
 * @returns the figure as written: a percent sign is left out and does not divide
 */
export function parseNumber(text: string, decimal: DecimalSign): number {
  if (plainNumber.test(text) && decimal === '.') return Number(text);
  let body = text.normalize('NFKC').trim();
  if (body.endsWith('%')) body = body.slice(0, -1);
  body = body.replace(groupingSpaces, '');
  const groups = decimal === '.' ? ',' : '.';
  const sign = body.lastIndexOf(decimal);
  const whole = sign < 0 ? body : body.slice(0, sign);
  if (!isGrouped(whole, groups)) return Number.NaN;
  const plain = whole.replaceAll(groups, '') + (sign < 0 ? '' : `.${body.slice(sign + 1)}`);
  return plainNumber.test(plain) ? Number(plain) : Number.NaN;
}

/** Thousands in threes; Japanese and English write no other groups. */
const isGrouped = (whole: string, groups: ',' | '.') =>
  !whole.includes(groups) ||
  (groups === ',' ? /^[-+]?\d{1,3}(,\d{3})+$/ : /^[-+]?\d{1,3}(\.\d{3})+$/).test(whole);

/**
 * Reads a figure of which it is known that it has no broken part worth keeping (MHz, MiB, counts): `1.024` and
 * `1,024` are both 1024, whatever the language of the exporting machine.
 */
export function parseWholeNumber(text: string): number {
  if (/^[-+]?[1-9]\d{0,2}([.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ''));
  const dot = parseNumber(text, '.');
  return Number.isNaN(dot) ? parseNumber(text, ',') : dot;
}

/** Which decimal sign the figures of a table use, judged by those that can only be read in one way. */
export function guessDecimal(texts: Iterable<string>): DecimalSign {
  let comma = 0;
  let dot = 0;
  for (const text of texts) {
    if (!/^[-+]?[\d.,\s\u00a0']+%?$/.test(text)) continue;
    if (/,\d+%?$/.test(text) && !/,\d{3}%?$/.test(text)) comma += 1;
    else if (/\.\d{3},\d/.test(text)) comma += 1;
    else if (/\.\d+%?$/.test(text)) dot += 1;
    else if (/\d,\d{3}\b/.test(text)) dot += 1;
  }
  return comma > dot ? ',' : '.';
}
