import { showCurrentPage, startContents } from './contents.ts';
import { startLanguageSwitch } from './language-switch.ts';
import { startMenu } from './menu.ts';
import { startOffline } from './offline.ts';
import { startSearch } from './search.ts';
import { startThemeSwitch } from './theme-switch.ts';

startThemeSwitch();
startLanguageSwitch();
startMenu();
startContents();
showCurrentPage();
startSearch();
startOffline();
