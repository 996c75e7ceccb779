import { createBatch } from '../engine';
import { serveFutures, webPool } from '../engine/futures';
import { claims } from './claims';

/** The program of the workers that run the futures of a page (futures-pool.ts). */
serveFutures(webPool(), claims, createBatch);
