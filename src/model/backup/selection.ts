import type { Ability, BackupMethod, BackupProduct, BackupRules, Requirement } from './method.ts';
import { type BackupNeeds, type BackupSettings, type Priority, priorities } from './settings.ts';

/** Whether a method suits what is needed, and why. */
export interface Verdict {
  readonly method: string;
  readonly fits: 'fits' | 'fits-if' | 'does-not-fit';
  readonly because: readonly Reason[];
  /** Share of the reader's priorities that the method meets, 0…1; orders methods of the same verdict. */
  readonly meritRatio: number;
}

/**
 * What speaks for a verdict. `against` rules a method out, `condition` must be true for it to work, `remark` is to be
 * known.
 */
export type Reason =
  | {
      readonly effect: 'against';
      readonly kind:
        | 'only-data'
        | 'must-stop'
        | 'no-single-files'
        | 'no-difference'
        | 'not-application'
        | 'raw-disk'
        | 'loads-host'
        | 'only-databases'
        | 'product-cannot';
    }
  | { readonly effect: 'against'; readonly kind: 'lacks'; readonly requirement: Requirement }
  | {
      readonly effect: 'against';
      readonly kind: 'too-slow';
      readonly seconds: number;
      readonly targetSeconds: number;
    }
  | {
      readonly effect: 'condition';
      readonly kind:
        | 'configuration-apart'
        | 'unit-by-product'
        | 'single-files-depend'
        | 'difference-depends'
        | 'application-depends'
        | 'raw-disk-unknown'
        | 'product-unknown'
        | 'spread-runs'
        | 'offsite-copy'
        | 'immutable-copy'
        | 'return-unknown'
        | 'instant-depends';
    }
  | { readonly effect: 'condition'; readonly kind: 'may-lack'; readonly requirement: Requirement }
  | { readonly effect: 'condition'; readonly kind: 'run-oftener'; readonly seconds: number }
  | {
      readonly effect: 'remark';
      readonly kind: 'stagger' | 'logs-between' | 'returns-at-once';
    };

/** How long a method takes for a machine of the class; null: not known. */
export interface MethodTiming {
  readonly returnSeconds: number | null;
  /** With instant recovery, where the method has it. */
  readonly instantSeconds: number | null;
  readonly intervalSeconds: number;
  readonly logSeconds: number;
}

export interface SelectionQuestion {
  readonly needs: BackupNeeds;
  readonly settings: Pick<BackupSettings, 'environment' | 'priorities' | 'copies'>;
  readonly rules: BackupRules;
  readonly timing: (method: BackupMethod) => MethodTiming;
}

const order = { fits: 0, 'fits-if': 1, 'does-not-fit': 2 } as const;

/** The verdict on every method, best first: what fits before what fits on conditions, then by priorities. */
export function selectMethods(question: SelectionQuestion): readonly Verdict[] {
  const product = productOf(question);
  return question.rules.methods
    .map((method) => verdictOn(method, product, question))
    .sort((a, b) => order[a.fits] - order[b.fits] || b.meritRatio - a.meritRatio);
}

/** A product that the rules do not know may have anything. */
const productOf = ({ rules, settings }: SelectionQuestion): BackupProduct =>
  rules.products.find(({ id }) => id === settings.environment.product) ?? {
    id: settings.environment.product,
    snapshot: 'unknown',
    tracking: 'unknown',
  };

function verdictOn(
  method: BackupMethod,
  product: BackupProduct,
  question: SelectionQuestion,
): Verdict {
  const { needs, settings } = question;
  const because = [
    ...unitReasons(method, needs),
    ...abilityReasons(method, needs),
    ...loadReasons(method, needs),
    ...productReasons(method, product),
    ...requirementReasons(method, settings.environment.has),
    ...timeReasons(method, needs, question.timing(method)),
    ...copyReasons(method, question),
  ];
  const has = (effect: Reason['effect']) => because.some((reason) => reason.effect === effect);
  return {
    method: method.id,
    fits: has('against') ? 'does-not-fit' : has('condition') ? 'fits-if' : 'fits',
    because,
    meritRatio: meritRatio(method, settings.priorities),
  };
}

const against = (kind: PlainAgainst): Reason => ({ effect: 'against', kind });
const condition = (kind: PlainCondition): Reason => ({ effect: 'condition', kind });
type Plain<Effect extends Reason['effect']> = Extract<Reason, { effect: Effect }>['kind'];
type PlainAgainst = Exclude<Plain<'against'>, 'lacks' | 'too-slow'>;
type PlainCondition = Exclude<Plain<'condition'>, 'may-lack' | 'run-oftener'>;

function unitReasons({ units }: BackupMethod, { unit }: BackupNeeds): Reason[] {
  if (unit === 'data') return [];
  if (!units.includes('disk') && !units.includes('machine')) return [against('only-data')];
  if (!units.includes('machine')) return [condition('configuration-apart')];
  return units.includes('disk') ? [condition('unit-by-product')] : [];
}

function abilityReasons(method: BackupMethod, needs: BackupNeeds): Reason[] {
  const asked: readonly (readonly [boolean, Ability, PlainAgainst, PlainCondition])[] = [
    [needs.singleFile, method.singleFile, 'no-single-files', 'single-files-depend'],
    [needs.difference, method.difference, 'no-difference', 'difference-depends'],
    [needs.application, method.application, 'not-application', 'application-depends'],
    [needs.rawDisk, method.rawDisk, 'raw-disk', 'raw-disk-unknown'],
  ];
  const reasons = asked.flatMap(([isAsked, ability, no, maybe]) => {
    if (!isAsked || ability === 'yes') return [];
    return [ability === 'no' ? against(no) : condition(maybe)];
  });
  const isElsewhere = method.logs && !needs.application;
  return [
    ...(needs.online && !method.online ? [against('must-stop')] : []),
    ...(isElsewhere ? [against('only-databases')] : []),
    ...reasons,
  ];
}

function loadReasons({ hostLoad }: BackupMethod, needs: BackupNeeds): Reason[] {
  const weight = { none: 0, light: 1, heavy: 2 } as const;
  if (weight[hostLoad] <= weight[needs.hostLoad]) {
    return hostLoad === 'heavy' ? [{ effect: 'remark', kind: 'stagger' }] : [];
  }
  return [needs.hostLoad === 'none' ? against('loads-host') : condition('spread-runs')];
}

function productReasons({ products }: BackupMethod, product: BackupProduct): Reason[] {
  if (products === 'any' || products === 'most') return [];
  const ability =
    products === 'snapshot' || products === 'tracking'
      ? product[products]
      : namedAbility(products, product);
  if (ability === 'yes') return [];
  return [ability === 'no' ? against('product-cannot') : condition('product-unknown')];
}

/** What a product that the rules know nothing of can do is unknown, not absent. */
const namedAbility = (names: readonly string[], { id, snapshot }: BackupProduct): Ability => {
  if (names.includes(id)) return 'yes';
  return snapshot === 'unknown' ? 'unknown' : 'no';
};

const requirementReasons = (
  { needs, mayNeed }: BackupMethod,
  has: Readonly<Record<Requirement, boolean>>,
): Reason[] => [
  ...needs
    .filter((requirement) => !has[requirement])
    .map((requirement): Reason => ({ effect: 'against', kind: 'lacks', requirement })),
  ...mayNeed
    .filter((requirement) => !has[requirement])
    .map((requirement): Reason => ({ effect: 'condition', kind: 'may-lack', requirement })),
];

function timeReasons(method: BackupMethod, needs: BackupNeeds, timing: MethodTiming): Reason[] {
  return [...lossReasons(method, needs, timing), ...returnReasons(method, needs, timing)];
}

function lossReasons(
  { logs }: BackupMethod,
  { rpoSeconds }: BackupNeeds,
  { intervalSeconds, logSeconds }: MethodTiming,
): Reason[] {
  if (rpoSeconds === null || intervalSeconds <= rpoSeconds) return [];
  return logs && logSeconds <= rpoSeconds
    ? [{ effect: 'remark', kind: 'logs-between' }]
    : [{ effect: 'condition', kind: 'run-oftener', seconds: rpoSeconds }];
}

function returnReasons(
  { instant }: BackupMethod,
  { rtoSeconds }: BackupNeeds,
  { returnSeconds, instantSeconds }: MethodTiming,
): Reason[] {
  if (rtoSeconds === null) return [];
  if (returnSeconds !== null && returnSeconds <= rtoSeconds) return [];
  if (instantSeconds !== null && instantSeconds <= rtoSeconds) {
    if (instant === 'yes') return [{ effect: 'remark', kind: 'returns-at-once' }];
    if (instant === 'depends') return [condition('instant-depends')];
  }
  if (returnSeconds === null) return [condition('return-unknown')];
  return [
    { effect: 'against', kind: 'too-slow', seconds: returnSeconds, targetSeconds: rtoSeconds },
  ];
}

function copyReasons(
  method: BackupMethod,
  { needs, settings: { copies } }: SelectionQuestion,
): Reason[] {
  const hasImmutable =
    (method.repository && copies.repositoryImmutable) ||
    (copies.hasOffsite && copies.offsiteImmutable);
  return [
    ...(needs.offsite && !method.offsite && !copies.hasOffsite ? [condition('offsite-copy')] : []),
    ...(needs.immutable && !hasImmutable ? [condition('immutable-copy')] : []),
  ];
}

const abilityMerit = { yes: 1, depends: 0.5, unknown: 0, no: 0 } as const;

/** How far a method meets each priority, 0…1, read off its rules: no figure of its own. */
const merits: Readonly<Record<Priority, (method: BackupMethod) => number>> = {
  'little-load': ({ hostLoad, lan }) =>
    ({ none: 1, light: 0.5, heavy: 0 })[hostLoad] * (lan === 'raw' ? 0.5 : 1),
  'no-agents': ({ needs }) => (needs.includes('guest-software') ? 0 : 1),
  'whole-machine': ({ units }) => {
    if (!units.includes('machine')) return units.includes('disk') ? 0.5 : 0;
    return units.length === 1 ? 1 : 0.75;
  },
  'single-file': ({ singleFile }) => abilityMerit[singleFile],
  'small-copies': ({ difference }) => abilityMerit[difference],
  'any-product': ({ products }) => {
    if (products === 'any') return 1;
    if (products === 'most') return 0.75;
    return products === 'snapshot' || products === 'tracking' ? 0.5 : 0.25;
  },
  'quick-return': ({ instant }) => abilityMerit[instant],
};

function meritRatio(method: BackupMethod, weights: Readonly<Record<Priority, number>>): number {
  const total = priorities.reduce((sum, priority) => sum + weights[priority], 0);
  if (total === 0) return 0;
  const met = priorities.reduce(
    (sum, priority) => sum + weights[priority] * merits[priority](method),
    0,
  );
  return met / total;
}
