// The root page's: leads on in the language chosen before, else the first one that the browser names
// and the site has. Without this script the page offers both.
{
  const of = (/** @type {string | null} */ name) => /^(ja|en)\b/.exec(name ?? '')?.[1];
  let chosen;
  try {
    chosen = of(localStorage.getItem('hostfit-language'));
  } catch {
    // Storage may be forbidden; the browser's languages hold.
  }
  location.replace(`${chosen ?? navigator.languages.map(of).find(Boolean) ?? 'en'}/`);
}
