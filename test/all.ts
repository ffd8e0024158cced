/**
 * Everything that guards a change: format and lint, import directions, types, unit tests, the build, and end-to-end
 * tests in a real browser. Prints as its last line `N passed, N failed[, N skipped]`, summed over unit and end-to-end
 * tests; a step without tests of its own that fails counts as one failure.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const reports = mkdtempSync(join(tmpdir(), 'hostfit-test-'));
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');
/**
 * The end-to-end tests run under a base path that is not '/', in a folder that `npm start` does not use, with an
 * origin, because only then are there a sitemap and addresses for sharing to test.
 */
const site = {
  HOSTFIT_BASE: '/hostfit/',
  HOSTFIT_OUT: '.dist-e2e',
  HOSTFIT_SITE: 'https://hostfit.example',
};
const total: Count = { passed: 0, failed: 0, skipped: 0 };
let hasFailed = false;

/** Runs one script of package.json, and says its output whole where another one runs beside it; true when it succeeded. */
async function run(
  script: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const isBeside = script === 'unit';
  const said: Buffer[] = [];
  if (!isBeside) console.log(`\n— ${script}`);
  const started = Date.now();
  const child = spawn('npm', ['run', '-s', script, ...(args.length ? ['--', ...args] : [])], {
    stdio: ['ignore', isBeside ? 'pipe' : 'inherit', isBeside ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => said.push(part));
  }
  const [status] = await once(child, 'close');
  if (isBeside) console.log(`\n— ${script}\n${Buffer.concat(said)}`);
  console.log(
    `— ${script}: ${status === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  if (status !== 0) hasFailed = true;
  return status === 0;
}

function add(count: Count) {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

const stepFailed: Count = { passed: 0, failed: 1, skipped: 0 };

function readReport(file: string, read: (json: never) => Count, isOk: boolean) {
  try {
    const count = read(JSON.parse(readFileSync(file, 'utf8')) as never);
    // A runner may fail without a failing test: a file that does not load, a worker that dies.
    add(!isOk && count.failed === 0 ? { ...count, failed: 1 } : count);
  } catch {
    add(stepFailed);
    hasFailed = true;
  }
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

interface PlaywrightReport {
  readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
}

if (!(await run('lint'))) add(stepFailed);
// Beside check and build, which leave a core idle.
const unit = run('unit', [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
if (!(await run('check'))) add(stepFailed);
const isBuilt = await run('build', [], site);
readReport(
  unitReport,
  (json: VitestReport) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }),
  await unit,
);
if (isBuilt) {
  const isE2eOk = await run('e2e', [], { ...site, CI: 'true', HOSTFIT_E2E_JSON: e2eReport });
  readReport(
    e2eReport,
    ({ stats }: PlaywrightReport) => ({
      passed: stats.expected,
      // A flaky test is a failing test that was lucky.
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
    isE2eOk,
  );
} else add(stepFailed);

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = hasFailed || total.failed > 0 ? 1 : 0;
