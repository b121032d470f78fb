/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import { sectionSchemas } from 'backstage-plugin-kubernetes-ha-common';
import fc from 'fast-check';
import { arbitraryObjects } from '../__testUtils__/arbitraryObjects';
import { KubernetesEncoder } from '../__testUtils__/kubernetesEncoder';
import { messagePackages } from '../__testUtils__/messagePackages';
import { inventoryLists, InventoryList, ListSection } from '../lists';
import { InvalidDocumentError } from '../../../protobuf/invalidDocument';
import { mutated } from '../../../bounds/__testUtils__/mutated';
import { WireReader } from '../../../protobuf/wireReader';
import { PageMeta, readPage } from './readPage';
import { refusalOf } from '../../../__testUtils__/refusalOf';

const encoder = new KubernetesEncoder(
  join(__dirname, '../../../../proto/kubernetes'),
);
const reader = new WireReader();
const lists: readonly InventoryList[] = Object.values(inventoryLists);

function asProtobuf(list: InventoryList, page: object): Buffer {
  const type = `${messagePackages[list.section]}.${list.kind}`;
  return encoder.encode(type, list.groupVersion, { ...page });
}

function asJson(list: InventoryList, page: object): Buffer {
  const { kind, groupVersion: apiVersion } = list;
  return Buffer.from(JSON.stringify({ kind, apiVersion, ...page }));
}

function read(list: InventoryList, body: Buffer) {
  const metas: PageMeta[] = [];
  const page = readPage(reader, list, body, meta => metas.push(meta));
  return { metas, ...page };
}

/** The keys of all objects in a value, those of each as they come. */
function keysOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(keysOf);
  return Array.isArray(value) ? inside : [Object.keys(value), ...inside];
}

describe('readPage', () => {
  it.each(lists.map(list => [list.section, list] as const))(
    '%s: the same rows from protobuf and from JSON, as the snapshot has them',
    (section: ListSection, list) => {
      fc.assert(
        fc.property(
          fc.array(arbitraryObjects[section], { maxLength: 4 }),
          items => {
            const page = { metadata: { resourceVersion: '7' }, items };
            const fromJson = read(list, asJson(list, page));
            expect(read(list, asProtobuf(list, page))).toEqual(fromJson);
            expect(fromJson.objects).toBe(items.length);
            const stored: unknown = JSON.parse(JSON.stringify(fromJson.rows));
            expect(sectionSchemas[section].safeParse(stored)).toEqual({
              success: true,
              data: stored,
            });
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('gives nodes with their keys in the order in which they are stored', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryObjects.nodes, { minLength: 1, maxLength: 3 }),
        items => {
          const list = inventoryLists.nodes;
          const body = asProtobuf(list, { metadata: {}, items });
          // Labels are a map, which an API server writes in order.
          const rows = read(list, body).rows.map(row => ({
            ...row,
            labels: {},
          }));
          expect(keysOf(rows)).toEqual(
            keysOf(rows).map(keys => [...keys].sort()),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('names what comes next', () => {
    const metadata = {
      resourceVersion: '7',
      continue: 'token',
      remainingItemCount: 70_000,
    };
    const page = { metadata, items: [] };
    for (const body of [
      asJson(inventoryLists.pods, page),
      asProtobuf(inventoryLists.pods, page),
    ]) {
      expect(read(inventoryLists.pods, body)).toEqual({
        metas: [metadata],
        rows: [],
        objects: 0,
      });
    }
  });

  it('refuses a page that was cut, wherever', () => {
    const items = fc.sample(arbitraryObjects.pods, { numRuns: 1, seed: 1 });
    const page = { metadata: { resourceVersion: '7' }, items };
    for (const body of [
      asJson(inventoryLists.pods, page),
      // Without the two empty strings at the end: their absence says nothing.
      asProtobuf(inventoryLists.pods, page).subarray(0, -4),
    ]) {
      for (let length = 0; length < body.length; length++) {
        expect(() =>
          read(inventoryLists.pods, body.subarray(0, length)),
        ).toThrow(InvalidDocumentError);
      }
    }
  });

  it('reads or refuses any bytes, and never fails otherwise', () => {
    const items = fc.sample(arbitraryObjects.pods, { numRuns: 3, seed: 2 });
    const body = asProtobuf(inventoryLists.pods, { items });
    fc.assert(
      fc.property(
        fc.nat(body.length - 1),
        fc.nat(255),
        fc.nat(255),
        (at, one, two) => {
          const damaged = Buffer.from(body);
          damaged[at] = one;
          damaged[Math.min(at + 1, body.length - 1)] = two;
          // Read, or refused as a broken document: nothing else may come of it.
          expect(outcomeOf(() => read(inventoryLists.pods, damaged))).toMatch(
            /^(read|InvalidDocumentError)$/,
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each(['pods', 'nodes', 'validatingWebhooks'] as const)(
    'reads or refuses a page of %s that was cut, doubled, nested or changed',
    section => {
      const list: InventoryList = inventoryLists[section];
      const items = fc.sample(arbitraryObjects[section], {
        numRuns: 3,
        seed: 3,
      });
      const page = { metadata: { resourceVersion: '7' }, items };
      for (const body of [asJson(list, page), asProtobuf(list, page)]) {
        fc.assert(
          fc.property(mutated(body), damaged => {
            expect(outcomeOf(() => read(list, damaged))).toMatch(
              /^(read|InvalidDocumentError|ConnectionError)$/,
            );
          }),
          { numRuns: 60 },
        );
      }
    },
  );

  it('refuses a page of millions of empty objects', async () => {
    const empty = asProtobuf(inventoryLists.pods, { items: [{}] });
    const list = Buffer.concat(
      Array.from({ length: 200_001 }, () => Buffer.from([18, 0])),
    );
    const head = empty.subarray(
      0,
      empty.indexOf(18, empty.indexOf('PodList') + 7),
    );
    const length = [];
    for (let rest = list.length; rest > 0; rest = Math.floor(rest / 128)) {
      length.push((rest % 128) + (rest >= 128 ? 128 : 0));
    }
    const body = Buffer.concat([head, Buffer.from([18, ...length]), list]);
    expect(
      await refusalOf(() => read(inventoryLists.pods, body)),
    ).toMatchObject({
      reason: 'too-many',
      detail: expect.stringContaining('more than 200000 objects'),
    });
  });

  it.each([
    [
      'another kind',
      '{"kind":"NodeList","items":[]}',
      /a NodeList where a PodList/,
    ],
    ['no kind', '{"items":[]}', /something where a PodList/],
    ['a list', '[]', /a list where an object/],
    ['HTML', '<html>Sign in</html>', /neither protobuf nor valid JSON/],
    ['nothing', '', /neither protobuf nor valid JSON/],
    ['items of another type', '{"kind":"PodList","items":{}}', /where a list/],
    [
      'an item of another type',
      '{"kind":"PodList","items":[7]}',
      /a number where an object/,
    ],
    [
      'a time that is none',
      '{"kind":"PodList","items":[{"metadata":{"creationTimestamp":"today"}}]}',
      /not RFC 3339/,
    ],
    [
      'a quantity that is none',
      '{"kind":"PodList","items":[{"spec":{"overhead":{"cpu":"much"}}}]}',
      /"much" is not a quantity/,
    ],
  ])('refuses %s', (_, body, message) => {
    expect(() => read(inventoryLists.pods, Buffer.from(body))).toThrow(message);
  });

  it('takes null for an empty list, as Go writes it', () => {
    const body = Buffer.from('{"kind":"PodList","metadata":{},"items":null}');
    expect(read(inventoryLists.pods, body)).toMatchObject({
      rows: [],
      objects: 0,
    });
  });
});

/** `read`, or the class of the error. */
function outcomeOf(reading: () => unknown): string {
  try {
    reading();
    return 'read';
  } catch (error) {
    return error instanceof Error ? error.constructor.name : String(error);
  }
}
