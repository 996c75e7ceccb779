/**
 * Places for words that want to stand at these, moved as little as keeps them `room` apart and within `low` .. `high`, in the same order. Of equal ones the later stands higher.
 * Without the room they keep, those that press on one another stand together, at the mean of where they want to be.
 */
export function spreadOut(wanted: readonly number[], room: number, low = 0, high = 1): number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const groups: { sum: number; count: number }[] = [];
  const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
  order.forEach((k, rank) => {
    let group = { sum: wanted[k] - rank * room, count: 1 };
    for (let before = groups.at(-1); before && mean(before) > mean(group); before = groups.at(-1)) {
      groups.pop();
      group = { sum: before.sum + group.sum, count: before.count + group.count };
    }
    groups.push(group);
  });
  const most = Math.max(low, high - (wanted.length - 1) * room);
  const places = groups.flatMap((group) =>
    Array.from({ length: group.count }, () => Math.min(most, Math.max(low, mean(group)))),
  );
  const placed = [...wanted];
  order.forEach((k, rank) => {
    placed[k] = places[rank] + rank * room;
  });
  return placed;
}
