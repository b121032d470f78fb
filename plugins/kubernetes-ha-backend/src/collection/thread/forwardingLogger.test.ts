/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { forwardingLogger, writeLine } from './forwardingLogger';

describe('the log of another thread', () => {
  /** The line as it arrives: sent as a thread sends it. */
  const passed = mockServices.logger.mock();
  const logger = forwardingLogger(line =>
    writeLine(passed, structuredClone(line)),
  );
  beforeEach(() => jest.clearAllMocks());

  it.each(['error', 'warn', 'info', 'debug'] as const)(
    'is written at its level: %s',
    level => {
      logger[level]('etcd answers again');
      expect(passed[level].mock.calls).toEqual([['etcd answers again']]);
    },
  );

  it('keeps the words and the stack of an error, and what cannot be sent is left', () => {
    const error = Object.assign(new Error('connection refused'), {
      request: { retry: () => {} },
    });
    logger.child({ cluster: 'one' }).error('not collected', error);
    const [[message, meta]] = passed.error.mock.calls;
    expect(message).toBe('not collected');
    expect(meta).toMatchObject({
      message: 'connection refused',
      stack: error.stack,
    });
    expect(meta).not.toHaveProperty('request');
  });

  it('keeps an object', () => {
    logger.warn('slow', { seconds: 3 });
    expect(passed.warn.mock.calls).toEqual([['slow', { seconds: 3 }]]);
  });
});
