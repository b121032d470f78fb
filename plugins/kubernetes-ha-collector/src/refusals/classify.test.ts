/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ConnectionError } from '../contracts';
import { z } from 'zod/v4';
import { Writer } from 'protobufjs';
import { reasonOfStatus, refusalOfError, refusalOfResponse } from './classify';
import { DETAIL_CHARACTERS } from './oneLine';

function withCode(code: string | number, message = 'it failed'): Error {
  return Object.assign(new Error(message), { code });
}

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function answer(status: number, body = '', headers = {}) {
  return { status, headers, body: Buffer.from(body) };
}

describe('reasonOfStatus', () => {
  it.each([
    [200, undefined],
    [204, undefined],
    [301, 'invalid-response'],
    [400, 'invalid-response'],
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'not-found'],
    [413, 'too-large'],
    [429, 'throttled'],
    [500, 'server-error'],
    [503, 'server-error'],
    [504, 'timeout'],
  ])('%d is %s', (status, reason) => {
    expect(reasonOfStatus(status)).toBe(reason);
  });
});

describe('refusalOfResponse', () => {
  it('says nothing about an answer that is well', () => {
    expect(refusalOfResponse(answer(200, 'ok'))).toBeUndefined();
  });

  it('quotes the message of a Kubernetes Status', () => {
    const body = JSON.stringify({
      kind: 'Status',
      message: 'nodes is forbidden: User "reader" cannot list resource',
    });
    expect(refusalOfResponse(answer(403, body))).toEqual({
      reason: 'forbidden',
      detail:
        'HTTP 403: nodes is forbidden: User "reader" cannot list resource',
    });
  });

  it('quotes the message of a Kubernetes Status in protobuf, and nothing of one that is cut', () => {
    const message = 'nodes is forbidden: User "reader" cannot list resource';
    const status = Writer.create()
      .uint32(18)
      .string('Failure')
      .uint32(26)
      .string(message)
      .uint32(34)
      .string('Forbidden')
      .finish();
    const body = Buffer.concat([
      Buffer.from('k8s\0', 'latin1'),
      Writer.create()
        .uint32(10)
        .bytes(Buffer.from([10, 2, 118, 49, 18, 6, ...Buffer.from('Status')]))
        .uint32(18)
        .bytes(status)
        .finish(),
    ]);
    const detail = (given: Buffer) =>
      refusalOfResponse({ status: 403, headers: {}, body: given })?.detail;
    expect(detail(body)).toBe(`HTTP 403: ${message}`);
    expect(detail(body.subarray(0, 30))).toBe('HTTP 403');
  });

  it('quotes the message of a Backstage error', () => {
    const body = JSON.stringify({
      error: { name: 'NotFoundError', message: "Cluster 'prod' not found" },
    });
    expect(refusalOfResponse(answer(404, body))?.detail).toBe(
      "HTTP 404: Cluster 'prod' not found",
    );
  });

  it('says when a throttled reader may come back', () => {
    expect(refusalOfResponse(answer(429, '', { 'retry-after': '7' }))).toEqual({
      reason: 'throttled',
      detail: 'HTTP 429: Retry-After 7 s',
    });
  });

  it.each([
    ['an HTML page', '<html><body>Bad gateway</body></html>'],
    ['broken JSON', '{"message": "cut o'],
    ['JSON without a message', '{"kind":"Status"}'],
    ['nothing', ''],
  ])('takes %s for no message', (_name, body) => {
    expect(refusalOfResponse(answer(502, body))).toEqual({
      reason: 'server-error',
      detail: 'HTTP 502',
    });
  });

  it('keeps the detail to one short line without credentials', () => {
    const detail = refusalOfResponse(
      answer(500, `first\nsecond Bearer abc.def-ghi ${'x'.repeat(1000)}`),
    )?.detail;
    expect(detail).toMatch(/^HTTP 500: first second Bearer \*\*\* x+…$/);
    expect(detail).toHaveLength(DETAIL_CHARACTERS);
  });
});

describe('refusalOfError', () => {
  it.each([
    ['a connection error', new ConnectionError('tls', 'wrong CA'), 'tls'],
    ['a refused socket', withCode('ECONNREFUSED'), 'refused'],
    ['a reset socket', withCode('ECONNRESET'), 'refused'],
    ['a missing route', withCode('EHOSTUNREACH'), 'unreachable'],
    ['a missing name', withCode('ENOTFOUND'), 'unreachable'],
    ['a name server in trouble', withCode('EAI_SYSTEM'), 'unreachable'],
    ['IPv6 without IPv6', withCode('EAFNOSUPPORT'), 'unreachable'],
    [
      'a link-local address without its zone',
      Object.assign(withCode('EINVAL'), { syscall: 'connect' }),
      'unreachable',
    ],
    ['a slow handshake', withCode('UND_ERR_CONNECT_TIMEOUT'), 'timeout'],
    ['an expired certificate', withCode('CERT_HAS_EXPIRED'), 'tls'],
    ['another name', withCode('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls'],
    ['no HTTP at all', withCode('HPE_INVALID_CONSTANT'), 'invalid-response'],
    ['gRPC UNAUTHENTICATED', withCode(16), 'unauthorised'],
    ['gRPC PERMISSION_DENIED', withCode(7), 'forbidden'],
    ['gRPC DEADLINE_EXCEEDED', withCode(4), 'timeout'],
    ['gRPC UNIMPLEMENTED', withCode(12), 'not-found'],
    ['gRPC INTERNAL', withCode(13), 'server-error'],
    [
      'a message over the limit',
      withCode(8, 'Received message larger than max (9 vs. 4)'),
      'too-large',
    ],
    [
      'a message that is over the limit once it is unpacked',
      withCode(8, 'Received message that decompresses to a size larger than 4'),
      'too-large',
    ],
    [
      'etcd without space',
      withCode(8, 'etcdserver: mvcc: database space exceeded'),
      'server-error',
    ],
    [
      'gRPC refused',
      withCode(
        14,
        'No connection established. Last error: connect ECONNREFUSED',
      ),
      'refused',
    ],
    [
      'gRPC without a route',
      withCode(14, 'No connection established. Last error: EHOSTUNREACH'),
      'unreachable',
    ],
    [
      'gRPC behind a wrong certificate',
      withCode(
        14,
        'No connection established. unable to verify the first certificate',
      ),
      'tls',
    ],
    [
      'an etcd without leader',
      withCode(14, '14 UNAVAILABLE: etcdserver: no leader'),
      'server-error',
    ],
    [
      'a telling cause',
      new Error('request failed', { cause: withCode('ECONNREFUSED') }),
      'refused',
    ],
    [
      'all addresses of a name',
      new AggregateError([withCode('ENETUNREACH', 'no route')]),
      'unreachable',
    ],
    ['a deadline', new DOMException('aborted', 'TimeoutError'), 'timeout'],
    ['an abort', new DOMException('aborted', 'AbortError'), 'timeout'],
    [
      'an answer that is not JSON',
      thrownBy(() => JSON.parse('<html>')),
      'invalid-response',
    ],
    [
      'an answer of another shape',
      thrownBy(() => z.object({ items: z.array(z.string()) }).parse({})),
      'invalid-response',
    ],
  ])('%s', (_name, error, reason) => {
    expect(refusalOfError(error).reason).toBe(reason);
  });

  it.each([
    new TypeError('cannot read properties of undefined'),
    withCode('UND_ERR_INVALID_ARG', 'invalid request path'),
    Object.assign(withCode('EINVAL'), { syscall: 'read' }),
  ])('throws a bug of ours again: %s', bug => {
    expect(() => refusalOfError(bug)).toThrow(bug);
  });

  it.each([
    [
      'https://user:pa55@host/?token=abc with eyJhbGciOi.eyJzdWIi.c2ln',
      'https://***@host/?token=*** with ***',
    ],
    [
      'https://t0ken@host/ and //:pa55@host',
      'https://***@host/ and //***@host',
    ],
    ['https://user:p@55@host:1/x', 'https://***@host:1/x'],
    [
      'https://host/a for someone@example.com',
      'https://host/a for someone@example.com',
    ],
  ])('keeps credentials out of the detail: %s', (message, detail) => {
    expect(refusalOfError(new ConnectionError('refused', message)).detail).toBe(
      detail,
    );
  });
});
