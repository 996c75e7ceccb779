import { serveFutures } from '../../../src/engine/futures/serve';
import { webPool } from '../../../src/engine/futures/web-worker';
import { claims } from '../../../src/world/claims';
import { createBatch } from '../../engine/futures/kernel';

serveFutures(webPool(), claims, createBatch);
