/** Figures of the case, in the reader's form. */
export interface CaseFigures {
  readonly machines: string;
  readonly windows: string;
  readonly sql: string;
  readonly host: string;
  readonly old: string;
}

export const en = {
  before: 'Before: every machine on a server of its own',
  columns: {
    way: 'Way',
    hosts: 'Hosts',
    hypervisor: 'Hypervisor',
    windows: 'Windows Server',
    sql: 'SQL Server',
    sum: 'Dollars in all',
  },
  summary: (hosts: string, licences: string, way: string) =>
    `Hosts fall to one ${hosts}th. With ${way}, licences fall to ${licences} of what they were.`,
  setting: (figures: CaseFigures) =>
    `${figures.machines} machines, of which ${figures.windows} are assumed to run Windows Server and ${figures.sql} of these SQL Server Enterprise. Before: ${figures.old}. After: ${figures.host}.`,
};
