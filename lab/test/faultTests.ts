/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lab } from '../src';
import { faults } from '../src/faults';
import { waitFor } from '../src/host/waitFor';
import { type FaultRow, faultGroups } from './faultRows';

/** Every fault shows in the cluster, and is gone when healed. */
export function faultTests(labOf: () => Lab): void {
  test('every fault is tried here', () => {
    const tried = Object.values(faultGroups).flatMap(rows =>
      rows.map(({ fault }) => fault),
    );
    assert.deepEqual(tried.sort(), faults.map(({ name }) => name).sort());
  });

  Object.entries(faultGroups).forEach(([group, rows]) => {
    const names = rows.map(({ fault }) => fault).join(', ');
    test(`${group}: ${names}`, () => injectAndHeal(labOf(), rows));
  });
}

async function injectAndHeal(
  lab: Lab,
  rows: readonly FaultRow[],
): Promise<void> {
  const inForce: { row: FaultRow; was: string }[] = [];
  try {
    for (const row of rows) {
      const refusal = row.refused?.(lab);
      if (refusal) {
        await assert.rejects(lab.fault(row.fault, row.args), refusal);
      } else {
        const was = row.before?.(lab) ?? '';
        await lab.fault(row.fault, row.args);
        inForce.push({ row, was });
        await untilShown(lab, row, was, true);
      }
    }
    assert.equal(lab.activeFaults().length, inForce.length);
  } finally {
    await lab.heal();
  }
  assert.deepEqual(await lab.unhealthy(), []);
  for (const { row, was } of inForce) {
    await untilShown(lab, row, was, row.lasts === true);
  }
}

async function untilShown(
  lab: Lab,
  row: FaultRow,
  was: string,
  expected: boolean,
): Promise<void> {
  await waitFor(
    async () => {
      const shown = await row.shows(lab, was);
      return shown === expected
        ? { value: true }
        : { missing: shown ? 'it shows still' : 'it does not show' };
    },
    {
      what: `${row.fault} to ${expected ? 'show' : 'be gone'}`,
      timeoutMs: 60_000,
    },
  );
}
