/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { PAGE_OBJECTS, PAGE_TOKENS } from '../bounds';
import { inventoryLists } from '../lists';
import { PageDecoder } from './pageDecoder';

const item = '{"metadata":{"name":"n"}}';
/** A page of many nodes takes a thread a thousand times as long as one of none. */
const page = (nodes: number) =>
  Buffer.from(
    `{"kind":"NodeList","metadata":{},"items":[${Array(nodes)
      .fill(item)
      .join()}]}`,
  );

/** Refused before it is parsed. */
const refused = () =>
  Buffer.from(`{"kind":"NodeList","items":[${'{},'.repeat(PAGE_TOKENS)}{}]}`);

describe('a cluster whose pages go beyond the bounds', () => {
  let decoder: PageDecoder;
  const collections: AbortController[] = [];
  /** What was parsed in a thread, and what ended, in its order. */
  let parsed: string[];
  let ended: string[];

  const decode = async (
    cluster: string,
    nodes: number | Buffer,
    heading = cluster,
  ) => {
    const collection = new AbortController();
    collections.push(collection);
    const turn = { cluster, signal: collection.signal };
    try {
      const { rows } = await decoder.decode(
        inventoryLists.nodes,
        typeof nodes === 'number' ? page(nodes) : nodes,
        () => parsed.push(heading),
        turn,
      );
      ended.push(`${heading}: ${rows.length} nodes`);
    } catch (error) {
      ended.push(`${heading}: ${Reflect.get(Object(error), 'reason')}`);
    }
  };

  /** Both clusters as usual, until one sends a page that is refused. */
  async function begin(limits?: ConstructorParameters<typeof PageDecoder>[0]) {
    decoder = new PageDecoder(limits);
    parsed = [];
    ended = [];
    await decode('healthy', 1);
    await decode('hostile', refused());
    expect(ended).toEqual(['healthy: 1 nodes', 'hostile: too-many']);
    parsed = [];
    ended = [];
  }

  afterEach(() => decoder.close());

  it('is decoded beside the others from then on: their pages are read before its own, which was first', async () => {
    await begin({ pageMs: 60_000 });
    const large = decode('hostile', PAGE_OBJECTS);
    for (let i = 0; i < 5; i++) await decode('healthy', i);
    await large;
    expect(parsed).toEqual([...Array(5).fill('healthy'), 'hostile']);
    expect(ended).toEqual([
      ...[0, 1, 2, 3, 4].map(i => `healthy: ${i} nodes`),
      `hostile: ${PAGE_OBJECTS} nodes`,
    ]);
  });

  it('waits for itself alone, however much of it waits', async () => {
    await begin({ pageMs: 60_000 });
    const own = Array.from({ length: 3 }, (_, i) =>
      decode('hostile', PAGE_OBJECTS / 4, `hostile ${i}`),
    );
    await decode('healthy', 1);
    expect(ended).toEqual(['healthy: 1 nodes']);
    await Promise.all(own);
    expect(ended.slice(1)).toEqual(
      [0, 1, 2].map(i => `hostile ${i}: ${PAGE_OBJECTS / 4} nodes`),
    );
  });

  it('ends its own thread and no page of the others', async () => {
    await begin({ heapMb: 64, pageMs: 60_000 });
    const own = decode('hostile', PAGE_OBJECTS);
    const others = Promise.all([1, 2, 3].map(i => decode('healthy', i)));
    await Promise.all([own, others]);
    expect(ended).toEqual([
      ...[1, 2, 3].map(i => `healthy: ${i} nodes`),
      'hostile: too-large',
    ]);
    // The next page of each finds a thread.
    await decode('hostile', 1);
    await decode('healthy', 2);
    expect(ended.slice(-2)).toEqual(['hostile: 1 nodes', 'healthy: 2 nodes']);
  });

  it('loses what waits of it when its collection ends, and the others lose nothing', async () => {
    await begin({ pageMs: 60_000 });
    const first = decode('hostile', PAGE_OBJECTS / 4, 'hostile first');
    const last = decode('hostile', 1, 'hostile last');
    const other = decode('healthy', 1);
    collections.at(-2)?.abort();
    await Promise.all([first, last, other]);
    expect(parsed).toEqual(['healthy', 'hostile first']);
    expect(ended).toEqual([
      'hostile last: timeout',
      'healthy: 1 nodes',
      `hostile first: ${PAGE_OBJECTS / 4} nodes`,
    ]);
  });
});
