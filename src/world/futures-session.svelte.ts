import { type Levers, leverIds, type World } from '../engine';
import type { Batch } from '../engine/batch/batch';
import { answerAtOnce, type Column, type Findings, type FuturesPool, type Job } from '../engine/futures';
import { claims, plainClaims } from './claims';
import { lineOf, toFutures } from './futures';
import type { FuturesFile } from './futures-file';
import type { Frame } from './playback.svelte';
import type { Calendar } from './quarters';

/** Thousands of futures of the reader's world, for whoever on the page wants to know something of them. */
export interface Odds {
  /**
   * What they have come to so far, about the plain claims of the table (claims.ts). A new object whenever there is more to know. It answers for the world it was last turned to and for no other:
   * undefined while the first futures of that world have yet to run, and where they cannot.
   */
  readonly findings: Findings | undefined;
  /** The same where all claims of the table were asked, else undefined. See `wantClaims`. */
  readonly tested: Findings | undefined;
  /** The world that one of the futures of the findings is, by its index, to run it alone. */
  world(future: number): World;
  /** Why there are none, if they cannot be run. */
  readonly trouble: string | undefined;
  /** What is unusual about how they are run, if anything is. */
  readonly remark: string | undefined;
  /** The line of a series that is column 0 of the findings. */
  readonly watched: Column;
  watch(line: Column): void;
  /** Says that a figure is on the screen that wants them. Call the result when it no longer is. */
  want(): () => void;
  /** As `want`, for what shows the odds of the essay's claims. They cost four times what the futures do by themselves, so they are asked only while somebody looks. */
  wantClaims(): () => void;
  /**
   * The world whose futures they are. They begin in the same frame; the latest world wins. While a hand moves (`moving`), the next world is near: only the first few are run, if anybody wants more than the odds of
   * claims, and no claims are asked, until the hand rests on a world.
   */
  turnTo(levers: Levers, moving?: boolean): void;
  /**
   * Counts all of them here and now, with all claims where the page asks claims of its opening world: for paper, which does not wait. It takes some tenths of a second.
   * Where that fails, what was known stays.
   */
  countNow(): void;
  /** Ends the workers. For a page whose network changes: the futures of another one are another object. */
  close(): void;
}

/** Where futures are run: beside the page, or on its own thread if there is no other. */
type Where = 'worker' | 'own thread';

interface OddsOptions {
  readonly file: FuturesFile;
  readonly calendar: Calendar;
  /** For the futures of the opening world, which are run at once: the page shows them where it is rendered ahead, and again when it wakes up. */
  readonly batch: Batch;
  readonly opening: Levers;
  /** Are the claims of the essay asked of the opening world? True unless said. */
  readonly testsOpening?: boolean;
  /** Opens the pool, when somebody first wants it. */
  readonly open: (where: Where) => Promise<FuturesPool>;
  readonly frame?: Frame;
  /** Is told of futures that have been run, as they come in. */
  readonly counted?: ((futures: number) => void) | undefined;
}

/** Futures of the opening world that are run at once, in a few milliseconds. */
export const futuresAhead = 256;
/** Futures of a world that a hand passes on its way: those that the page's own thread runs at once. */
export const futuresInPassing = 64;
/** Futures of any world that the reader looks at. On the page's own thread they take turns with all else that it does. */
export const futuresWanted: Readonly<Record<Where, number>> = { worker: 10_000, 'own thread': 2000 };

export function createOdds({
  file,
  calendar,
  batch,
  opening,
  testsOpening = true,
  open,
  frame = inFrame,
  counted = () => {},
}: OddsOptions): Odds {
  const { network } = batch;
  let watched = $state.raw(
    lineOf(
      network,
      Math.max(
        0,
        network.firms.findIndex(({ lab }) => lab),
      ),
    ),
  );
  /** Are all claims asked? Not given up before the world turns: the answers are there. The opening world has them. */
  let asksAll = testsOpening;
  let claimsWanted = 0;
  const jobOf = (levers: Levers, count: number): Job => ({
    futures: toFutures(file, levers, calendar),
    count,
    columns: [watched],
    claims: Object.keys(asksAll ? claims : plainClaims),
  });
  /** A world and a line; with how many claims it is a question. */
  const matterOf = (levers: Levers) => [...leverIds.map((id) => levers[id]), watched.series, watched.column].join();
  const questionOf = (levers: Levers) => `${matterOf(levers)},${asksAll}`;

  const ahead = answerAtOnce(batch, claims, jobOf(opening, futuresAhead));
  counted(futuresAhead);
  const aheadOf = matterOf(opening);
  let findings = $state.raw<Findings | undefined>(fresh(ahead, ahead.count));
  let tested = $state(testsOpening);
  let trouble = $state<string>();
  let remark = $state<string>();
  let levers = opening;
  let isMoving = false;
  /** Which question the findings answer, and which one the pool is at. */
  let answered: string | undefined = questionOf(opening);
  let answeredFor = opening;
  let asked: { readonly question: string; readonly count: number } | undefined;
  let where: Where = 'worker';
  let pool: FuturesPool | undefined;
  let isOpening = false;
  let wanted = 0;
  let isPlanned = false;
  let isClosed = false;

  /** What several figures ask for at one moment is asked once, still before the frame is painted. */
  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() => {
      isPlanned = false;
      ask();
      const question = questionOf(levers);
      if (question === answered) return;
      // The opening world has its answer at hand, however the reader comes back to it.
      if (matterOf(levers) === aheadOf && (testsOpening || !asksAll) && !trouble) {
        take(ahead, question, levers, testsOpening, ahead.count);
        return;
      }
      findings = undefined;
      answered = undefined;
    });
  }

  function ask(): void {
    const question = questionOf(levers);
    const count = isMoving ? futuresInPassing : futuresWanted[where];
    const isEnough = question === answered && (findings?.futures ?? 0) >= count;
    if (isEnough && asked && asked.count > count) halt();
    const isAsked = asked?.question === question && asked.count === count;
    // Claims are not asked under a hand that moves, so who wants nothing else wants none of it.
    if (isMoving && wanted === claimsWanted) {
      halt();
      return;
    }
    if (wanted === 0 || trouble || isClosed || isAsked || isEnough) return;
    if (!pool) {
      openPool();
      return;
    }
    asked = { question, count };
    const [world, all] = [levers, asksAll];
    let told = 0;
    try {
      pool.start(jobOf(world, count), {
        progress(found) {
          counted(found.futures - told);
          told = found.futures;
          take(found, question, world, all, futuresWanted[where]);
        },
        failed,
      });
    } catch (error) {
      failed(error);
    }
  }

  function take(found: Findings, question: string, world: Levers, all: boolean, count: number): void {
    // Each picture but the last has at least four times the futures of the one before: fewer would hardly be seen, and a hand that moves needs the frames.
    const shown = question === answered ? (findings?.futures ?? 0) : 0;
    if (found.futures < found.count && found.futures < 4 * shown) return;
    tested = all;
    answered = question;
    answeredFor = world;
    findings = fresh(found, count);
  }

  function halt(): void {
    pool?.stop();
    asked = undefined;
  }

  /** Not before two frames have passed: by then every figure knows whether it is on the screen. */
  function openPool(): void {
    if (isOpening) return;
    isOpening = true;
    frame(() =>
      frame(() => {
        isOpening = false;
        if (wanted === 0 || pool || isClosed) return;
        isOpening = true;
        open(where)
          .then((opened) => {
            if (isClosed) opened.terminate();
            else pool = opened;
          }, failed)
          .finally(() => {
            isOpening = false;
            plan();
          });
      }),
    );
  }

  /** Whatever goes wrong beside the page is tried once more on its own thread, and the page says so. */
  function failed(error: unknown): void {
    pool?.terminate();
    pool = undefined;
    forget();
    const reason = error instanceof Error ? error.message : String(error);
    if (where === 'worker') {
      where = 'own thread';
      remark = `The futures could not be run beside the page (${reason}). They run on its own thread, and there are fewer of them.`;
      plan();
      return;
    }
    trouble = `The futures could not be run: ${reason} What needs them is not shown; all else on the page works.`;
  }

  /** The room in which a pool keeps its answers is used again, so those of the pool do not outlast it. */
  function forget(): void {
    asked = undefined;
    answered = undefined;
    findings = undefined;
  }

  function want(): () => void {
    wanted += 1;
    plan();
    let isWanted = true;
    return () => {
      if (!isWanted) return;
      isWanted = false;
      wanted -= 1;
      if (wanted > 0) return;
      halt();
    };
  }

  return {
    get findings() {
      return findings;
    },
    get tested() {
      return tested ? findings : undefined;
    },
    world: (future) => batch.future(toFutures(file, answeredFor, calendar), future),
    get trouble() {
      return trouble;
    },
    get remark() {
      return remark;
    },
    get watched() {
      return watched;
    },
    watch(line) {
      watched = line;
      plan();
    },
    want,
    wantClaims() {
      claimsWanted += 1;
      asksAll = true;
      const drop = want();
      let isWanted = true;
      return () => {
        if (isWanted) claimsWanted -= 1;
        isWanted = false;
        drop();
      };
    },
    turnTo(next, moving = false) {
      if (next !== levers) asksAll = false;
      if (!moving && claimsWanted > 0) asksAll = true;
      levers = next;
      isMoving = moving;
      plan();
    },
    countNow() {
      if (testsOpening) asksAll = true;
      const count = futuresWanted.worker;
      const question = questionOf(levers);
      if (trouble || isClosed || (question === answered && (findings?.futures ?? 0) >= count)) return;
      try {
        const found = answerAtOnce(batch, claims, jobOf(levers, count));
        halt();
        counted(count);
        take(found, question, levers, asksAll, count);
      } catch (error) {
        console.error(error);
      }
    },
    close() {
      isClosed = true;
      pool?.terminate();
      pool = undefined;
    },
  };
}

/** The same findings as an object of its own: a pool hands out one and the same, and nobody would notice that it has grown. `count`: how many there will be if the world stays. */
function fresh(found: Findings, count: number): Findings {
  const { network, futures } = found;
  return {
    network,
    futures,
    count,
    survival: (firm) => found.survival(firm),
    fellAt: (firm) => found.fellAt(firm),
    odds: (claim) => found.odds(claim),
    amounts: (amount) => found.amounts(amount),
    column: (column, quarter) => found.column(column, quarter),
    band: (column, levels) => found.band(column, levels),
  };
}

const inFrame: Frame = (callback) => requestAnimationFrame(callback);
