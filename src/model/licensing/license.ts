import { type Bill, bill, type Holding, type LicenceLine } from './bill.ts';
import { cheapest, type Excluded, type FamilyAnswer, type Proof } from './cheapest.ts';
import { count, type Scope } from './count.ts';
import { type Estate, type Movement, machinesWith, scopeOf } from './estate.ts';
import type { LicensingPolicy } from './policy.ts';
import { type Era, type Software, software, type Terms } from './terms.ts';

/** What an estate's licences cost by the reader's choices, with the proof that no legal mix is cheaper. */
export interface LicenseAnswer {
  readonly bill: Bill;
  readonly choices: readonly ChoiceProof[];
  readonly notes: readonly LicenseNote[];
}

export interface ChoiceProof {
  readonly which: Software;
  readonly proof: Proof | null;
  readonly alone: FamilyAnswer['alone'];
  readonly excluded: readonly Excluded[];
}

export type LicenseNote =
  /** Machines run it and nothing is chosen for it: the total does not hold it. */
  | { readonly kind: 'not-licensed'; readonly which: Software; readonly machines: number }
  | { readonly kind: 'nothing-covers'; readonly which: Software; readonly machines: number }
  | { readonly kind: 'unknown-product'; readonly product: string }
  | { readonly kind: 'host-too-large'; readonly product: string; readonly sockets: number }
  | { readonly kind: 'assumed'; readonly which: Software; readonly machines: number }
  | { readonly kind: 'labels-unknown'; readonly machines: number }
  | { readonly kind: 'bound-not-accepted'; readonly product: string }
  | { readonly kind: 'included-tib'; readonly product: string; readonly tib: number };

/** What the same estate costs with another hypervisor. */
export interface HypervisorCost {
  readonly product: string;
  /** Null: no price is known. */
  readonly own: LicenceLine['amount'];
  readonly total: Bill['total'];
  readonly unpriced: readonly string[];
}

export interface LicenseQuestion {
  readonly estate: Estate;
  readonly policy: LicensingPolicy;
  /** Hosts that may be down at once. */
  readonly tolerate: number;
  readonly terms: readonly Terms[];
}

export function license(question: LicenseQuestion): LicenseAnswer {
  const { policy, terms } = question;
  const find = (id: string | null) => terms.find((candidate) => candidate.id === id) ?? null;
  const unknown = [policy.hypervisor, policy.storage, policy.backup].filter(
    (id) => id !== null && find(id) === null,
  );
  const hypervisor = find(policy.hypervisor);
  const guests = guestsOf(question, hypervisor);
  const whole = assembled(question, hypervisor, guests);
  const notes = unknown.map(
    (product): LicenseNote => ({
      kind: 'unknown-product',
      product: product ?? '',
    }),
  );
  return {
    bill: bill(whole.holdings, policy),
    choices: guests.choices,
    notes: [...notes, ...whole.notes],
  };
}

/** The same estate under every hypervisor of an era; guests are licensed anew where it matters to them. */
export function compareHypervisors(question: LicenseQuestion, era: Era): HypervisorCost[] {
  const { terms, policy } = question;
  const pinning = new Set(terms.flatMap(({ onlyWith }) => onlyWith ?? []));
  const known = new Map<string, Guests>();
  return terms
    .filter((candidate) => candidate.layer === 'hypervisor' && candidate.era === era)
    .map((hypervisor) => {
      const key = `${hypervisor.hostRuns} ${pinning.has(hypervisor.id) ? hypervisor.id : ''}`;
      const guests = known.get(key) ?? guestsOf(question, hypervisor);
      known.set(key, guests);
      const { lines, total, unpriced } = bill(
        assembled(question, hypervisor, guests).holdings,
        policy,
      );
      return { product: hypervisor.id, own: lines[0]?.amount ?? null, total, unpriced };
    });
}

interface Guests {
  readonly holdings: readonly Holding[];
  readonly choices: readonly ChoiceProof[];
  readonly notes: readonly LicenseNote[];
}

function guestsOf(question: LicenseQuestion, hypervisor: Terms | null): Guests {
  const movement = movementOf(question);
  const answers = software.map((which) => answerFor({ ...question, which, hypervisor, movement }));
  return {
    holdings: answers.flatMap(({ found }) => found?.holdings ?? []),
    choices: answers.flatMap(({ found }) => {
      if (found === null) return [];
      const { which, proof, alone, excluded } = found;
      return [{ which, proof, alone, excluded }];
    }),
    notes: answers.flatMap(({ notes }) => notes),
  };
}

const movementOf = ({ policy, tolerate }: LicenseQuestion): Movement => ({
  mobility: policy.mobility,
  tolerate,
});

/** Everything that is held, the hypervisor first. */
function assembled(question: LicenseQuestion, hypervisor: Terms | null, guests: Guests) {
  const { estate, policy, terms } = question;
  const movement = movementOf(question);
  const notes = [...guests.notes];
  const scopes = (id: string | null, change: Partial<Scope> = {}): Holding[] => {
    const found = terms.find((candidate) => candidate.id === id);
    if (found === undefined) return [];
    return [{ terms: found, scope: { ...scopeOf(found, estate, movement), ...change } }];
  };
  const own = scopes(hypervisor?.id ?? null);
  let includedTib = 0;
  for (const { terms: held, scope } of own) {
    notes.push(...sizeNotes(held, estate));
    includedTib = count(held, scope).counted * held.includedTib;
    if (includedTib > 0 && policy.storage !== null) {
      notes.push({ kind: 'included-tib', product: held.id, tib: includedTib });
    }
  }
  const storage = scopes(policy.storage, { includedTib });
  return { holdings: [...own, ...guests.holdings, ...storage, ...scopes(policy.backup)], notes };
}

interface SoftwareQuestion extends LicenseQuestion {
  readonly which: Software;
  readonly hypervisor: Terms | null;
  readonly movement: Movement;
}

function answerFor(question: SoftwareQuestion): {
  readonly found: FamilyAnswer | null;
  readonly notes: readonly LicenseNote[];
} {
  const { which, estate, hypervisor, policy, terms } = question;
  const machines = machinesWith(estate, which);
  const isHostSystem = hypervisor?.hostRuns === which;
  if (machines === 0 && !isHostSystem) return { found: null, notes: [] };
  const wanted = policy.choices[which];
  if (wanted === null) return { found: null, notes: [{ kind: 'not-licensed', which, machines }] };
  const candidates = terms.filter(
    ({ id, family, covers }) => covers === which && (id === wanted || family === wanted),
  );
  if (candidates.length === 0) {
    return { found: null, notes: [{ kind: 'unknown-product', product: wanted }] };
  }
  const found = cheapest({ ...question, candidates });
  if (found.holdings.length === 0) {
    return { found, notes: [{ kind: 'nothing-covers', which, machines }] };
  }
  const notBound =
    policy.mobility === 'bound'
      ? found.holdings.filter(({ terms: held }) => held.reach === 'cluster')
      : [];
  return {
    found,
    notes: notBound.map(({ terms: held }) => ({ kind: 'bound-not-accepted', product: held.id })),
  };
}

function sizeNotes({ id, largestHostSockets: most }: Terms, { hosts }: Estate): LicenseNote[] {
  const largest = Math.max(0, ...hosts.map(({ socketCount }) => socketCount));
  return most !== null && largest > most
    ? [{ kind: 'host-too-large', product: id, sockets: largest }]
    : [];
}
