/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InventoryList, inventoryLists, ListSection } from '../lists';
import { InvalidDocumentError } from '../../../protobuf/invalidDocument';
import { PageDecoder } from './pageDecoder';
import { refusalOf } from '../../../__testUtils__/refusalOf';

const page = (items: object[]) =>
  Buffer.from(JSON.stringify({ kind: 'NodeList', metadata: {}, items }));
const turnOf = (cluster: string) => ({
  cluster,
  signal: new AbortController().signal,
});
const node = (name: string) => ({ metadata: { name } });

describe('PageDecoder', () => {
  let decoder: PageDecoder;
  const closing: PageDecoder[] = [];
  beforeEach(() => {
    // How long a page takes is up to what else the machine does.
    decoder = new PageDecoder({ pageMs: 60_000 });
    closing.push(decoder);
  });
  afterEach(() => Promise.all(closing.splice(0).map(one => one.close())));

  const names = async (items: object[]) => {
    const { rows } = await decoder.decode(
      inventoryLists.nodes,
      page(items),
      () => {},
    );
    return rows.map(row => row.name);
  };

  it('decodes many pages at once, each for the one that asked', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `node-${index}`);
    const decoded = await Promise.all(many.map(name => names([node(name)])));
    expect(decoded).toEqual(many.map(name => [name]));
  });

  it('leaves alone a body that shares its memory with others', async () => {
    const shared = Buffer.concat([page([node('a')]), Buffer.from('rest')]);
    const body = shared.subarray(0, shared.length - 4);
    const { rows } = await decoder.decode(inventoryLists.nodes, body, () => {});
    expect(rows).toHaveLength(1);
    expect(shared.subarray(-4).toString()).toBe('rest');
  });

  /** A page of one node, in memory of the decoder. */
  const inMemory = (name: string) => {
    const memory = decoder.memory();
    const written = Buffer.from(memory).write(String(page([node(name)])));
    return Buffer.from(memory, 0, written);
  };

  it('uses the memory of a page for a later one', async () => {
    const body = inMemory('first');
    const text = String(body);
    const { rows } = await decoder.decode(inventoryLists.nodes, body, () => {});
    expect(rows).toMatchObject([{ name: 'first' }]);
    // It was handed over, and comes back after the answer, before the next one.
    expect(body).toHaveLength(0);
    await names([node('a')]);
    const again = decoder.memory();
    expect(Buffer.from(again, 0, text.length).toString()).toBe(text);
    expect(Buffer.from(decoder.memory(), 0, text.length).toString()).not.toBe(
      text,
    );
  });

  it('reads a page in used memory to its own end only', async () => {
    const long = inMemory('a-long-name-'.repeat(9));
    await decoder.decode(inventoryLists.nodes, long, () => {});
    await names([node('a')]);
    const { rows } = await decoder.decode(
      inventoryLists.nodes,
      inMemory('b'),
      () => {},
    );
    expect(rows).toMatchObject([{ name: 'b' }]);
  });

  it('has the memory back of a page that it refuses', async () => {
    const memory = decoder.memory();
    const written = Buffer.from(memory).write('no page at all');
    const body = Buffer.from(memory, 0, written);
    await expect(
      decoder.decode(inventoryLists.nodes, body, () => {}),
    ).rejects.toThrow(InvalidDocumentError);
    await names([node('a')]);
    expect(Buffer.from(decoder.memory(), 0, written).toString()).toBe(
      'no page at all',
    );
  });

  it('refuses what is no page, and goes on', async () => {
    await expect(
      decoder.decode(inventoryLists.nodes, Buffer.from('?'), () => {}),
    ).rejects.toThrow(InvalidDocumentError);
    expect(await names([node('a')])).toEqual(['a']);
  });

  // A section that the thread does not know is a bug, and ends it.
  const broken: InventoryList = {
    ...inventoryLists.nodes,
    section: 'none' as ListSection,
  };
  const breakThread = () => decoder.decode(broken, page([]), () => {});

  it('fails the page that ended its thread, and none of those that wait', async () => {
    const outcomes = await Promise.allSettled([
      names([node('a')]),
      breakThread(),
      names([node('b')]),
      breakThread(),
      names([node('c')]),
      names([node('d')]),
    ]);
    expect(
      outcomes.map(o => (o.status === 'fulfilled' ? o.value : o.status)),
    ).toEqual([['a'], 'rejected', ['b'], 'rejected', ['c'], ['d']]);
    expect(await names([node('e')])).toEqual(['e']);
  });

  it('blames too large a page alone for the memory that it took', async () => {
    const small = new PageDecoder({ heapMb: 64, pageMs: 60_000 });
    closing.push(small);
    const item = '{"metadata":{"name":"n","labels":{"a":"a"}}}';
    const large = Buffer.from(
      `{"kind":"NodeList","metadata":{},"items":[${Array(150_000)
        .fill(item)
        .join()}]}`,
    );
    const [one, other] = await Promise.all([
      refusalOf(() => small.decode(inventoryLists.nodes, large, () => {})),
      small.decode(inventoryLists.nodes, page([node('b')]), () => {}),
    ]);
    expect(one).toMatchObject({
      reason: 'too-large',
      detail: 'a page needs more than 64 MB to decode',
    });
    expect(other).toMatchObject({ rows: [{ name: 'b' }] });
  });

  it('ends a page that takes too long', async () => {
    const impatient = new PageDecoder({ pageMs: 1 });
    closing.push(impatient);
    const large = page(Array.from({ length: 200_000 }, () => node('n')));
    expect(
      await refusalOf(() =>
        impatient.decode(inventoryLists.nodes, large, () => {}, turnOf('slow')),
      ),
    ).toMatchObject({
      reason: 'too-slow',
      detail:
        'decoding one page: more than 1 ms. Find objects with thousands of containers, rules or entries',
    });
  });

  it('refuses ten million empty objects before they take the heap', async () => {
    const body = Buffer.from(
      `{"kind":"NodeList","items":[${'{},'.repeat(10_000_000)}{}]}`,
    );
    expect(
      await refusalOf(() =>
        decoder.decode(inventoryLists.nodes, body, () => {}),
      ),
    ).toMatchObject({
      reason: 'too-many',
      detail: expect.stringContaining(
        'a page of the NodeList: more than 2000000 values',
      ),
    });
    expect(await names([node('a')])).toEqual(['a']);
  });

  it('gives each cluster its turn', async () => {
    const order: string[] = [];
    const decode = async (cluster: string) => {
      await decoder.decode(
        inventoryLists.nodes,
        page([]),
        () => {},
        turnOf(cluster),
      );
      order.push(cluster);
    };
    await Promise.all(
      ['a', 'a', 'a', 'a', 'b', 'c', 'b'].map(cluster => decode(cluster)),
    );
    expect(order).toEqual(['a', 'a', 'b', 'c', 'a', 'b', 'a']);
  });

  it('never begins a page of a collection that has ended', async () => {
    const ended = new AbortController();
    const decoded: string[] = [];
    const one = (name: string, signal?: AbortSignal) =>
      decoder.decode(
        inventoryLists.nodes,
        page([node(name)]),
        () => decoded.push(name),
        { cluster: 'one', signal: signal ?? new AbortController().signal },
      );
    const first = one('first');
    const dropped = one('dropped', ended.signal);
    const last = one('last');
    ended.abort();
    await expect(dropped).rejects.toMatchObject({ reason: 'timeout' });
    await Promise.all([first, last]);
    expect(decoded).toEqual(['first', 'last']);
  });

  it('refuses one object that is larger than anything real, by its name', async () => {
    const labels = Object.fromEntries(
      Array.from({ length: 9_000 }, (_, index) => [
        `kubernetes.io/label-${index}`,
        'of a node',
      ]),
    );
    const large = { metadata: { name: 'worker-7', labels } };
    expect(await refusalOf(() => names([node('a'), large]))).toMatchObject({
      reason: 'too-large',
      detail: expect.stringMatching(
        /^one object of NodeList, worker-7: \d+ bytes/,
      ),
    });
    expect(await names([node('a')])).toEqual(['a']);
  });

  it('parses the rows of a page piece by piece', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `node-${index}`);
    expect(await names(many.map(node))).toEqual(many);
  });

  it('reads a ConfigMap of thousands of keys beside the event loop', async () => {
    const document = Array.from(
      { length: 12_000 },
      (_, index) => `k${index}: 1`,
    ).join('\n');
    const body = Buffer.from(
      JSON.stringify({
        kind: 'ConfigMap',
        data: { 'config.conf': `mode: ipvs\n${document}` },
      }),
    );
    const { mode } = await decoder.configMap('kubeProxyConfig', body);
    expect(mode).toBe('ipvs');
  });

  it('refuses a document in a ConfigMap beyond its bound', async () => {
    const text = `mode: ipvs\n${'# filler\n'.repeat(53_000)}`;
    const body = Buffer.from(
      JSON.stringify({ kind: 'ConfigMap', data: { 'config.conf': text } }),
    );
    expect(
      await refusalOf(() => decoder.configMap('kubeProxyConfig', body)),
    ).toMatchObject({
      reason: 'too-large',
      detail: `the document config.conf: ${text.length} characters; the bound is 131072. Take out of the ConfigMap what does not belong there`,
    });
  });

  it('fails the pages under way and those that wait when it is closed', async () => {
    const results = Promise.allSettled([
      names([node('a')]),
      names([node('b')]),
    ]);
    await decoder.close();
    const closed = expect.objectContaining({
      message: 'the decoding thread was closed',
    });
    expect(await results).toEqual([
      { status: 'rejected', reason: closed },
      { status: 'rejected', reason: closed },
    ]);
    expect(await names([node('c')])).toEqual(['c']);
  });
});
