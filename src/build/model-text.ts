import { mathml } from './formula.ts';

/** The nodes of a Markdown tree, as far as they are touched here. */
interface Node {
  type: string;
  value?: string;
  ordered?: boolean;
  depth?: number;
  children?: Node[];
  data?: { hProperties: Record<string, string> };
}

/** A formula at least as long stands on lines of its own. */
const long = 44;

/**
 * What makes a page of content/model.md: its formulas, which it has as code, become MathML; its headings go one level down and have anchors, and so has
 * each step of a quarter.
 */
export function modelText(): (tree: Node) => void {
  return (tree) => {
    let steps: Node | undefined;
    for (const node of tree.children ?? []) {
      if (node.type === 'heading') {
        node.depth = (node.depth ?? 1) + 1;
        const [, section] = /^(\d)\. /.exec(textOf(node)) ?? [];
        if (section) node.data = { hProperties: { id: `section-${section}` } };
      }
      if (node.type === 'list' && node.ordered) steps ??= node;
    }
    steps?.children?.forEach((item, at) => {
      item.data = { hProperties: { id: `step-${at + 1}`, tabindex: '-1' } };
    });
    setFormulas(tree);
  };
}

function setFormulas(node: Node): void {
  node.children?.forEach((child, at, children) => {
    // mdsvex has made entities of these already.
    const text = (child.value ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    if (child.type === 'text') {
      // Left alone, a sign of less than would open an element.
      child.type = 'html';
      child.value = text.replaceAll('<=', '≤').replaceAll('>=', '≥').replaceAll('<', '&lt;');
    }
    if (child.type !== 'inlineCode' || !isFormula(text)) {
      setFormulas(child);
      return;
    }
    const shown = text.includes('=') && text.length >= long;
    const next = children[at + 1];
    const stop = (next?.type === 'text' && /^[.,;:)]+/.exec(next.value ?? '')?.[0]) || '';
    if (stop && next?.value) next.value = next.value.slice(stop.length);
    child.type = 'html';
    child.value = `<span class="${shown ? 'formula shown' : 'formula'}">${mathml(text, { bars: shown, stop })}</span>`;
  });
}

/** Names of fields and files are code; what has a sign, an index or an argument is a formula. */
function isFormula(code: string): boolean {
  return /[-+*/=<>_(]/.test(code) && !/\/$|\.ts$/.test(code);
}

function textOf({ value, children }: Node): string {
  return value ?? children?.map(textOf).join('') ?? '';
}
