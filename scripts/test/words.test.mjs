import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../bootstrap/index.mjs';
import { dialect } from '../words/dialect.mjs';
import {
  proseOfMarkdown,
  sentencesOfSource,
  titlesOfTests,
} from '../words/sentences.mjs';

const read = file => readFileSync(path.join(root, file), 'utf8');

function files(...patterns) {
  const { stdout } = spawnSync('git', ['ls-files', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout
    .split('\n')
    .filter(file => file && existsSync(path.join(root, file)));
}

/** What a person reads of the product: not its tests, nor what is generated. */
const sources = files(
  'plugins/*/src/**.ts',
  'plugins/*/src/**.tsx',
  'packages/cli/src/**.ts',
).filter(
  file =>
    !/\.test\.tsx?$|__testUtils__|__fixtures__|\/testing\/|\/generated\//.test(
      file,
    ),
);

function against(sentences, language, words = dialect) {
  return sentences.flatMap(({ text, line }) =>
    words
      .filter(({ only }) => only === undefined || only === language)
      .filter(({ not }) => not.test(text))
      .map(({ not, word }) => ({
        line,
        text,
        found: text.match(not)[0],
        word,
      })),
  );
}

function listed(file, found) {
  return found.map(
    ({ line, text, found: word, word: instead }) =>
      `${file}:${line}: "${word}" (${instead}) in: ${text
        .trim()
        .slice(0, 160)}`,
  );
}

test('no sentence of the product is in the dialect', () => {
  assert.ok(sources.length > 100);
  const found = sources.flatMap(file =>
    listed(
      file,
      against(
        sentencesOfSource(file, read(file)),
        /\/zh\//.test(file) ? 'zh' : 'en',
      ),
    ),
  );
  assert.deepEqual(found, []);
});

test('no page of the documentation is in the dialect', () => {
  // A decision stays as it was written, and the catalogue is made from the sources above.
  const pages = files(
    'README.md',
    'docs/*.md',
    'docs/**/*.md',
    'plugins/*/README.md',
    'packages/*/README.md',
  ).filter(file => !/^docs\/(decisions\/|checks\.md)/.test(file));
  assert.ok(pages.length > 5);
  const found = pages.flatMap(file =>
    listed(file, against(proseOfMarkdown(read(file)), 'en')),
  );
  assert.deepEqual(found, []);
});

test('no name of a test is in the dialect', () => {
  const words = dialect.filter(({ titles }) => titles !== false);
  const tests = files('*.test.ts', '*.test.tsx', '*.test.mjs');
  assert.ok(tests.length > 100);
  const found = tests.flatMap(file =>
    listed(file, against(titlesOfTests(file, read(file)), 'en', words)),
  );
  assert.deepEqual(found, []);
});

test('a name of a test is found with and without a table', () => {
  const source = [
    "it('a b', () => {});",
    "describe.each([1])('c %s', () => {});",
    "it.each`x\n${1}`('d e', () => {});",
    'test(`f ${1} g`, () => {});',
    "iterate('h i');",
  ].join('\n');
  assert.deepEqual(
    titlesOfTests('x.test.ts', source).map(({ text }) => text),
    ['a b', 'c %s', 'd e', 'f … g'],
  );
});

test('a sentence is found in a literal, a template and JSX, and no import or type', () => {
  const source = [
    "import a from 'a b';",
    "type T = 'c d';",
    "const e = 'e f';",
    'const g = `g ${e} h`;',
    'const i = <p>j k</p>;',
    "const id = 'single';",
  ].join('\n');
  assert.deepEqual(
    sentencesOfSource('x.tsx', source).map(({ text }) => text),
    ['e f', 'g … h', 'j k'],
  );
});
