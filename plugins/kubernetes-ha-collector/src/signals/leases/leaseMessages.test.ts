/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { leaseSchema } from 'backstage-plugin-kubernetes-ha-common';
import fc from 'fast-check';
import { z } from 'zod/v4';
import { refusalOf } from '../../__testUtils__/refusalOf';
import { documentAt } from '../../bounds/boundedJson';
import { envelope } from '../inventory/__testUtils__/kubernetesEncoder';
import { leaseAnswer } from './__testUtils__/leaseAnswer';
import { PAGE } from './bounds';
import { parseLeasePage } from './leaseList';
import { readLeasePage } from './leaseMessages';

const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const text = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,90}$/),
  fc.constantFrom('', 'käse-日本'),
);
const microTime = fc
  .tuple(
    fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }),
    fc.nat(999_999),
  )
  .map(([seconds, micros]) =>
    new Date(seconds * 1000)
      .toISOString()
      .replace('.000Z', `.${String(micros).padStart(6, '0')}Z`),
  );
const lease = fc.record({
  metadata: fc.record({
    name: text,
    namespace: text,
    labels: optional(
      fc.dictionary(
        fc.constantFrom('kubernetes.io/hostname', 'example.org/rack'),
        text,
      ),
    ),
    annotations: optional(fc.dictionary(fc.constant('a'), text)),
  }),
  spec: fc.record({
    holderIdentity: optional(text),
    leaseDurationSeconds: optional(fc.integer({ min: -1, max: 2 ** 31 - 1 })),
    acquireTime: optional(microTime),
    renewTime: optional(microTime),
    leaseTransitions: optional(fc.integer({ min: -1, max: 2 ** 31 - 1 })),
    preferredHolder: optional(text),
  }),
});

const read = (body: Buffer) => readLeasePage(body, PAGE, documentAt('/leases'));

it('reads the same from protobuf and from JSON', () => {
  fc.assert(
    fc.property(
      fc.array(lease, { maxLength: 5 }),
      optional(fc.constant('token')),
      (items, next) => {
        const page = {
          metadata: { resourceVersion: '7', ...(next && { continue: next }) },
          items,
        };
        const json: unknown = JSON.parse(JSON.stringify(page));
        expect(read(leaseAnswer(page))).toEqual(parseLeasePage(json));
      },
    ),
    { numRuns: 200 },
  );
});

it('keeps what a kubelet writes as the snapshot has it', () => {
  const { leases, next } = read(
    leaseAnswer({
      metadata: {},
      items: [
        {
          metadata: { name: 'node-1', namespace: 'kube-node-lease' },
          spec: {
            holderIdentity: 'node-1',
            leaseDurationSeconds: 40,
            renewTime: '2026-11-23T12:00:00.123456Z',
          },
        },
      ],
    }),
  );
  expect(next).toBeUndefined();
  expect(leases).toEqual([
    {
      namespace: 'kube-node-lease',
      name: 'node-1',
      holder: 'node-1',
      durationSeconds: 40,
      renewTime: '2026-11-23T12:00:00.123Z',
      labels: {},
    },
  ]);
  z.array(leaseSchema).parse(leases);
});

describe('beyond its bounds', () => {
  const list = (raw: Buffer) => envelope('LeaseList', 'v1', raw);
  /** An item without fields. */
  const item = Buffer.from([18, 0]);
  const repeated = (piece: Buffer, times: number) =>
    Buffer.concat(Array.from({ length: times }, () => piece));

  it.each<[string, Buffer, string]>([
    ['of too many items', list(repeated(item, PAGE.tokens + 1)), 'too-many'],
    [
      'with one Lease of too many labels',
      (() => {
        const labels = repeated(
          Buffer.from([90, 6, 10, 1, 97, 18, 1, 97]),
          PAGE.tokens / 3 + 1,
        );
        return leaseWith(labels);
      })(),
      'too-many',
    ],
    [
      'with one Lease of too many fields that nobody reads',
      leaseWith(repeated(Buffer.from([40, 0]), PAGE.tokens + 1)),
      'too-many',
    ],
    ['too large', list(Buffer.alloc(PAGE.bytes)), 'too-large'],
  ])('a page is refused: %s', async (_, body, reason) => {
    expect(await refusalOf(() => read(body))).toMatchObject({ reason });
  });

  it.each<[string, Buffer]>([
    ['another kind', envelope('PodList', 'v1', Buffer.from([10, 0]))],
    ['nothing', Buffer.from('k8s\0', 'latin1')],
    ['an end within a Lease', list(Buffer.from([18, 9, 10, 2]))],
    [
      'an envelope of too many fields',
      Buffer.concat([
        Buffer.from('k8s\0', 'latin1'),
        repeated(Buffer.from([34, 0]), 101),
      ]),
    ],
  ])('is no list of Leases: %s', (_, body) => {
    expect(() => read(body)).toThrow(
      expect.objectContaining({ name: 'InvalidDocumentError' }),
    );
  });

  function leaseWith(metadata: Buffer): Buffer {
    const field = (tag: number, body: Buffer) =>
      Buffer.concat([Buffer.from([tag]), varint(body.length), body]);
    return list(field(18, field(10, metadata)));
  }

  function varint(value: number): Buffer {
    const bytes: number[] = [];
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    return Buffer.from([...bytes, rest]);
  }
});
