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
  Layer,
  layers,
  Message,
  say,
} from '../../plugins/kubernetes-ha-common/src';

// Writes docs/checks.md from the registry; with --check only compares.

const file = path.resolve(__dirname, '../../docs/checks.md');

const layerNames: Record<Layer, string> = {
  apiserver: 'API server',
  etcd: 'etcd',
  leaders: 'Scheduler and controller-manager',
  nodes: 'Nodes',
  network: 'Network and DNS',
  loadbalancer: 'Load balancer',
  topology: 'Topology and workloads',
  storage: 'Storage',
  recovery: 'Backup and recovery',
  chaos: 'Chaos',
};

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

function titleOf(check: Check): string {
  const title: Message = { code: `${check.id}.title`, params: {} };
  return say(title, 'en');
}

function row(check: Check): string {
  const cells = [
    `\`${check.id}\``,
    titleOf(check),
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
    ({ layer, own }) => `## ${layerNames[layer]}

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
comes from, and \`(proposal)\` where nobody upstream gives one.

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
