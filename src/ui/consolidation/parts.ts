import type { OverheadSet } from '~/model/performance/overhead-set.ts';
import type { HostType } from '~/model/scenario.ts';
import type { Words } from '~/words/words.ts';
import type { Session } from '../store/session.ts';

/** What the page gives the tool from the site's data, in the reader's language. */
export interface ToolCatalogue {
  readonly hostTypes: readonly CatalogueHost[];
  readonly overheads: readonly CatalogueOverhead[];
}

export interface CatalogueSource {
  readonly title: string;
  readonly url: string | null;
  readonly asOf: string;
}

export interface CatalogueHost {
  readonly type: HostType;
  readonly source: CatalogueSource;
}

export interface CatalogueOverhead {
  readonly name: string;
  readonly set: OverheadSet;
  readonly source: CatalogueSource;
}

/** What every panel of the tool is given. */
export interface PanelProps {
  readonly words: Words;
  readonly session: Session;
  readonly catalogue: ToolCatalogue;
}
