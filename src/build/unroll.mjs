import ts from 'typescript';

/** Vectors in a row of lanes, as in assembly/lanes/simd.ts. */
const VECTORS = 4;

/**
 * The loop's body and step, written out for each vector of a row, if it is a loop over the vectors of a row: its step ends in `+= VECTOR`.
 * @param {ts.ForStatement} loop
 * @param {(node: ts.Node) => string} text
 */
function writtenOut(loop, text) {
  const { initializer, incrementor, statement } = loop;
  if (!initializer || !incrementor || !/\+= VECTOR$/.test(incrementor.getText())) return undefined;
  const steps = incrementor.getText().split(',').join(';');
  return `{ ${initializer.getText()}; ${Array(VECTORS)
    .fill(`{ ${text(statement)} }`)
    .join(`${steps};`)} }`;
}

/**
 * A source of assembly/ in which no loop over the vectors of a row is left. Such a loop always has four turns; the compiler does not know it, and counting them
 * takes a good part of the time of so short a body.
 * @param {string} code
 * @returns {string}
 */
export function unroll(code) {
  const source = ts.createSourceFile('source.ts', code, ts.ScriptTarget.Latest, true);
  /** @param {ts.Node} node @returns {string} */
  const text = (node) => {
    const loop = ts.isForStatement(node) ? writtenOut(node, text) : undefined;
    if (loop) return loop;
    let [out, at] = ['', node.getFullStart()];
    ts.forEachChild(node, (child) => {
      out += code.slice(at, child.getFullStart()) + text(child);
      at = child.getEnd();
    });
    return out + code.slice(at, node.getEnd());
  };
  return text(source);
}
