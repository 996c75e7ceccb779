import { nearName } from '../../world/near-name';
import { quoted, shown } from '../../world/quoted';
import { bad, good, type Outcome, type Surroundings } from '../outcome';
import { readJson } from '../read-json';
import { absorb } from './absorb';
import { cascade } from './cascade';
import { clear } from './clear';
import { debtrank } from './debtrank';
import { BadRequest, type Request, refuse, refuseUnknown } from './fields';
import { help } from './help';
import { leontief } from './leontief';
import type { Task } from './task';
import { trace } from './trace';

const tasks: ReadonlyMap<string, Task> = new Map(Object.entries({ clear, cascade, debtrank, trace, leontief, absorb }));

/** Answers one request about a network. Throws only if the machine fails it: the engine is missing or broken. */
export async function networkCommand(words: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  if (words.includes('--help') || words.includes('-h')) return good(help);
  const [file, second] = words;
  const option = words.find((word) => word.startsWith('-') && word !== '-');
  if (option !== undefined) return bad('network', `there is no option ${quoted(option)}; --help says what there is`);
  if (file === undefined) return bad('network', 'needs the name of a file with a request, or - for standard input');
  if (second !== undefined) return bad('network', `only one file is taken, and ${quoted(second)} is a second one`);
  const read = await readJson(file, surroundings.readText, file === '-' ? 'standard input' : undefined);
  if (typeof read === 'string') return bad('network', read);
  try {
    const answer = await answerTo(read.json, surroundings);
    return good(`${JSON.stringify(answer)}\n`);
  } catch (fault) {
    if (fault instanceof BadRequest) return bad('network', fault.message);
    throw fault;
  }
}

async function answerTo(json: unknown, { loadCore }: Surroundings): Promise<object> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new BadRequest(`the request must be an object, but is ${shown(json)}`);
  }
  const request = json as Request;
  const task = taskOf(request.task);
  refuseUnknown(request, ['task', ...task.fields]);
  const answer = await task.answer(request, await loadCore());
  // Amounts that differ by hundreds of orders of magnitude can leave the range of numbers.
  if (!allFinite(answer)) throw new BadRequest('the amounts of this request are too far apart to calculate with');
  return answer;
}

function taskOf(name: unknown): Task {
  const names = [...tasks.keys()].join(', ');
  if (name === undefined) refuse('task', `is missing; tasks are ${names}`);
  const task = typeof name === 'string' ? tasks.get(name) : undefined;
  if (task) return task;
  const near = typeof name === 'string' ? nearName(name, [...tasks.keys()]) : undefined;
  const hint = near === undefined ? `tasks are ${names}` : `did you mean ${near}?`;
  return refuse('task', `there is no task ${typeof name === 'string' ? quoted(name) : shown(name)}; ${hint}`);
}

/** Are all the numbers of an answer numbers that JSON can hold? */
function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Array.isArray(value) ? value.every(allFinite) : Object.values(value).every(allFinite);
}
