import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { promisedTo } from './backlog-story';
import { droughtOf } from './drought';
import { type Fall, fallsOf } from './fall';
import { dollars } from './money';
import type { Totals } from './totals';

/** What the timeline shows in this world, in a sentence. */
export function finding(run: Run, totals: Totals, cast: Cast): string {
  const falls = fallsOf(run);
  if (falls.length > 0) return `${whoFalls(falls, cast)}${whatGoes(run, falls, totals, cast)}.`;
  const missing = new Set(run.events.map(({ firm }) => firm));
  if (missing.size > 0) return `${whoMisses(run, [...missing], cast)}, and no firm fails.`;
  if (totals.cut >= worthSaying) {
    return `Every bill is paid. ${dollars(totals.cut)} of promises that were not firm ${droughtOf(run) ? 'go with the money' : 'are not taken up'}.`;
  }
  if (!droughtOf(run)) return 'The money keeps coming, and every bill is paid.';
  if (run.levers.backstop > 0 && totals.suppliers >= worthSaying) {
    return `Every bill is paid: the suppliers put ${dollars(totals.suppliers)} into the labs, investors ${dollars(totals.investors)}.`;
  }
  return 'The money thins, and every bill is still paid.';
}

/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;

function whoFalls(falls: readonly Fall[], cast: Cast): string {
  const failed = falls.filter(({ kind }) => kind === 'failed');
  const restructured = falls.filter(({ kind }) => kind === 'restructured');
  const [only] = falls;
  if (falls.length === 1) {
    const verb = only.kind === 'failed' ? 'fails' : 'is restructured';
    return `${cast.firms[only.firm].name} ${verb} in ${displayQuarter(only.t, cast.start)}`;
  }
  const parts = [];
  if (failed.length > 0) parts.push(`${names(failed, cast)} ${failed.length === 1 ? 'fails' : 'fail'}`);
  if (restructured.length > 0) {
    parts.push(`${names(restructured, cast)} ${restructured.length === 1 ? 'is' : 'are'} restructured`);
  }
  return parts.join(', and ');
}

function whoMisses(run: Run, firms: readonly number[], cast: Cast): string {
  const misses = run.events.filter(({ kind }) => kind === 'missed').length;
  const who = names(
    firms.map((firm) => ({ firm })),
    cast,
  );
  if (firms.length > 1) return `${who} miss payments`;
  return `${who} misses ${misses === 1 ? 'a payment' : `payments in ${count(misses)} quarters`}`;
}

/** "OpenAI and Anthropic"; many are counted. */
function names(falls: readonly { readonly firm: number }[], cast: Cast): string {
  const list = falls.map(({ firm }) => cast.firms[firm].name);
  if (list.length > 3) return `${count(list.length)} firms`;
  return list.length < 2 ? list.join() : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const count = (n: number): string => numbers[n] ?? String(n);

/** Whom it hits hardest for its size, and how much of what that firm had been promised is gone. */
function whatGoes(run: Run, falls: readonly Fall[], totals: Totals, cast: Cast): string {
  if (totals.lost < worthSaying) return ', and no contract ends';
  const hit = hardestHit(run);
  const mixed = falls.length > 1 && falls.some(({ kind }) => kind === 'restructured');
  if (!hit || mixed) return `: ${dollars(totals.lost)} of promises are lost`;
  return `, and ${cast.firms[hit.firm].name} loses ${portion(hit.share)} of what ${promisersOf(run, hit.firm, cast)}`;
}

/** "OpenAI had promised it": its backlog has other customers too, whom the network does not know. */
function promisersOf({ network: { firms, contracts } }: Run, firm: number, cast: Cast): string {
  const promises = (id: string) => contracts.some(({ payer, payee }) => payer === id && payee === firms[firm].id);
  const promisers = firms.flatMap(({ id }, i) => (promises(id) ? [{ firm: i }] : []));
  return `${names(promisers, cast)} had promised it`;
}

function hardestHit(run: Run): { firm: number; share: number } | undefined {
  let worst: { firm: number; share: number; weight: number } | undefined;
  run.network.firms.forEach(({ id }, firm) => {
    const { promised, gone, ended } = promisedTo(run, id);
    // In years of what the firm's business brings: the same loss is a scratch to one and a wound to another.
    const weight = gone / Math.max(run.losses.operatingCash[firm], 1e-9);
    if (ended > 0 && weight > (worst?.weight ?? 0)) worst = { firm, share: gone / promised, weight };
  });
  return worst;
}

/** A share in words that are true of it. */
export function portion(share: number): string {
  if (share >= 0.995) return 'all';
  if (share >= 0.9) return 'more than nine tenths';
  if (share > 0.75) return 'more than three quarters';
  if (share > 2 / 3) return 'more than two thirds';
  if (share > 0.5) return 'more than half';
  if (share > 1 / 3) return 'more than a third';
  if (share > 0.25) return 'more than a quarter';
  if (share > 0.1) return 'more than a tenth';
  return 'less than a tenth';
}
