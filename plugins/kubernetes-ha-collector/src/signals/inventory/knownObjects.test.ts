/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import type { SomeSections } from 'backstage-plugin-kubernetes-ha-common';
import fc from 'fast-check';
import { WireReader } from '../../protobuf/wireReader';
import { arbitraryObjects } from './__testUtils__/arbitraryObjects';
import {
  IdentifiedObject,
  identifiedPage,
} from './__testUtils__/identifiedPage';
import { KubernetesEncoder } from './__testUtils__/kubernetesEncoder';
import { READ_ANEW_EVERY } from './bounds';
import { readPage } from './decoding/readPage';
import { GrowingList } from './knownObjects';
import { ListMemory } from './listMemory';
import { InventoryList, inventoryLists, ListSection } from './lists';

const encoder = new KubernetesEncoder(
  join(__dirname, '../../../proto/kubernetes'),
);
const reader = new WireReader();
const CHARACTERS = 100;

type Listed = readonly IdentifiedObject[];

/** Reads a list as a collection does, page by page, in this thread. */
class Reading {
  readonly memory = new ListMemory();
  decoded = 0;
  #lastObserved: SomeSections = {};
  #at = 0;

  constructor(readonly list: InventoryList, readonly pageSize = 3) {}

  read(objects: Listed, resourceVersion = '100') {
    const { section } = this.list;
    const { memory } = this;
    const all = new GrowingList(memory.before(section, this.#lastObserved));
    let objectsTold = 0;
    let characters = 0;
    this.decoded = 0;
    for (let at = 0; at < Math.max(1, objects.length); at += this.pageSize) {
      const body = identifiedPage(
        encoder,
        this.list,
        resourceVersion === '' ? {} : { resourceVersion },
        objects.slice(at, at + this.pageSize),
      );
      const known = memory.has(section) ? all.nextKnown() : undefined;
      const page = readPage(reader, this.list, body, () => {}, known);
      const made = page.identified
        ? page.identified.sources.filter(source => source < 0).length
        : page.objects;
      this.decoded += made;
      const weight = all.add(
        { ...page, characters: made * CHARACTERS },
        resourceVersion || undefined,
      );
      objectsTold += weight.objects;
      characters += weight.characters;
    }
    this.#at += 1;
    const observedAt = new Date(this.#at * 1000).toISOString();
    memory.set(section, observedAt, all.objects);
    this.#lastObserved = {
      [section]: { state: 'observed', observedAt, value: all.rows },
    } as SomeSections;
    return { rows: all.rows, objects: objectsTold, characters };
  }

  /** What was stored is another reading than ours. */
  forget(): void {
    this.#lastObserved = {};
  }
}

function plainRows(list: InventoryList, objects: Listed) {
  const body = identifiedPage(encoder, list, {}, objects);
  return readPage(reader, list, body, () => {}).rows;
}

const pod = (name: string, version: number, phase = 'Running') => ({
  object: { metadata: { name, namespace: 'n' }, status: { phase } },
  uid: `uid-of-${name}`,
  resourceVersion: String(version),
});

it.each(
  Object.values(inventoryLists).map(list => [list.section, list] as const),
)(
  '%s: the same rows with and without what is known, however the list changes',
  (section: ListSection, list: InventoryList) => {
    const step = fc.record({
      /** Of the ids 0 to 11, which are listed, and at which version. */
      versions: fc.array(fc.option(fc.nat(2), { nil: undefined }), {
        minLength: 12,
        maxLength: 12,
      }),
      isOlder: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 2, maxLength: 4 }),
        fc.array(arbitraryObjects[section], {
          minLength: 36,
          maxLength: 36,
        }),
        fc.integer({ min: 1, max: 13 }),
        (steps, contents, pageSize) => {
          const reading = new Reading(list, pageSize);
          for (const { versions, isOlder } of steps) {
            const objects = versions.flatMap((version, id) =>
              version === undefined
                ? []
                : {
                    // A version of an object has one content.
                    object: contents[id * 3 + version],
                    uid: `uid-${id}`,
                    resourceVersion: String(10 + version),
                  },
            );
            const { rows, objects: told } = reading.read(
              objects,
              isOlder ? '99' : '100',
            );
            expect(rows).toEqual(plainRows(list, objects));
            expect(told).toBe(objects.length);
          }
        },
      ),
      { numRuns: 12 },
    );
  },
);

describe('a list of pods that is read again', () => {
  const before = [pod('a', 1), pod('b', 1), pod('c', 1), pod('d', 1)];

  /** Two readings until the third can know the objects. */
  function known(): Reading {
    const reading = new Reading(inventoryLists.pods);
    reading.read(before);
    expect(reading.decoded).toBe(4);
    reading.read(before);
    expect(reading.decoded).toBe(4);
    return reading;
  }

  it('decodes what changed, and keeps the very rows of the rest', () => {
    const reading = known();
    const { rows: first } = reading.read(before);
    expect(reading.decoded).toBe(0);
    const { rows, characters } = reading.read([
      pod('a', 1),
      pod('b', 2, 'Failed'),
      pod('d', 1),
      pod('e', 1),
    ]);
    expect(reading.decoded).toBe(2);
    expect(rows[0]).toBe(first[0]);
    expect(rows[2]).toBe(first[3]);
    expect(rows[1]).toMatchObject({ name: 'b', phase: 'Failed' });
    // What is known weighs what it weighed: bounds hold for all of a list.
    expect(characters).toBe(4 * CHARACTERS);
  });

  it.each<[string, (reading: Reading) => void, Listed, string]>([
    ['the list is older: restored from a backup', () => {}, before, '99'],
    ['the list does not say of when it is', () => {}, before, ''],
    ['the list says no number', () => {}, before, 'abc'],
    ['another reading was stored', r => r.forget(), before, '100'],
    [
      'objects have no version',
      () => {},
      before.map(({ object, uid }) => ({ object, uid })),
      '100',
    ],
    [
      'objects have no uid',
      () => {},
      before.map(({ object, resourceVersion }) => ({
        object,
        resourceVersion,
      })),
      '100',
    ],
    [
      'they were deleted and made again',
      () => {},
      before.map(each => ({ ...each, uid: `${each.uid}-2` })),
      '100',
    ],
    [
      'a version is of another length',
      () => {},
      before.map((_, i) => pod('abcd'[i], 1, 'Succeeded')),
      '100',
    ],
  ])('decodes all where %s', (_, prepare, objects, version) => {
    const reading = known();
    prepare(reading);
    const { rows } = reading.read(objects, version);
    expect(reading.decoded).toBe(4);
    expect(rows).toEqual(plainRows(inventoryLists.pods, objects));
  });

  it('decodes all now and then, whatever is known', () => {
    const reading = known();
    const decoded = Array.from({ length: READ_ANEW_EVERY }, () => {
      reading.read(before);
      return reading.decoded;
    });
    expect(decoded.filter(count => count === 4)).toHaveLength(1);
    expect(decoded.filter(count => count === 0)).toHaveLength(
      READ_ANEW_EVERY - 1,
    );
  });

  it('finds its place again after many were deleted', () => {
    const many = Array.from({ length: 1_800 }, (_, i) =>
      pod(`p${String(i).padStart(4, '0')}`, 1),
    );
    const reading = new Reading(inventoryLists.pods, 500);
    reading.read(many);
    reading.read(many);
    const rest = many.slice(1_200);
    expect(reading.read(rest).rows).toEqual(
      plainRows(inventoryLists.pods, rest),
    );
    reading.read(rest);
    expect(reading.decoded).toBe(0);
  });
});
