import type { ChartLine, LabChart } from './lab-chart';
import { worldLetter } from './lab-names';

/** What stands at the end of a line of the chart. */
export interface EndLabel {
  readonly line: ChartLine;
  readonly text: string;
}

/** Labels of more lines than this would be a list beside the chart: then each firm has one, and the shapes tell the worlds. */
const mostLabels = 12;

/** The labels of a chart: of its lines, and of the plan as far as there is room. The plan comes first: of two that end at one height the later stands higher (`apart`). */
export function endLabelsOf({ lines, plan }: LabChart): readonly EndLabel[] {
  const many = lines.length > mostLabels;
  const named = many ? lines.filter(({ firm }, i) => lines.findIndex((other) => other.firm === firm) === i) : lines;
  const worlds = lines.some(({ world }) => world !== lines[0]?.world);
  const nameOf = ({ name, world, firm }: ChartLine) => {
    if (!worlds || world === undefined) return name;
    if (firm === undefined) return worldLetter(world);
    return many ? name : `${name} ${worldLetter(world)}`;
  };
  const behind = lines.length + plan.length > mostLabels ? [] : plan;
  return [
    ...behind.map((line) => ({ line, text: line.firm === undefined ? 'plan' : `${line.name}, plan` })),
    ...named.map((line) => ({ line, text: nameOf(line) })),
  ];
}
