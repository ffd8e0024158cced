import { classLabels, type VmClass } from '~/model/failover/failover-policy.ts';
import { vmClassDefaults } from '~/scenario/failover-defaults.ts';
import { className } from '~/words/class-name.ts';
import { DraftInput } from '../parts/draft.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { change, type FailoverPanelProps } from './parts.ts';

const numbers = [
  ['priority', 'priority', 1, 5],
  ['rtoSeconds', 'rto', 0, 63_072_000],
  ['bootReadMib', 'read', 0, 1e6],
  ['bootSeconds', 'boot', 0, 86_400],
  ['applicationSeconds', 'application', 0, 86_400],
] as const satisfies readonly (readonly [keyof VmClass, string, number, number])[];

/** Classes of machines: priority, promise, boot, and who starts before whom. */
export function ClassesPanel({ own, session }: FailoverPanelProps) {
  const { classes: texts } = own;
  const nameOf = (id: string) => className(texts.known, id);
  const { classes } = session.scenario.value.failover;
  const set = (index: number, part: Partial<VmClass>) =>
    change(session, {
      classes: classes.map((vmClass, at) => (at === index ? { ...vmClass, ...part } : vmClass)),
    });
  const add = () => {
    const id = texts.fresh(classes.length + 1);
    const fresh: VmClass = { id, ...vmClassDefaults, match: { label: 'application', text: '' } };
    change(session, { classes: [fresh, ...classes] });
  };
  const head = [
    texts.id,
    texts.match,
    texts.text,
    ...numbers.map(([, text]) => texts[text]),
    texts.after,
    '',
  ];
  return (
    <div class="failover-classes">
      <h3>{texts.title}</h3>
      <p class="field-hint">{texts.about}</p>
      <ScrollRegion label={texts.title}>
        <table>
          <caption class="visually-hidden">{texts.title}</caption>
          <thead>
            <tr>
              {head.map((text, column) =>
                text === '' ? (
                  <td key={column} />
                ) : (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {classes.map((vmClass, index) => (
              <tr key={index}>
                <th scope="row">
                  <DraftInput
                    aria-label={texts.of(texts.id, nameOf(vmClass.id))}
                    value={nameOf(vmClass.id)}
                    maxLength={100}
                    onText={(text) => {
                      const id = text.trim();
                      const isTaken = classes.some(
                        (other) => other.id === id || nameOf(other.id) === id,
                      );
                      if (id !== '' && !isTaken) set(index, { id });
                    }}
                  />
                </th>
                <td>
                  <select
                    aria-label={texts.of(texts.match, nameOf(vmClass.id))}
                    value={vmClass.match?.label ?? ''}
                    onChange={(event) => {
                      const label = classLabels.find(
                        (known) => known === event.currentTarget.value,
                      );
                      const text = vmClass.match?.text ?? '';
                      set(index, { match: label === undefined ? null : { label, text } });
                    }}
                  >
                    <option value="">{texts.any}</option>
                    {classLabels.map((label) => (
                      <option key={label} value={label}>
                        {texts.labels[label]}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <input
                    aria-label={texts.of(texts.text, nameOf(vmClass.id))}
                    value={vmClass.match?.text ?? ''}
                    maxLength={100}
                    disabled={vmClass.match === null}
                    onInput={(event) => {
                      if (vmClass.match === null) return;
                      set(index, { match: { ...vmClass.match, text: event.currentTarget.value } });
                    }}
                  />
                </td>
                {numbers.map(([name, text, least, most]) => (
                  <td key={name}>
                    <input
                      type="number"
                      inputMode="numeric"
                      min={least}
                      max={most}
                      aria-label={texts.of(texts[text], nameOf(vmClass.id))}
                      value={vmClass[name] ?? ''}
                      onInput={(event) => {
                        const { value } = event.currentTarget;
                        const number = Number(value);
                        if (value === '' && name === 'rtoSeconds') set(index, { [name]: null });
                        const isWhole = name !== 'priority' || Number.isInteger(number);
                        if (value !== '' && isWhole && number >= least && number <= most) {
                          set(index, { [name]: number });
                        }
                      }}
                    />
                  </td>
                ))}
                <td>
                  <select
                    aria-label={texts.of(texts.after, nameOf(vmClass.id))}
                    value={vmClass.after ?? ''}
                    onChange={(event) => set(index, { after: event.currentTarget.value || null })}
                  >
                    <option value="">{texts.nobody}</option>
                    {classes
                      .filter(({ id }) => id !== vmClass.id)
                      .map(({ id }) => (
                        <option key={id} value={id}>
                          {nameOf(id)}
                        </option>
                      ))}
                  </select>
                </td>
                <td>
                  {classes.length > 1 && (
                    <button
                      type="button"
                      data-kind="quiet"
                      data-size="small"
                      aria-label={texts.remove(nameOf(vmClass.id))}
                      onClick={() =>
                        change(session, { classes: classes.filter((_, at) => at !== index) })
                      }
                    >
                      ×
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <button type="button" onClick={add}>
        {texts.add}
      </button>
    </div>
  );
}
