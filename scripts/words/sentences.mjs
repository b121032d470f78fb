import ts from 'typescript';

/**
 * The sentences of a source file: texts of literals and templates with more
 * than one word. A parameter stands as `…`. Imports and types say nothing to
 * a reader.
 * @returns {{ text: string, line: number }[]}
 */
export function sentencesOfSource(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (node, text) => {
    if (!/\s|[\u4e00-\u9fff]/.test(text.trim())) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    found.push({ text, line: line + 1 });
  };
  const visit = node => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      add(node, node.text);
    } else if (ts.isJsxText(node)) {
      add(node, node.text);
    } else if (ts.isTemplateExpression(node)) {
      add(node, textOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/**
 * The names of the tests in a file: what stands first in `it`, `test` and
 * `describe`, with or without a table. A parameter stands as `…`.
 * @returns {{ text: string, line: number }[]}
 */
export function titlesOfTests(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = node => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const [first] = node.arguments;
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      const text = first && textOf(first);
      if (text) found.push({ text, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** `it`, `test.only`, `describe.each([…])`, it.each`…`. */
function isTest(callee) {
  if (ts.isIdentifier(callee)) return /^(it|test|describe)$/.test(callee.text);
  if (ts.isTaggedTemplateExpression(callee)) return isTest(callee.tag);
  const isLonger =
    ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee);
  return isLonger && isTest(callee.expression);
}

function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    .map(({ text }) => text)
    .join('…');
}

/**
 * The prose of a Markdown page: its lines without code, links' addresses and
 * comments.
 * @returns {{ text: string, line: number }[]}
 */
export function proseOfMarkdown(page) {
  let isCode = false;
  return page.split('\n').flatMap((text, index) => {
    if (/^\s*(```|~~~)/.test(text)) isCode = !isCode;
    if (isCode) return [];
    const prose = text
      .replace(/`[^`]*`/g, '…')
      .replace(/\]\([^)]*\)/g, ']')
      .replace(/<!--.*?-->/g, '');
    return [{ text: prose, line: index + 1 }];
  });
}
