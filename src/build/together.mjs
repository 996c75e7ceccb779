import { spawn } from 'node:child_process';

// Runs npm scripts at once: node src/build/together.mjs check lint,build
// Those with a comma between them run one after the other. What each row says is printed when it ends, so that nothing is mixed.

/** @param {string} script */
function run(script) {
  return new Promise(
    (/** @type {(ended: { script: string, said: string, code: number | null }) => void} */ resolve) => {
      const child = spawn('npm', ['run', script], { shell: process.platform === 'win32' });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text) => {
          said += text;
        });
      }
      child.on('error', ({ message }) => resolve({ script, said: message, code: 1 }));
      child.on('close', (code) => resolve({ script, said, code }));
    },
  );
}

/** @param {string} row */
async function runRow(row) {
  for (const script of row.split(',')) {
    const { said, code } = await run(script);
    process.stdout.write(said);
    if (code !== 0) {
      console.error(`npm run ${script} failed.`);
      return false;
    }
  }
  return true;
}

const rows = process.argv.slice(2);
if (rows.length === 0) throw new Error('usage: node src/build/together.mjs SCRIPT[,SCRIPT...] ...');
const went = await Promise.all(rows.map(runRow));
process.exitCode = went.every(Boolean) ? 0 : 1;
