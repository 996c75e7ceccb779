import {
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import zoom from 'chartjs-plugin-zoom';
import { type ChartLine, chartValue, type LabChart } from '../../../views/lab-chart';
import { worldLetter } from '../../../views/lab-names';
import { seriesNumber, signed } from '../../../views/series';
import type { Span } from '../choices.svelte';
import { endLabels, labelRoom } from './end-labels';
import { type Inks, worldLooks } from './looks';

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip, zoom);

/** What is to be drawn. */
export interface Drawing {
  readonly chart: LabChart;
  /** The names of the quarters: "2026 Q3". */
  readonly quarters: readonly string[];
  readonly span: Span;
  readonly inks: Inks;
}

/** A chart on a canvas. Fetched when the first is wanted: Chart.js is half as large as the rest of the page. */
export interface LineChart {
  /** Draws at once, without a movement. */
  show(drawing: Drawing): void;
  destroy(): void;
}

/** More lines than these are not all told of at once. */
const mostTold = 8;

/** `onzoom`: the reader has dragged or pinched a stretch of quarters into view. */
export function createLineChart(canvas: HTMLCanvasElement, onzoom: (span: Span) => void): LineChart {
  let drawing: Drawing | undefined;
  const chart = new Chart(
    canvas,
    configuration(() => drawing, onzoom),
  );

  function show(next: Drawing): void {
    drawing = next;
    const { chart: drawn, quarters, span, inks } = next;
    const { options } = chart;
    chart.data.labels = [...quarters];
    chart.data.datasets = [...drawn.plan, ...drawn.lines].map((line) => dataset(line, next));
    options.layout = { padding: { top: 8, right: labelRoom(chart.ctx, next) } };
    const { x, y } = options.scales ?? {};
    if (x && y) {
      x.min = span.from;
      x.max = span.to;
      Object.assign(x.ticks ?? {}, { color: inks.soft });
      Object.assign(x.border ?? {}, { color: inks.soft });
      Object.assign(y.ticks ?? {}, { color: inks.soft });
      Object.assign(y.grid ?? {}, { color: inks.rule });
    }
    const tooltip = options.plugins?.tooltip;
    if (tooltip) Object.assign(tooltip, { backgroundColor: inks.ink, titleColor: inks.paper, bodyColor: inks.paper });
    if (options.interaction) options.interaction.mode = drawn.lines.length > mostTold ? 'nearest' : 'index';
    chart.update('none');
  }

  return { show, destroy: () => chart.destroy() };
}

function dataset(line: ChartLine, { span, inks }: Drawing): ChartDataset<'line'> {
  const { world, firm, values, falls } = line;
  const look = world === undefined ? undefined : worldLooks[world];
  const colour = world === undefined ? inks.soft : firm === undefined ? inks.ink : (inks.firms[firm]?.fill ?? inks.ink);
  return {
    data: [...values],
    label: world === undefined ? `${line.name}, the plan` : `${line.name}, ${worldLetter(world)}`,
    borderColor: colour,
    borderWidth: look ? 2 : 1.25,
    borderDash: look ? [...look.dash] : [0.1, 3.4],
    // The shape at the end of a line is drawn whole.
    clip: 6,
    borderCapStyle: look ? 'butt' : 'round',
    // After a fall a firm has lost its colour.
    segment: {
      borderColor: ({ p0DataIndex }) => (look && falls !== undefined && p0DataIndex >= falls ? inks.gone : undefined),
    },
    pointStyle: look?.shape ?? false,
    pointRadius: ({ dataIndex }) => (look && dataIndex === span.to ? 4 : 0),
    pointHoverRadius: 4,
    pointHitRadius: 12,
    pointBackgroundColor: inks.paper,
    pointBorderColor: colour,
    pointBorderWidth: 1.75,
  };
}

function configuration(drawing: () => Drawing | undefined, onzoom: (span: Span) => void): ChartConfiguration<'line'> {
  const font = { family: '"Inter Tight", system-ui, sans-serif', size: 12 };
  return {
    type: 'line',
    data: { labels: [], datasets: [] },
    plugins: [endLabels(drawing)],
    options: {
      animation: false,
      maintainAspectRatio: false,
      normalized: true,
      font,
      interaction: { mode: 'index', axis: 'xy', intersect: false },
      scales: {
        x: {
          type: 'category',
          grid: { display: false },
          border: {},
          ticks: {
            font,
            autoSkip: true,
            maxRotation: 0,
            callback(index) {
              return quarterTick(Number(index), this.width, drawing());
            },
          },
        },
        y: {
          beginAtZero: true,
          grid: {},
          border: { display: false },
          ticks: { font, maxTicksLimit: 7, callback: (value) => valueTick(Number(value), drawing()?.chart) },
        },
      },
      plugins: {
        tooltip: {
          animation: false,
          displayColors: false,
          padding: 10,
          cornerRadius: 4,
          titleFont: { ...font, weight: 600 },
          bodyFont: font,
          filter: ({ datasetIndex }) => datasetIndex >= (drawing()?.chart.plan.length ?? 0) || few(drawing()),
          callbacks: {
            label: ({ dataset: { label }, parsed }) => {
              const told = drawing()?.chart;
              return told ? `${label}: ${chartValue(told, parsed.y ?? 0)}` : '';
            },
          },
        },
        zoom: {
          zoom: {
            mode: 'x',
            drag: { enabled: true, threshold: 8 },
            pinch: { enabled: true },
            onZoomComplete: ({ chart }) => {
              const { min, max } = chart.scales.x ?? { min: 0, max: 0 };
              onzoom({ from: Math.round(min), to: Math.round(max) });
            },
          },
        },
      },
    },
  };
}

/** With few lines the plan is told of too. */
function few(drawing: Drawing | undefined): boolean {
  return (drawing?.chart.lines.length ?? 0) <= 3;
}

/** What a year takes below the chart, in pixels. */
const yearRoom = 38;

/** Years where there are many quarters, every other one where it is narrow; else each quarter. */
function quarterTick(index: number, width: number, drawing: Drawing | undefined): string | undefined {
  const name = drawing?.quarters[index];
  if (!drawing || !name) return undefined;
  const quarters = drawing.span.to - drawing.span.from;
  if (quarters < 12) return name;
  if (!name.endsWith('Q1')) return undefined;
  const year = name.slice(0, 4);
  return (4 * width) / quarters >= yearRoom || Number(year) % 2 === 0 ? year : undefined;
}

function valueTick(value: number, chart: LabChart | undefined): string {
  if (!chart) return '';
  const { unit, differs } = chart;
  if (unit === 'flag' || unit === 'status') return Number.isInteger(value) && !differs ? seriesNumber(unit, value) : '';
  const text = seriesNumber(unit, value);
  return differs ? signed(text, value) : text;
}
