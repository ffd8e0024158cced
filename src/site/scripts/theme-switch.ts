import { remember } from './remember.ts';

const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');

const isDark = () =>
  root.dataset['theme'] === undefined ? systemDark.matches : root.dataset['theme'] === 'dark';

/** The button that turns the theme over. Turning back to the system's theme follows the system again. */
export function startThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (button === null) return;
  const label = () => {
    const { toLight = '', toDark = '' } = button.dataset;
    button.setAttribute('aria-label', isDark() ? toLight : toDark);
  };
  button.addEventListener('click', () => {
    const wanted = isDark() ? 'light' : 'dark';
    const system = systemDark.matches ? 'dark' : 'light';
    if (wanted === system) delete root.dataset['theme'];
    else root.dataset['theme'] = wanted;
    remember('hostfit-theme', wanted === system ? null : wanted);
    label();
  });
  systemDark.addEventListener('change', label);
  label();
}
