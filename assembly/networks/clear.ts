/**
 * Clearing as a service, on any network: Eisenberg and Noe (2001); Rogers and Veraart (2013).
 *
 * The systems solved on the way down are never singular. A group in default that pays nobody outside itself, and is solved for as
 * a whole, would lose by the newly fallen; but all it pays it receives, so it cannot have lost anything.
 */
import { reals, wholes } from '../arena';
import { allocateCertificate, bound, certify, residual } from './certificate';
import { allocateClimb, climb } from './climb';
import { allocateDescent, descend, FREE, PAYS, role, wave } from './descent';
import { nodes, tranches } from './graph';
import {
  allocateObligations,
  obligation,
  owed,
  placeInDefault,
  ratio,
  recovery,
  sumObligations,
  threshold,
} from './obligations';
import { weighted } from './system';

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

/** What each tranche pays, in the greatest and in the least clearing vector. */
let greatest = NO_REALS;
let least = NO_REALS;
/** Per node the round in which it falls on the way to the greatest vector, 0 if it does not; and 1 if it is in default in the least. */
let fallenIn = NO_WHOLES;
let inDefault = NO_WHOLES;
/** Residual and bound of the greatest vector, then of the least. */
let certificate = NO_REALS;

export function allocateClear(): void {
  allocateObligations();
  allocateDescent();
  allocateClimb();
  allocateCertificate();
  greatest = reals(tranches);
  least = reals(tranches);
  fallenIn = wholes(nodes);
  inDefault = wholes(nodes);
  certificate = reals(4);
}

/** Finds the greatest clearing vector, with or without its certificate. Returns the number of rounds. */
export function clearGreatest(alpha: f64, beta: f64, certified: bool): i32 {
  sumObligations(alpha, beta);
  for (let i = 0; i < nodes; i++) role[i] = FREE;
  const rounds = descend(1, 1);
  for (let t = 0; t < tranches; t++) greatest[t] = owed[t] * ratio[t];
  for (let i = 0; i < nodes; i++) fallenIn[i] = wave[i];
  if (certified) {
    certify(fallenIn, true);
    certificate[0] = residual;
    certificate[1] = bound;
  }
  return rounds;
}

/** Finds the least clearing vector, of a network with one class, with or without its certificate. */
export function clearLeast(alpha: f64, beta: f64, certified: bool): void {
  sumObligations(alpha, beta);
  climb();
  for (let i = 0; i < nodes; i++) {
    least[i] = owed[i] * ratio[i];
    inDefault[i] = role[i] == PAYS || threshold(i) == 0 ? 0 : 1;
  }
  if (!certified) return;
  for (let i = 0; i < nodes; i++) {
    const share = ratio[i];
    if (inDefault[i] && obligation[i] > 0) placeInDefault(i, recovery(i, weighted(i, ratio)));
    ratio[i] = share;
  }
  certify(inDefault, false);
  certificate[2] = residual;
  certificate[3] = bound;
}
