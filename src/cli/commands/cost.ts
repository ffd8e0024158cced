import type { OptionCost } from '../../model/cost/answer.ts';
import { publicCost } from '../../model/cost/public-answer.ts';
import type { CostOutcome } from '../../model/cost/steps.ts';
import type { Fleet } from '../../model/fleet/fleet.ts';
import type { Scenario } from '../../model/scenario.ts';
import { toAllTerms } from '../../scenario/licensing-catalogue.ts';
import { type CostWords, loadCostWords } from '../../words/cost.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import {
  type Command,
  exitCodes,
  type HelpPage,
  type Request,
  textOption,
  UsageError,
} from '../command.ts';
import { en } from '../cost-texts.en.ts';
import { ja } from '../cost-texts.ja.ts';
import { readLicensing } from '../read-catalogues.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import { tellObstacles } from '../tell-obstacles.ts';
import type { Texts } from '../texts.ts';

export interface CostTexts {
  readonly help: HelpPage;
  readonly badYears: (given: string) => string;
  readonly fleetNeeded: (option: string) => string;
  readonly impossible: (option: string) => string;
  readonly missing: (option: string) => string;
  readonly years: (years: number) => string;
  readonly head: Readonly<
    Record<'option' | 'hosts' | 'total' | 'npv' | 'saving' | 'payback', string>
  >;
  readonly unknown: string;
}

const textsOf = ({ language }: Texts): CostTexts => (language === 'ja' ? ja : en);

/** What the options of a scenario cost over the years. */
export const cost: Command = {
  name: 'cost',
  options: { scenario: 'text', years: 'text' },
  help: (texts) => textsOf(texts).help,
  run: async (request, texts) => {
    const own = textsOf(texts);
    const words = await loadCostWords(texts.language);
    const read = await readScenario(request, texts);
    const scenario = withYears(read, request, own);
    const catalogue = await readLicensing();
    const planner = createLocalPlanner();
    let fleet: Fleet | null = null;
    if (request.files.length > 0 || textOption(request, 'scenario') === null) {
      fleet = (await importAsked(planner, request, texts)).fleet;
    } else demandCounts(scenario, own, words);
    const outcome = await planner.cost(scenario, toAllTerms(catalogue.products), null);
    if (request.isJson) console.log(JSON.stringify(publicCost(outcome, fleet)));
    else {
      console.log(table(outcome, own, words));
      tellGaps(outcome, { fleet, scenario, texts, own, words });
    }
    const [asked] = outcome.cost.options;
    const isImpossible = outcome.impossible.some(({ option }) => option === asked?.id);
    return isImpossible ? exitCodes.infeasible : exitCodes.done;
  },
};

function withYears(scenario: Scenario, request: Request, own: CostTexts): Scenario {
  const given = textOption(request, 'years');
  if (given === null) return scenario;
  if (!/^([1-9]|10)$/.test(given)) throw new UsageError(own.badYears(given));
  return { ...scenario, cost: { ...scenario.cost, years: Number(given) } };
}

/** Without a fleet there is no plan to count hosts by. */
function demandCounts({ cost: { options } }: Scenario, own: CostTexts, words: CostWords): void {
  options.forEach(({ name, hosts }, index) => {
    if (hosts.count === null) {
      throw new UsageError(own.fleetNeeded(words.optionName(name, index + 1)));
    }
  });
}

interface Telling {
  readonly fleet: Fleet | null;
  readonly scenario: Scenario;
  readonly texts: Texts;
  readonly own: CostTexts;
  readonly words: CostWords;
}

/** Says on standard error which options fit nowhere, and what is asked for. */
function tellGaps({ cost: answer, impossible }: CostOutcome, telling: Telling): void {
  const { fleet, scenario, texts, own, words } = telling;
  const named = [
    { option: answer.stay, name: words.stay },
    ...answer.options.map((option, index) => ({
      option,
      name: words.optionName(option.name, index + 1),
    })),
  ];
  for (const { option, name } of named) {
    const reasons = impossible.find((found) => found.option === option.id)?.reasons ?? [];
    if (reasons.length > 0) console.error(`hostfit: ${own.impossible(name)}`);
    tellObstacles(reasons, { fleet, scenario, texts }, '  ');
    if (option.missing.length === 0) continue;
    console.error(`hostfit: ${own.missing(name)}`);
    for (const gap of option.missing) console.error(`hostfit:   ${words.missing(gap)}`);
  }
}

/** The options side by side: one a line, for a reader at a terminal. */
function table({ cost: answer }: CostOutcome, own: CostTexts, words: CostWords): string {
  const { currency, years } = answer;
  const { head, unknown } = own;
  const amount = (minor: number | null) =>
    minor === null ? words.incomplete : words.money.exact(minor, currency);
  const row = (name: string, option: OptionCost) => [
    name,
    option.hosts.count === null ? unknown : words.format.count(option.hosts.count),
    amount(option.total),
    amount(option.npv),
    option.saving === null ? unknown : amount(option.saving.npv),
    option.saving === null ? unknown : words.payback(option.saving.payback),
  ];
  const rows = [
    [head.option, head.hosts, head.total, head.npv, head.saving, head.payback],
    row(words.stay, answer.stay),
    ...answer.options.map((option, index) => row(words.optionName(option.name, index + 1), option)),
  ];
  const lines = rows.map((cells) => cells.join('\t'));
  return [own.years(years), ...lines, words.notAQuote].join('\n');
}
