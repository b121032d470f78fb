/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo, PodInfo } from 'backstage-plugin-kubernetes-ha-common';
import fc from 'fast-check';
import { refusalOf } from '../../../__testUtils__/refusalOf';
import { PAGE_SIZE, PIECE_CHARACTERS, ROW_BYTES } from '../bounds';
import { arbitraryObjects } from '../__testUtils__/arbitraryObjects';
import { InventoryList, inventoryLists } from '../lists';
import { packRows, unpackRows } from './packedRows';
import { StringPool } from './stringPool';

const { pods } = inventoryLists;
const lists: readonly InventoryList[] = Object.values(inventoryLists);

function pod(fields: Partial<PodInfo>): PodInfo {
  return {
    namespace: 'default',
    name: 'web',
    phase: 'Running',
    ready: true,
    cpuMillis: 0,
    memoryBytes: 0,
    restartCount: 0,
    mirror: false,
    hostNetwork: false,
    ...fields,
  };
}

function unpacked(
  list: InventoryList,
  texts: readonly string[],
  pool = new StringPool(),
): object[] {
  return texts.flatMap(text => unpackRows(list, text, pool));
}

describe('packed rows', () => {
  it.each(lists.map(list => [list.section, list] as const))(
    '%s: come out as they went in',
    (section, list) => {
      fc.assert(
        fc.property(
          fc.array(arbitraryObjects[section], { maxLength: 5 }),
          objects => {
            const rows = objects.flatMap(object => list.fromJson(object));
            const before: unknown = JSON.parse(JSON.stringify(rows));
            expect(unpacked(list, packRows(list, rows))).toEqual(before);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('hold what repeats once, and it is one string for all pages', () => {
    const page = () =>
      Array.from({ length: 2 }, (_, index) =>
        pod({
          name: `web-${index}`,
          namespace: 'a-team',
          nodeName: 'worker-1',
        }),
      );
    const texts = packRows(pods, page());
    expect(texts).toHaveLength(1);
    expect(texts[0].split('worker-1')).toHaveLength(2);
    expect(texts[0].split('a-team')).toHaveLength(2);
    expect(unpacked(pods, texts)).toEqual(page());
  });

  it('hold the parts that rows have alike once, where nothing else is said of them', () => {
    const node = (name: string, ready: string) =>
      inventoryLists.nodes.fromJson({
        metadata: {
          name,
          labels: JSON.parse(
            '{"kubernetes.io/os":"linux","__proto__":"of a hostile cluster"}',
          ),
        },
        status: {
          allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
          conditions: [
            { type: 'Ready', status: ready, reason: 'KubeletReady' },
            { type: 'DiskPressure', status: 'False', reason: 'Enough' },
          ],
        },
      });
    const rows = () => [
      ...node('one', 'True'),
      ...node('two', 'True'),
      ...node('three', 'False'),
    ];
    const seen = unpacked(
      inventoryLists.nodes,
      packRows(inventoryLists.nodes, rows()),
    ) as NodeInfo[];
    expect(seen).toEqual(JSON.parse(JSON.stringify(rows())));
    const [one, two, three] = seen;
    expect(two.conditions).toBe(one.conditions);
    expect(two.allocatable).toBe(one.allocatable);
    expect(three.conditions).not.toBe(one.conditions);
    expect(three.conditions[1]).toBe(one.conditions[1]);
  });

  it('leave text that is longer than any name in its row', async () => {
    const rows = () => [
      pod({ ownerName: 'x'.repeat(5_000) }),
      pod({ ownerName: 'x'.repeat(5_000) }),
    ];
    expect(unpacked(pods, packRows(pods, rows()))).toEqual(rows());
    const { detail } = await refusalOf(() =>
      packRows(
        pods,
        Array.from({ length: 3 }, () =>
          pod({ name: 'broad', ownerName: 'x'.repeat(ROW_BYTES) }),
        ),
      ),
    );
    expect(detail).toContain('one object of PodList, default/broad');
  });

  it('of many and large objects are in pieces within the bound', () => {
    const rows = () =>
      Array.from({ length: 2 * PAGE_SIZE + 1 }, (_, index) =>
        pod({ name: `${index}-${'x'.repeat(1_000)}`, nodeName: `n-${index}` }),
      );
    const texts = packRows(pods, rows());
    expect(texts.length).toBeGreaterThan(4);
    // What stands around the rows of a piece is not counted.
    const frame = JSON.stringify({ strings: [], rows: [] }).length + PAGE_SIZE;
    for (const { length } of texts) {
      expect(length).toBeLessThanOrEqual(PIECE_CHARACTERS + frame);
    }
    expect(unpacked(pods, texts)).toEqual(rows());
  });
});
