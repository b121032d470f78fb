/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parseArgs } from 'node:util';
import { checksBench } from './checks/checksBench';
import { collectionBench } from './collection/collectionBench';
import { fleetBench, fleetCases } from './fleet/fleetBench';
import { recordedFleet } from './fleet/recordedFleet';
import { hostileBench } from './hostile/hostileBench';
import { inventoryBench } from './inventory/inventoryBench';
import { simulateBench } from './simulate/simulateBench';

const usage = `npm run bench -- inventory [--pods 150000] [--nodes 5000] [--runs 3]
npm run bench -- checks
npm run bench -- collection [--clusters 40] [--rounds 3]
npm run bench -- fleet [--case ${fleetCases.join(
  '|',
)}] [--clusters 500] [--warm-up 240] [--seconds 300] [--hanging 100] [--collections 30] [--interval 30]
npm run bench -- recorded-fleet [--clusters 500] [--warm-up 240] [--seconds 300]
npm run bench -- simulate
npm run bench -- hostile`;

/** The usual cluster. Source: architecture.md, "Targets" */
const FLEET_NODES = 300;
const FLEET_PODS = 3_000;

function caseOf(text: string): (typeof fleetCases)[number] {
  const found = fleetCases.find(name => name === text);
  if (found) return found;
  throw new Error(
    `--case is ${text}. Required: ${fleetCases.join(', ')}.\n${usage}`,
  );
}

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
      rounds: { type: 'string', default: '3' },
      case: { type: 'string' },
      clusters: { type: 'string' },
      seconds: { type: 'string', default: '300' },
      'warm-up': { type: 'string', default: '240' },
      hanging: { type: 'string', default: '100' },
      collections: { type: 'string', default: '30' },
      interval: { type: 'string', default: '30' },
    },
  });
  const benches: Readonly<Record<string, () => Promise<void>>> = {
    checks: checksBench,
    collection: () =>
      collectionBench({
        clusters: positive('clusters', values.clusters ?? '40'),
        nodes: FLEET_NODES,
        pods: FLEET_PODS,
        rounds: positive('rounds', values.rounds),
      }),
    fleet: () =>
      fleetBench({
        cases: values.case === undefined ? fleetCases : [caseOf(values.case)],
        hanging: {
          clusters: positive('clusters', values.clusters ?? '500'),
          hanging: positive('hanging', values.hanging),
          collections: positive('collections', values.collections),
          intervalSeconds: positive('interval', values.interval),
        },
        answering: {
          clusters: positive('clusters', values.clusters ?? '500'),
          nodes: FLEET_NODES,
          pods: FLEET_PODS,
          warmUpSeconds: positive('warm-up', values['warm-up']),
          seconds: positive('seconds', values.seconds),
        },
      }),
    hostile: hostileBench,
    inventory: () =>
      inventoryBench({
        pods: positive('pods', values.pods),
        nodes: positive('nodes', values.nodes),
        runs: positive('runs', values.runs),
      }),
    simulate: async () => simulateBench(),
    'recorded-fleet': () =>
      recordedFleet({
        clusters: positive('clusters', values.clusters ?? '500'),
        warmUpSeconds: positive('warm-up', values['warm-up']),
        seconds: positive('seconds', values.seconds),
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
