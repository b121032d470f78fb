import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/index.mjs';
import { packageGraph } from './dependencyGraph.mjs';

// Writes the graph of packages into docs/architecture.md; with --check only
// compares.

const page = path.join(root, 'docs/architecture.md');
const graph =
  /(?<=<!-- made by yarn docs:dependencies -->\n\n```mermaid\n)[\s\S]*?(?=\n```)/;

const before = readFileSync(page, 'utf8');
if (!graph.test(before)) {
  throw new Error(
    `${page} has no place for the graph. Expected: the comment "made by yarn docs:dependencies" and a mermaid block behind it.`,
  );
}
const after = before.replace(graph, () => packageGraph());
if (!process.argv.includes('--check')) {
  writeFileSync(page, after);
} else if (after !== before) {
  console.error(
    `${page} is not what the sources import. Run: yarn docs:dependencies`,
  );
  process.exitCode = 1;
}
