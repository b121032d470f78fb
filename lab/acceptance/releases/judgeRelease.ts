/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { type Lab, startLab } from '../../src';
import { createObserver } from '../createObserver';
import { differences, unexplainedCriticalFailures } from '../expectation';
import { type FaultCase, stackedCases } from '../faultCases';
import { statements } from '../needsTime';
import type { Observer } from '../observer';

/** The faults that an older release is held against: one a layer. */
const faults = [
  'stop-etcd',
  'stop-apiserver',
  'freeze-controller-managers',
  'lose-load-balancer',
  'fail-closed-webhook',
];

/** Looks within which a fault must be seen, and a healed lab be well: the suite of the newest release allows no more. */
const LOOKS = 12;

/**
 * Judges the reference profile made of an older Kubernetes release, at rest and
 * under five faults, and holds what is said against the results on record;
 * `--write` replaces them.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { release: { type: 'string' }, write: { type: 'boolean' } },
  });
  const release = values.release ?? '1.33';
  const file = join(__dirname, `${release}.md`);
  const lab = await startLab({
    name: `release-${release.replace('.', '-')}`,
    release,
    log: line => console.log(line),
  });
  let text: string;
  try {
    text = await judge(lab);
  } finally {
    await lab.down();
  }
  console.log(text);
  if (values.write) {
    writeFileSync(file, text);
    return;
  }
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    throw new Error(
      `What is said of ${release} is not what ${file} has on record. Look at both; if the new one is right, run again with --write.`,
    );
  }
}

async function judge(lab: Lab): Promise<string> {
  const observer = await createObserver(lab.appConfig());
  try {
    await observer.look();
    await observer.look();
    const { card } = await observer.lookUntil(
      now => unexplainedCriticalFailures(now, {}, {}),
      LOOKS,
    );
    const rows: string[] = [];
    for (const fault of faults) {
      const known = stackedCases.find(each => each.fault === fault);
      if (!known) throw new Error(`There is no fault case of "${fault}".`);
      rows.push(await judgeFault(lab, observer, known));
    }
    return [
      `# Kubernetes ${lab.description.kubernetesVersion}, reference profile`,
      '',
      'Made by `npm run lab -- judge --release RELEASE --write`. Checks that need',
      'minutes of history count as passing.',
      '',
      '## At rest: every check that does not pass',
      '',
      '| check | result |',
      '| --- | --- |',
      ...belowPass(card).map(
        ([checkId, said]) => `| \`${checkId}\` | ${said} |`,
      ),
      '',
      '## Under faults',
      '',
      '| fault | what the checks of it say | other critical failures | after healing |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
  } finally {
    await observer.close();
  }
}

function belowPass(card: Scorecard): [string, string][] {
  return Object.entries(statements(card)).filter(([, said]) => said !== 'pass');
}

async function judgeFault(
  lab: Lab,
  observer: Observer,
  each: FaultCase,
): Promise<string> {
  await lab.fault(each.fault, each.args);
  let seen: Scorecard;
  try {
    ({ card: seen } = await observer.lookUntil(
      card => differences(card, each.wanted),
      LOOKS,
    ));
  } finally {
    await lab.heal();
  }
  const passing = Object.fromEntries(
    Object.keys(each.wanted).map(id => [
      id,
      // What a fault brings along may not be there before and after it.
      ['pass', 'not-applicable'] as const,
    ]),
  );
  const healed = await observer.lookUntil(
    card => [
      ...differences(card, passing),
      ...unexplainedCriticalFailures(card, {}, {}),
    ],
    LOOKS,
  );
  const said = statements(seen);
  const consequences = each.consequences ?? {};
  return [
    '',
    each.title,
    Object.keys(each.wanted)
      .map(id => `\`${id}\` ${said[id]}`)
      .join(', '),
    unexplainedCriticalFailures(seen, each.wanted, consequences).join('; ') ||
      'none',
    healed.differences.join('; ') || 'all pass',
    '',
  ]
    .join(' | ')
    .trim();
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
