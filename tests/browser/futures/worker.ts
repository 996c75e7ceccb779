import { serveFutures, webPool } from '../../../src/engine/futures';
import { claims } from '../../../src/world/claims';
import { createBatch } from '../../engine/futures/kernel';

serveFutures(webPool(), claims, createBatch);
