/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InventoryList, inventoryLists, ListSection } from '../lists';
import { InvalidDocumentError } from '../protobuf/invalidDocument';
import { PageDecoder } from './pageDecoder';

const page = (items: object[]) =>
  Buffer.from(JSON.stringify({ kind: 'NodeList', metadata: {}, items }));
const node = (name: string) => ({ metadata: { name } });

// A thread takes a second to start from source, many on a busy machine.
jest.setTimeout(60_000);

describe('PageDecoder', () => {
  let decoder: PageDecoder;
  beforeEach(() => {
    decoder = new PageDecoder();
  });
  afterEach(() => decoder.close());

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

  it('refuses what is no page, and goes on', async () => {
    await expect(
      decoder.decode(inventoryLists.nodes, Buffer.from('?'), () => {}),
    ).rejects.toThrow(InvalidDocumentError);
    expect(await names([node('a')])).toEqual(['a']);
  });

  it('fails the pages under way when its thread dies, and starts another', async () => {
    // A section that the thread does not know is a bug, and ends it.
    const broken: InventoryList = {
      ...inventoryLists.nodes,
      section: 'none' as ListSection,
    };
    await expect(decoder.decode(broken, page([]), () => {})).rejects.toThrow();
    expect(await names([node('a')])).toEqual(['a']);
  });

  it('fails the pages under way when it is closed', async () => {
    const result = names([node('a')]);
    const closing = decoder.close();
    await expect(result).rejects.toThrow('closed');
    await closing;
  });
});
