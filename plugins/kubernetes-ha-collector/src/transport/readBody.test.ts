/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { Agent } from 'undici';
import { refusalOf } from '../__testUtils__/refusalOf';
import { startHttp, type TestServer } from '../__testUtils__/testServer';
import { readBody, type ReadingOptions } from './readBody';

const sized = { onSize: () => {} };

function bodyOf(...chunks: string[]): PassThrough {
  const stream = new PassThrough();
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  return stream;
}

it('gives the whole body, and how much there is after each piece', async () => {
  const sizes: number[] = [];
  const body = await readBody(bodyOf('ab', 'c', 'def'), {
    onSize: bytes => void sizes.push(bytes),
  });
  expect(body.toString()).toBe('abcdef');
  expect(sizes).toEqual([2, 3, 6]);
});

it('hands pieces over and keeps none', async () => {
  const pieces: string[] = [];
  const body = await readBody(bodyOf('ab', 'c'), {
    ...sized,
    onChunk: chunk => void pieces.push(String(chunk)),
  });
  expect(body).toHaveLength(0);
  expect(pieces).toEqual(['ab', 'c']);
});

it('lies in the memory that is given, or in more where that is too small', async () => {
  const given = new ArrayBuffer(6);
  const memory = () => given;
  const fits = await readBody(bodyOf('ab', 'cdef'), { ...sized, memory });
  expect(fits.toString()).toBe('abcdef');
  expect(fits.buffer).toBe(given);
  const larger = await readBody(bodyOf('ab', 'cdefg', 'h'), {
    ...sized,
    memory,
  });
  expect(larger.toString()).toBe('abcdefgh');
  expect(larger.buffer).not.toBe(given);
});

describe('the memory of the pieces', () => {
  const page = randomBytes(3_000_000);
  let server: TestServer;

  beforeAll(async () => {
    // In frames, as a long list comes, so that one piece does not always end where its memory does.
    server = await startHttp((_request, response) => {
      for (let at = 0; at < page.length; at += 100_000) {
        response.write(page.subarray(at, at + 100_000));
      }
      response.end();
    });
  });
  afterAll(() => server.close());

  async function read(options: Partial<ReadingOptions>) {
    const agent = new Agent({ allowH2: false });
    const { body } = await agent.request({
      origin: `http://${server.address}`,
      path: '/',
      method: 'GET',
    });
    const pieces: Uint8Array[] = [];
    body.on('data', (piece: Buffer) => pieces.push(piece));
    const whole = await readBody(body, { ...sized, http1: true, ...options });
    await agent.close();
    return { whole, pieces };
  }

  it.each([
    ['held until the last one has come', {}],
    ['copied as they come', { memory: () => new ArrayBuffer(100_000) }],
  ])('is freed, of those %s, and the body is whole', async (_how, options) => {
    const { whole, pieces } = await read(options);
    expect(whole.equals(page)).toBe(true);
    const left = pieces.filter(({ buffer }) => buffer.byteLength > 0);
    expect(pieces.length).toBeGreaterThan(10);
    expect(left.length).toBeLessThan(pieces.length / 4);
  });

  it('stays where it may have come by HTTP/2', async () => {
    const { whole, pieces } = await read({ http1: false });
    expect(whole.equals(page)).toBe(true);
    expect(pieces.every(({ buffer }) => buffer.byteLength > 0)).toBe(true);
  });
});

it.each(['onSize', 'onChunk'] as const)(
  'ends the stream with what %s throws, and hands over nothing more',
  async name => {
    const stream = bodyOf('ab', 'c', 'd');
    let calls = 0;
    const refuse = () => {
      calls += 1;
      if (calls === 2) throw new Error('enough');
    };
    await expect(
      readBody(stream, { ...sized, [name]: refuse }),
    ).rejects.toThrow('enough');
    expect(stream.destroyed).toBe(true);
    expect(calls).toBe(2);
  },
);

it('fails with the stream', async () => {
  const stream = new PassThrough();
  stream.write('ab');
  const reading = readBody(stream, sized);
  stream.destroy(new Error('reset'));
  await expect(reading).rejects.toThrow('reset');
});

it('is no body that was cut off', async () => {
  const stream = new PassThrough();
  stream.write('ab');
  const reading = readBody(stream, sized);
  stream.destroy();
  expect(await refusalOf(() => reading)).toMatchObject({ reason: 'refused' });
});
