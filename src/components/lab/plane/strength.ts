import type { PlaneArea } from '../../../views/lab-plane';

/** How much of its colour an area has: a firm's is one, a shade goes by how dark it is. Never so dark that the lines on it are lost. */
export function strengthOf({ firm, shade }: Pick<PlaneArea, 'firm' | 'shade'>): number {
  return firm === undefined ? Math.round(55 * shade) / 100 : 0.45;
}
