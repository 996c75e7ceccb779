/** What a command needs of the machine it runs on. */
export interface Surroundings {
  readText(file: string): Promise<string>;
  loadCore(): Promise<WebAssembly.Module>;
}

/** What a command came to. One of `output` and `error` is empty. */
export interface Outcome {
  readonly output: string;
  /** One line. */
  readonly error: string;
  /** 0, or 2 for bad input. */
  readonly code: number;
}

export function good(output: string): Outcome {
  return { output, error: '', code: 0 };
}

/** Bad input to the command of this name. */
export function bad(command: string, why: string): Outcome {
  return { output: '', error: `${command}: ${why}`, code: 2 };
}
