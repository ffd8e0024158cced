import type { LicenceLine } from '../../model/licensing/bill.ts';
import type { Licensed } from '../../model/licensing/licensing-steps.ts';
import { type LicensingCatalogue, toAllTerms } from '../../scenario/licensing-catalogue.ts';
import {
  type LicensingWords,
  loadLicensingWords,
  noteSentence,
  stepSentence,
} from '../../words/licensing.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes, UsageError } from '../command.ts';
import { type LicensingTexts, licensingTexts } from '../licensing-texts.ts';
import { readLicensing } from '../read-catalogues.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import { tellObstacles } from '../tell-obstacles.ts';
import type { Texts } from '../texts.ts';

/** Counts and prices the licences of a plan, or of plain numbers. */
export const license: Command = {
  name: 'license',
  options: { scenario: 'text' },
  help: ({ language }) => licensingTexts(language).page,
  run: async (request, texts) => {
    const own = licensingTexts(texts.language);
    const given = await readScenario(request, texts);
    const catalogue = await readLicensing();
    const planner = createLocalPlanner();
    const hasFiles = request.files.length > 0;
    if (!hasFiles && given.licensing.numbers === null) throw new UsageError(own.nothingToCount);
    // A file that is named is what the reader asks about.
    const scenario = hasFiles
      ? { ...given, licensing: { ...given.licensing, numbers: null } }
      : given;
    const fleet = hasFiles ? (await importAsked(planner, request, texts)).fleet : null;
    const answer = await planner.license(scenario, toAllTerms(catalogue.products), null);
    if (answer.kind === 'no-fleet') throw new UsageError(own.nothingToCount);
    if (answer.kind === 'impossible') {
      tellObstacles(answer.reasons, { fleet, scenario, texts });
      const { kind, reasons } = answer;
      if (request.isJson) console.log(JSON.stringify({ kind, reasons }));
      return exitCodes.infeasible;
    }
    const words = await loadLicensingWords(texts.language);
    const question = { words, catalogue, texts, own };
    if (request.isJson) console.log(JSON.stringify(publicAnswer(answer, question)));
    else console.log(printed(answer, question));
    return exitCodes.done;
  },
};

interface Question {
  readonly words: LicensingWords;
  readonly catalogue: LicensingCatalogue;
  readonly texts: Texts;
  readonly own: LicensingTexts;
}

function nameOf(id: string, { catalogue, texts }: Question): string {
  return catalogue.products.find((product) => product.id === id)?.name[texts.language] ?? id;
}

function publicAnswer(answer: Licensed, question: Question) {
  const { words, catalogue } = question;
  const { bill, choices, notes, estate, hypervisors } = answer;
  return {
    lines: bill.lines.map((line) => publicLine(line, question)),
    total: bill.total,
    byCurrency: bill.byCurrency,
    unpriced: bill.unpriced,
    years: bill.years,
    choices,
    hypervisors,
    notes: notes.map((note) => ({ ...note, text: noteSentence(words, 'note', note) })),
    estate,
    sources: catalogue.sources.filter(({ id }) =>
      bill.lines.some((line) =>
        catalogue.products.find(({ id: own }) => own === line.product)?.sources.includes(id),
      ),
    ),
    notAQuote: words.notQuote,
  };
}

function publicLine(line: LicenceLine, question: Question) {
  const { words, catalogue } = question;
  const { amount, price } = line;
  return {
    product: line.product,
    name: nameOf(line.product, question),
    layer: line.layer,
    covers: line.covers,
    metric: line.metric,
    counted: line.counted,
    because: line.because.map((step) => ({ ...step, text: stepSentence(words, step) })),
    packs: line.packs,
    packSize: line.packSize,
    amount: amount && { minor: amount.minor, currency: amount.currency },
    range: amount && { lowMinor: amount.lowMinor, highMinor: amount.highMinor },
    once: line.once,
    perYear: line.perYear,
    price,
    notes: line.notes.map((note) => ({ ...note, text: noteSentence(words, 'lineNote', note) })),
    sources: catalogue.products.find(({ id }) => id === line.product)?.sources ?? [],
  };
}

function printed({ bill, notes }: Licensed, question: Question): string {
  const { words, own } = question;
  const lines = bill.lines.map((line) => {
    const { amount } = line;
    const money = amount === null ? own.ask : words.money(amount);
    const because = line.because.map((step) => `    ${stepSentence(words, step)}\n`).join('');
    const remarks = line.notes.map((note) => noteSentence(words, 'lineNote', note)).join('; ');
    const head = `${nameOf(line.product, question)}: ${words.format.count(line.counted)} (${words.metric[line.metric]}), ${money}`;
    return `${head}${remarks === '' ? '' : ` [${remarks}]`}\n${because}`;
  });
  const total =
    bill.total === null
      ? own.unknownTotal
      : `${words.money(bill.total)} (${words.years(bill.years)})`;
  const remarks = notes.map((note) => `${own.note}: ${noteSentence(words, 'note', note)}\n`);
  return `${lines.join('\n')}\n${own.total}: ${total}\n${remarks.join('')}${words.notQuote}`;
}
