import type { Block } from './record.ts';

/** A cell of a Markdown table: a bar in a name would end it. */
const cell = (text: string) => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

function lines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [`# ${block.text}`];
    case 'heading':
      return [`## ${block.text}`];
    case 'text':
      return [block.text];
    case 'list':
      return block.items.map((item) => `- ${item}`);
    case 'table':
      return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)];
  }
}

/** A document as Markdown. */
export const markdownOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => `${lines(block).join('\n')}\n`).join('\n');
