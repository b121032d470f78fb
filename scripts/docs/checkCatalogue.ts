/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import {
  Check,
  checks,
  layers,
  say,
} from '../../plugins/kubernetes-ha-common/src';

// Writes docs/checks.md from the registry; with --check only compares.

const file = path.resolve(__dirname, '../../docs/checks.md');

function thresholdsOf(check: Check): string {
  const all = Object.entries(check.thresholds ?? {});
  if (all.length === 0) return '–';
  return all
    .map(([name, { value, unit, source }]) => {
      const link = /^https?:\S+$/.test(source) ? `[source](${source})` : source;
      return `\`${name}\` ${value} ${unit} (${link})`;
    })
    .join('<br>');
}

function word(code: string): string {
  return say({ code, params: {} });
}

function row(check: Check): string {
  const cells = [
    `\`${check.id}\``,
    word(`${check.id}.title`),
    check.severity,
    check.reads.map(section => `\`${section}\``).join(', '),
    thresholdsOf(check),
    check.runbook,
  ];
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const sections = layers
  .map(layer => ({ layer, own: checks.filter(c => c.layer === layer) }))
  .filter(({ own }) => own.length > 0)
  .map(
    ({ layer, own }) => `## ${word(`layer.${layer}`)}

| id | what | severity | reads | thresholds | runbook |
| --- | --- | --- | --- | --- | --- |
${own.map(row).join('\n')}
`,
  );

const text = prettier.format(
  `# Check catalogue

${
  checks.length
} checks. This page is written from the code by \`yarn docs:checks\`.
Thresholds and severities can be changed by policy; each number names where it
comes from, and \`(proposal)\` where upstream gives none.

${sections.join('\n')}`,
  { parser: 'markdown' },
);

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error(
      'docs/checks.md is not what the registry says. Run "yarn docs:checks" and commit the result.',
    );
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}
