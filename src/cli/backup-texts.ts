import type { BackupAnswer, ClassAnswer } from '../model/backup/answer.ts';
import type { BackupWords } from '../words/backup.ts';
import type { Language } from '../words/format.ts';
import type { HelpPage } from './command.ts';

/** What the command `backup` says of its own. */
interface BackupTexts {
  readonly page: HelpPage;
  readonly plan: (answer: BackupAnswer, words: BackupWords, nameOf: NameOf) => string;
}
/** Name of a method by its id; null where there is none. */
type NameOf = (id: string | null) => string | null;

const form = `{verdicts:[{method, fits, because:[{effect, kind, ...}]}], plan:[{class, method, machines, usedGib, ...}],
   capacityGib:[a figure a year], windowSeconds, bottleneck, restoreSeconds:{file, machine, host, everything},
   holds, nights:[...], trouble, response, offsite, rule, notes, schedule:[{workload, host, startSeconds, endSeconds}]}`;
const synopsis = 'backup [FILE...] [--scenario s.json]';

const classRows = (answer: BackupAnswer, words: BackupWords, nameOf: NameOf) =>
  answer.classes.map((own) => {
    const title = own.name || (words.classes.known[own.id] ?? words.classes.unnamed(own.id));
    return `  ${title}: ${own.machines}, ${words.size(own.usedGib)}, ${nameOf(own.method) ?? words.classes.noMethod}`;
  });

function verdictRows(answer: BackupAnswer, words: BackupWords, nameOf: NameOf): string[] {
  const rest = answer.classes[answer.classes.length - 1] as ClassAnswer;
  return rest.verdicts.map(({ method, fits, because }) => {
    const told = because.filter(({ effect }) =>
      fits === 'does-not-fit' ? effect === 'against' : true,
    );
    const reasons = told.map(words.reason).join(' / ');
    return `  ${words.verdict[fits]}: ${nameOf(method)}${reasons === '' ? '' : ` (${reasons})`}`;
  });
}

const restoreRows = ({ restore }: BackupAnswer, { restore: texts, duration }: BackupWords) => [
  `  ${texts.what.file}: ${duration(restore.file.seconds)}`,
  `  ${texts.what.machine}: ${duration(restore.machine.seconds)}`,
  `  ${texts.what.host(restore.host.name, restore.host.machines)}: ${duration(restore.host.seconds)}`,
  `  ${texts.what.everything(restore.everything.machines)}: ${duration(restore.everything.seconds)}`,
];

/** The plan line by line; its sentences are those of the tool. */
function planText(answer: BackupAnswer, words: BackupWords, nameOf: NameOf): string {
  const { steps, duration, size } = words;
  const decisive = answer.nights.find(({ night }) => night === answer.decisive);
  return [
    steps.verdicts,
    ...verdictRows(answer, words, nameOf),
    steps.plan,
    ...classRows(answer, words, nameOf),
    `${steps.space}  ${answer.capacityGib.map(size).join(', ')}`,
    `${steps.window}  ${duration(answer.windowSeconds)} ${answer.holds ? words.window.holds : words.window.tooLong}`,
    `  ${words.window.bottleneck(words.bottleneck[answer.bottleneck], decisive?.boundSeconds ?? 0)}`,
    steps.restore,
    ...restoreRows(answer, words),
    ...answer.notes.map((note) => `* ${words.note(note)}`),
  ].join('\n');
}

export const backupTexts: Readonly<Record<Language, BackupTexts>> = {
  en: {
    page: {
      brief: 'backup [FILE]',
      summary: 'which backup for which machines; space, night and return',
      synopsis,
      text: `Chooses backup methods by the scenario's section "backup", with reasons, and computes what follows. Without FILE it
answers for as many like machines as "backup.sample" gives. With --json:
  ${form}
fits: fits, fits-if, does-not-fit. Exit 3 where no method fits a class.`,
      readsFleet: true,
    },
    plan: planText,
  },
  ja: {
    page: {
      brief: 'backup [FILE]',
      summary: 'どの仮想マシンにどのバックアップか。容量、夜の時間帯、リストア',
      synopsis,
      text: `シナリオの "backup" に従って方式を選び、理由を示し、容量と時間を計算する。FILE を省くと、"backup.sample" の台数の
同じ仮想マシンとして計算する。--json の形式：
  ${form}
fits は fits、fits-if、does-not-fit のいずれか。合う方式のない分類があれば終了コード 3。`,
      readsFleet: true,
    },
    plan: planText,
  },
};
