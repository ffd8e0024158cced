// Runs before the first paint: sets the chosen theme, so that no page flashes in the other one, and
// tells the styles that scripts run. Classic and tiny, because it holds up the page.
document.documentElement.dataset.js = '';
try {
  const theme = localStorage.getItem('hostfit-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's theme holds.
}
