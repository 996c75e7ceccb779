import type { NetworkFile } from './network-schema';

type Supply = NetworkFile['supply'];

/**
 * Supply links in an order in which they can be worked out: one on a firm's sales after all that make those sales (network-rules.ts). Those that stand well keep their order.
 * Links that go round in a circle have no such order and stay behind the others as they were, for the rules to speak of.
 */
export function inWorkingOrder(supply: Supply): Supply {
  const placed: Supply[number][] = [];
  let waiting: Supply = supply;
  while (waiting.length > 0) {
    const next = waiting.find(
      (link) => link.of === 'capex' || !waiting.some((other) => other !== link && other.supplier === link.buyer),
    );
    if (!next) return [...placed, ...waiting];
    placed.push(next);
    waiting = waiting.filter((link) => link !== next);
  }
  return placed;
}
