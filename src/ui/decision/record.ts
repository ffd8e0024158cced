import type { Decision } from '~/model/scoring/decide.ts';
import type { DecisionPolicy } from '~/model/scoring/policy.ts';
import type { DecisionWords } from '~/words/decision.ts';
import type { Format } from '~/words/format.ts';
import { type DecisionData, namesIn } from './parts.ts';

export interface RecordParts {
  readonly format: Format;
  readonly own: DecisionWords;
  readonly data: DecisionData;
  readonly policy: DecisionPolicy;
  readonly decision: Decision;
}

/** A cell of a Markdown table: a bar in a name would end it. */
const cell = (text: string) => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
];

/** The decision as a Markdown document: weights, ranking, what is out, what would change it. */
export function decisionRecord({ format, own, data, policy, decision }: RecordParts): string {
  const names = namesIn(data, own.weights.cost);
  const { answer, changes, weights, record, steps } = own;
  const percent = (share: number) => format.percent(share, 1);
  const out = decision.out.map(
    ({ product, reason }) =>
      `- ${answer.out(names.product(product), reason.kind === 'lacks' ? names.criterion(reason.criterion) : null)}`,
  );
  const weighed = data.criteria.map(({ id, name }) => [
    name,
    format.number(policy.weights[id] ?? 1, 2),
    policy.mustHave.includes(id) ? weights.mustHave : '',
  ]);
  const head = [
    `# ${record.title}`,
    '',
    record.basis,
    record.notAdvice,
    '',
    `## ${steps.weights}`,
    '',
    ...table([answer.criterion, answer.weight, weights.mustHave], weighed),
    '',
    `## ${steps.answer}`,
    '',
  ];
  if (decision.kind === 'none-left') return [...head, answer.noneLeft, '', ...out, ''].join('\n');
  const { ranking, flips, decisiveGaps, gaps } = decision;
  const flipLines = flips.map(
    ({ criterion, weight, flipsAt, leaderAfter }) =>
      `- ${changes.flip(names.criterion(criterion), percent(flipsAt), percent(weight), names.product(leaderAfter))}`,
  );
  const gapLines = decisiveGaps.map(
    ({ product, criterion, leaderThen }) =>
      `- ${changes.gap(names.product(product), names.criterion(criterion), names.product(leaderThen))}`,
  );
  return [
    ...head,
    ...table(
      [answer.place, answer.product, answer.score, answer.first, answer.firstNear, answer.doubtful],
      ranking.map(({ product, score, firstRankShare, firstRankShareNear, doubtful }, place) => [
        format.count(place + 1),
        names.product(product),
        `${format.number(score.middle, 3)} (${format.number(score.low, 3)}–${format.number(score.high, 3)})`,
        percent(firstRankShare),
        percent(firstRankShareNear),
        doubtful.length === 0 ? answer.none : format.names(doubtful.map(names.criterion)),
      ]),
    ),
    '',
    answer.gaps(format.count(gaps.unknown), format.count(gaps.of)),
    '',
    ...out,
    '',
    `## ${changes.flips}`,
    '',
    ...(flipLines.length === 0 ? [changes.noFlip] : flipLines),
    '',
    `## ${changes.gaps}`,
    '',
    ...(gapLines.length === 0 ? [changes.noGap] : gapLines),
    '',
    `## ${answer.how}`,
    '',
    ...answer.formula.map((line) => `- ${line}`),
    '',
  ].join('\n');
}
