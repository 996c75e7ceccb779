import type { Plugin } from 'chart.js';
import { apart } from '../../../views/burners-paths';
import { endLabelsOf } from '../../../views/chart-ends';
import type { Drawing } from './line-chart';

const face = '12px "Inter Tight", system-ui, sans-serif';
const font = `600 ${face}`;
/** The plan lies behind: its names are as quiet as its lines. */
const quiet = `400 ${face}`;
const gap = 15;
const away = 11;

/** Writes the name of each line beside its end: no legend to look up. */
export function endLabels(drawing: () => Drawing | undefined): Plugin<'line'> {
  return {
    id: 'endLabels',
    afterDatasetsDraw(drawn) {
      const { ctx, chartArea } = drawn;
      const now = drawing();
      if (!now) return;
      const { chart, span, inks } = now;
      // In the order in which they are drawn (line-chart.ts).
      const drawnLines = [...chart.plan, ...chart.lines];
      const named = endLabelsOf(chart).map(({ line, text }) => {
        const meta = drawn.getDatasetMeta(drawnLines.indexOf(line));
        return { line, text, y: meta.data[span.to]?.y ?? chartArea.bottom };
      });
      const height = chartArea.bottom - chartArea.top;
      const places = apart(
        named.map(({ y }) => (y - chartArea.top) / height),
        gap / height,
      );
      ctx.save();
      ctx.textBaseline = 'middle';
      named.forEach(({ line, text }, i) => {
        const { firm, world } = line;
        const own = (firm === undefined ? undefined : inks.firms[firm]?.text) ?? inks.ink;
        ctx.font = world === undefined ? quiet : font;
        ctx.fillStyle = world === undefined ? inks.soft : own;
        ctx.fillText(text, chartArea.right + away, chartArea.top + height * (places[i] ?? 0));
      });
      ctx.restore();
    },
  };
}

/** The room that the labels take at the right of the chart, in pixels. */
export function labelRoom(ctx: CanvasRenderingContext2D, { chart }: Drawing): number {
  ctx.save();
  ctx.font = font;
  const widths = endLabelsOf(chart).map(({ text }) => ctx.measureText(text).width);
  ctx.restore();
  return Math.ceil(Math.max(0, ...widths)) + away + 2;
}
