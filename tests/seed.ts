import fc from 'fast-check';

/** Every run of the tests draws the same worlds, so that a failure is one for everybody. `SEED=7 npm run unit` draws others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 2026) });
