/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parseArgs } from 'node:util';
import { checksBench } from './checks/checksBench';
import { fleetBench } from './fleet/fleetBench';
import { hostileBench } from './hostile/hostileBench';
import { inventoryBench } from './inventory/inventoryBench';

const usage = `npm run bench -- inventory [--pods 150000] [--nodes 5000] [--runs 3]
npm run bench -- checks
npm run bench -- fleet [--clusters 500] [--hanging 100] [--collections 30] [--interval 30]
npm run bench -- hostile`;

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(
    `--${name} is ${text}. Required: a whole number above 0.\n${usage}`,
  );
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      pods: { type: 'string', default: '150000' },
      nodes: { type: 'string', default: '5000' },
      runs: { type: 'string', default: '3' },
      clusters: { type: 'string', default: '500' },
      hanging: { type: 'string', default: '100' },
      collections: { type: 'string', default: '30' },
      interval: { type: 'string', default: '30' },
    },
  });
  const benches: Readonly<Record<string, () => Promise<void>>> = {
    checks: checksBench,
    fleet: () =>
      fleetBench({
        clusters: positive('clusters', values.clusters),
        hanging: positive('hanging', values.hanging),
        collections: positive('collections', values.collections),
        intervalSeconds: positive('interval', values.interval),
      }),
    hostile: hostileBench,
    inventory: () =>
      inventoryBench({
        pods: positive('pods', values.pods),
        nodes: positive('nodes', values.nodes),
        runs: positive('runs', values.runs),
      }),
  };
  const [name = 'inventory'] = positionals;
  const bench = benches[name];
  if (!bench) {
    throw new Error(
      `There is no benchmark ${name}. There is: ${Object.keys(benches).join(
        ', ',
      )}.\n${usage}`,
    );
  }
  await bench();
}

main().catch((error: Error) => {
  console.error(process.env.DEBUG ? error : error.message);
  process.exitCode = 1;
});
