import type { Plugin } from 'chart.js';
import { apart } from '../../../views/burners-paths';
import type { ChartLine, LabChart } from '../../../views/lab-chart';
import { worldLetter } from '../../../views/lab-names';
import type { Drawing } from './line-chart';

const font = '600 12px "Inter Tight", system-ui, sans-serif';
const gap = 15;
const away = 11;
/** Labels of more lines than this would be a list beside the chart: then each firm has one, and the shapes tell the worlds. */
const mostLabels = 12;

/** Writes the name of each line beside its end: no legend to look up. */
export function endLabels(drawing: () => Drawing | undefined): Plugin<'line'> {
  return {
    id: 'endLabels',
    afterDatasetsDraw(drawn) {
      const { ctx, chartArea } = drawn;
      const now = drawing();
      if (!now) return;
      const { chart, span, inks } = now;
      const named = labelled(chart).map((line) => {
        const meta = drawn.getDatasetMeta(chart.plan.length + chart.lines.indexOf(line));
        return { line, y: meta.data[span.to]?.y ?? chartArea.bottom };
      });
      const height = chartArea.bottom - chartArea.top;
      const places = apart(
        named.map(({ y }) => (y - chartArea.top) / height),
        gap / height,
      );
      ctx.save();
      ctx.font = font;
      ctx.textBaseline = 'middle';
      named.forEach(({ line }, i) => {
        const { firm } = line;
        ctx.fillStyle = (firm === undefined ? undefined : inks.firms[firm]?.text) ?? inks.ink;
        ctx.fillText(textOf(line, chart), chartArea.right + away, chartArea.top + height * (places[i] ?? 0));
      });
      ctx.restore();
    },
  };
}

/** The room that the labels take at the right of the chart, in pixels. */
export function labelRoom(ctx: CanvasRenderingContext2D, { chart }: Drawing): number {
  ctx.save();
  ctx.font = font;
  const widths = labelled(chart).map((line) => ctx.measureText(textOf(line, chart)).width);
  ctx.restore();
  return Math.ceil(Math.max(0, ...widths)) + away + 2;
}

/** The lines that have a label. */
function labelled({ lines }: LabChart): readonly ChartLine[] {
  if (lines.length <= mostLabels) return lines;
  return lines.filter(({ firm }, i) => lines.findIndex((other) => other.firm === firm) === i);
}

function textOf({ name, world, firm }: ChartLine, { lines }: LabChart): string {
  const worlds = lines.some((line) => line.world !== world);
  if (!worlds || world === undefined) return name;
  if (firm === undefined) return worldLetter(world);
  return lines.length > mostLabels ? name : `${name} ${worldLetter(world)}`;
}
