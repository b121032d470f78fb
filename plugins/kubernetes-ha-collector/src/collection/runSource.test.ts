/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  context,
  etcd,
  logger,
  source,
  unknown,
} from './__testUtils__/testSource';
import { runSource } from './runSource';

beforeEach(() => jest.clearAllMocks());
afterEach(() => jest.restoreAllMocks());

describe('a source', () => {
  it('that answers is taken at its word', async () => {
    const outcome = await runSource(
      source(async () => ({ etcd, leases: unknown })),
      context,
    );
    expect(outcome).toMatchObject({
      source: 'test',
      sections: { etcd, leases: unknown },
    });
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('that throws is unknown in all its sections, with one line in the log', async () => {
    const outcome = await runSource(
      source(async () => {
        throw new Error('Unexpected token < in JSON');
      }),
      context,
    );
    for (const signal of [outcome.sections.etcd, outcome.sections.leases]) {
      expect(signal).toMatchObject({
        state: 'unknown',
        reason: 'invalid-response',
        detail: expect.stringContaining('Unexpected token <'),
      });
    }
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('that throws something long with a password in it keeps both out of signal and log', async () => {
    const outcome = await runSource(
      source(async () => {
        throw new Error(
          `GET https://admin:pa55word@lb.invalid/\n${'x'.repeat(100_000)}`,
        );
      }),
      context,
    );
    expect(outcome.sections.etcd).toMatchObject({
      detail: expect.stringMatching(
        /^the source test failed on what it read: GET https:\/\/\*\*\*@lb.invalid\/ x*…$/,
      ),
    });
    const [said] = jest.mocked(logger.error).mock.calls;
    expect(said[1]).toEqual({ stack: expect.stringMatching(/^ +at /m) });
    expect(JSON.stringify([outcome, said])).not.toContain('pa55word');
    expect(JSON.stringify([outcome, said]).length).toBeLessThan(10_000);
  });

  it('that throws before it returns a promise is unknown as well', async () => {
    const outcome = await runSource(
      source(() => {
        throw new Error('at once');
      }),
      context,
    );
    expect(outcome.sections.etcd).toMatchObject({ reason: 'invalid-response' });
  });

  it('that ignores its deadline is aborted', async () => {
    const outcome = await runSource(
      source(() => new Promise(() => {})),
      context,
    );
    expect(outcome.sections.etcd).toMatchObject({
      state: 'unknown',
      reason: 'timeout',
      detail: expect.stringContaining('within 30 ms'),
    });
  });

  it('that stops at its deadline may still say what it knows', async () => {
    const outcome = await runSource(
      source(
        ({ signal }) =>
          new Promise(resolve => {
            signal.addEventListener('abort', () =>
              resolve({ etcd, leases: unknown }),
            );
          }),
      ),
      context,
    );
    expect(outcome.sections.etcd).toBe(etcd);
  });

  it('that leaves out a section it promised makes that one unknown, and cannot speak for others', async () => {
    const outcome = await runSource(
      source(async () => ({ etcd, nodes: unknown })),
      context,
    );
    expect(outcome.sections.leases).toMatchObject({
      state: 'unknown',
      reason: 'not-collected',
    });
    expect(outcome.sections).not.toHaveProperty('nodes');
  });
});
