import type { Outcome } from './outcome';

/** Hands what a command came to over to whoever called it. */
export function print({ output, error, code }: Outcome): void {
  // A reader that has seen enough (`| head`) closes the pipe: that is no fault.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
  });
  if (error !== '') process.stderr.write(`${error}\n`);
  process.stdout.write(output);
  process.exitCode = code;
}
