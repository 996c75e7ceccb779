/** What runs futures in the tests of pools, in the browser and in the benchmarks. */
export { createBatch } from '../batch/stand-in';
