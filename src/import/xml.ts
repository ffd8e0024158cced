import type { ByteSource } from './bytes.ts';

/** What a reader of XML wants to hear. Names come without their prefix. `open` and `close` may give false to stop. */
export interface XmlHandler {
  open?(name: string, attributes: string, isEmpty: boolean): boolean | undefined;
  text?(text: string): void;
  close?(name: string): boolean | undefined;
  /**
   * A whole `<c …><v>…</v></c>` at once, where it comes in exactly this form: nine in ten elements of a workbook do.
   * Without this, and in every other form, cells come by `open`, `text` and `close`. Nothing is sliced out of the
   * text before it is known to be wanted.
   */
  cell?(text: string, place: CellPlace): void;
}

/** Where a cell stands in a text; one object for all cells, changed from one to the next. */
export interface CellPlace {
  attributes: number;
  attributesEnd: number;
  value: number;
  valueEnd: number;
}

export type XmlEnd = 'whole' | 'stopped' | 'damaged';
export const isDamaged = (end: XmlEnd) => end === 'damaged';

/** No tag or text of a workbook is longer; a file without tags must not fill the memory. */
const longestToken = 1 << 24;

/**
 * Reads the little of XML that workbooks are made of, as it comes: elements, text, entities, CDATA. Comments,
 * declarations and document types are passed over; entities of one's own are not expanded, so that none can explode.
 *
 * @returns `damaged` where the text ends inside an element
 */
export async function readXml(source: ByteSource, handler: XmlHandler): Promise<XmlEnd> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let depth = 0;
  let hasRoot = false;
  const place: CellPlace = { attributes: 0, attributesEnd: 0, value: 0, valueEnd: 0 };
  let end: XmlEnd = 'whole';

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over the tokens, the hottest of the import
  const consume = (text: string): number => {
    let from = 0;
    for (;;) {
      const open = text.indexOf('<', from);
      if (open < 0) return from;
      const close = text.indexOf('>', open);
      if (close < 0) return from;
      if (open > from) handler.text?.(unescapeXml(text.slice(from, open)));
      const first = text.charCodeAt(open + 1);
      if (first === 33 || first === 63) {
        const after = afterSpecial(text, open, (data) => handler.text?.(data));
        if (after < 0) return open;
        from = after;
        continue;
      }
      from = close + 1;
      if (first === 99 && handler.cell !== undefined && text.startsWith('<v>', from)) {
        const end = text.indexOf('<', from + 3);
        if (end > 0 && text.startsWith('</v></c>', end) && text.charCodeAt(open + 2) <= 32) {
          place.attributes = open + 2;
          place.attributesEnd = close;
          place.value = from + 3;
          place.valueEnd = end;
          handler.cell(text, place);
          from = end + 8;
          continue;
        }
      }
      if (first === 47) {
        depth -= 1;
        if (handler.close?.(localName(text, open + 2, close)) === false) {
          end = 'stopped';
          return from;
        }
        continue;
      }
      const isEmpty = text.charCodeAt(close - 1) === 47;
      const nameEnd = endOfName(text, open + 1, close);
      const name = localName(text, open + 1, nameEnd);
      const attributes = text.slice(nameEnd, isEmpty ? close - 1 : close);
      hasRoot = true;
      if (!isEmpty) depth += 1;
      if (handler.open?.(name, attributes, isEmpty) === false) {
        end = 'stopped';
        return from;
      }
    }
  };

  const failure = await source.read((chunk) => {
    const text = rest + decoder.decode(chunk, { stream: true });
    rest = text.slice(consume(text));
    if (rest.length > longestToken) end = 'damaged';
    return end === 'whole';
  });
  if (failure !== null || (end === 'whole' && (depth !== 0 || !hasRoot))) return 'damaged';
  return end;
}

/** @returns where a comment, CDATA section, declaration or document type ends, or −1 when it has not ended yet */
function afterSpecial(text: string, open: number, onData: (data: string) => void): number {
  const isData = text.startsWith('<![CDATA[', open);
  const [mark, skip] = isData
    ? ([']]>', 9] as const)
    : text.startsWith('<!--', open)
      ? (['-->', 4] as const)
      : (['>', 2] as const);
  const end = text.indexOf(mark, open + skip);
  if (end < 0) return -1;
  if (isData) onData(text.slice(open + skip, end));
  return end + mark.length;
}

function endOfName(text: string, from: number, close: number): number {
  let at = from;
  for (; at < close; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 47) break;
  }
  return at;
}

/** One-letter names, the bulk of a sheet, are not sliced out anew each time. */
function localName(text: string, from: number, end: number): string {
  if (end - from === 1) {
    const code = text.charCodeAt(from);
    if (code === 99) return 'c';
    if (code === 118) return 'v';
  }
  const name = text.slice(from, end).trimEnd();
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute by its full name, or by its name behind any prefix where `name` starts with a colon. */
export function attributeOf(attributes: string, name: string): string | null {
  const lead = name.startsWith(':') ? '' : ' ';
  const at = attributes.indexOf(`${lead}${name}="`);
  if (at >= 0) {
    const from = at + lead.length + name.length + 2;
    const end = attributes.indexOf('"', from);
    return end < 0 ? null : unescapeXml(attributes.slice(from, end));
  }
  // Other quotes and blanks are allowed but rare: most cells that come here have no such attribute.
  return /'|\s=|=\s|[\t\r\n]/.test(attributes) ? unusualAttribute(attributes, name) : null;
}

function unusualAttribute(attributes: string, name: string): string | null {
  for (const [, found, , double, single] of attributes.matchAll(
    /([\w:.-]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g,
  )) {
    const isIt = name.startsWith(':') ? found?.endsWith(name) : found === name;
    if (isIt) return unescapeXml(double ?? single ?? '');
  }
  return null;
}

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9A-Fa-f]+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities.get(name) ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
