/**
 * Table 4 of the report as it is printed, written down apart from the rules of the tool: for each method what rules it
 * out and what it works with on conditions only, by what is asked.
 */
export const asked = [
  'whole system',
  'stays online',
  'single files',
  'differences',
  'raw disk',
  'no load on the host',
  'storage without snapshots',
  'product without a snapshot function',
  'no software in the guests',
  'no software on the management OS',
  'no backup software of a third party',
] as const;
export type Asked = (typeof asked)[number];

interface Row {
  /** × or a limit of the table. */
  readonly out: readonly Asked[];
  /** The table leaves it to product or software, or is silent. */
  readonly if: readonly Asked[];
}

export const tableFour: Readonly<Record<string, Row>> = {
  // ① unit: data; every guest needs the software; uses the server's resources.
  'file-copy': {
    out: ['whole system', 'no load on the host', 'no software in the guests'],
    if: [],
  },
  // ② takes load off the server, any product, raw disks; needs an array with snapshots; configuration files apart.
  'volume-copy': {
    out: ['storage without snapshots'],
    if: ['whole system', 'single files', 'differences'],
  },
  // ③ offline; no single files or differences; may not run on raw disks; unit VHD.
  'machine-file-copy': {
    out: [
      'stays online',
      'single files',
      'differences',
      'raw disk',
      'no load on the host',
      'no software on the management OS',
    ],
    if: ['whole system'],
  },
  // ④ offline; only the whole image; may not run on raw disks; VHD and configuration files together.
  'export-import': {
    out: ['stays online', 'single files', 'differences', 'raw disk', 'no load on the host'],
    if: [],
  },
  // ⑤ online; few products; files and differences by product; some need a third party's software; no load on the host.
  snapshot: {
    out: ['product without a snapshot function'],
    if: [
      'whole system',
      'single files',
      'differences',
      'raw disk',
      'no backup software of a third party',
    ],
  },
};
