/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ApiResponse, ConnectionError } from '../contracts';
import {
  detailFrom,
  message,
  say,
} from 'backstage-plugin-kubernetes-ha-common';
import type {
  AbsentReason,
  ConnectionFailure,
  Message,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import { messageOfBody } from './bodyMessage';
import { connectionFaultOf } from './connectionFault';
import { reasonOfErrorCode } from './errorCodes';
import { isErrorLike } from './errorLike';
import { reasonOfGrpcStatus } from './grpcStatus';
import { oneLine } from './oneLine';
import { retryAfterSeconds } from './retryAfter';

/** Why something is unknown, in the words of an unknown signal. @public */
export interface Refusal {
  reason: UnknownReason;
  /** One line, without secrets. */
  detail: string;
  /** The same as data, where it is a sentence of ours. */
  why?: Message;
  /** What kept the connection from being made, where that is known more exactly. */
  failure?: ConnectionFailure;
}

/** A refusal, or an absence, in a sentence of ours. */
export function refused<R extends UnknownReason | AbsentReason>(
  reason: R,
  why: Message,
): { reason: R; detail: string; why: Message } {
  return { reason, ...detailFrom(why) };
}

/** The reason that an HTTP status stands for; nothing for 2xx. */
export function reasonOfStatus(status: number): UnknownReason | undefined {
  if (status >= 200 && status < 300) return undefined;
  switch (status) {
    case 401:
    case 407:
      return 'unauthorised';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 408:
    case 504:
      return 'timeout';
    case 413:
      return 'too-large';
    case 429:
      return 'throttled';
    default:
      // A redirect or another refusal of a plain GET is not what the protocol promises.
      return status >= 500 ? 'server-error' : 'invalid-response';
  }
}

/**
 * What an HTTP answer says when it is not the one that was asked for. Nothing
 * for 2xx. The sentence that a Kubernetes `Status` or a Backstage error body
 * carries is part of the detail.
 */
export function refusalOfResponse(
  response: Pick<ApiResponse, 'status' | 'headers' | 'body'>,
): Refusal | undefined {
  const reason = reasonOfStatus(response.status);
  if (!reason) return undefined;
  const parts = [`HTTP ${response.status}`];
  const seconds = retryAfterSeconds(response, Date.now());
  if (seconds !== undefined) {
    parts.push(`Retry-After ${seconds} s`);
  }
  const said = messageOfBody(response.body);
  if (said) parts.push(said);
  return { reason, detail: oneLine(parts.join(': ')) };
}

/**
 * What an error of a connection, a socket, a gRPC call, an abort or a parser
 * says. Anything else is a bug and is thrown again: a wrong line of ours must
 * not look like a silent cluster.
 */
export function refusalOfError(error: unknown): Refusal {
  const reason = reasonOfError(error);
  if (!reason) throw error;
  const why = ownWords(error);
  const failure = failureOf(error, reason);
  return {
    ...(why
      ? refused(reason, why)
      : { reason, detail: oneLine(describe(error)) }),
    ...(failure && { failure }),
  };
}

/** Reasons that say no more than that there was no connection. */
const connecting: ReadonlySet<UnknownReason> = new Set<UnknownReason>([
  'refused',
  'unreachable',
  'tls',
]);

function failureOf(
  error: unknown,
  reason: UnknownReason,
): ConnectionFailure | undefined {
  if (!connecting.has(reason)) return undefined;
  if (error instanceof ConnectionError && error.failure) return error.failure;
  if (!isErrorLike(error)) return undefined;
  const fault = connectionFaultOf(error.code, error.message);
  return fault
    ? { fault }
    : failureOf(error.errors?.[0] ?? error.cause, reason);
}

function reasonOfError(error: unknown): UnknownReason | undefined {
  if (error instanceof ConnectionError) return error.reason;
  if (!isErrorLike(error)) return undefined;
  switch (error.name) {
    case 'TimeoutError':
    case 'AbortError':
      return 'timeout';
    // JSON.parse, and zod at the edge: the answer is not what was promised.
    case 'SyntaxError':
    case 'ZodError':
    case '$ZodError':
    case 'InvalidDocumentError': // protobuf
    case 'HTTPParserError': // undici's, which comes without a code
      return 'invalid-response';
    default:
  }
  if (typeof error.code === 'number') {
    return reasonOfGrpcStatus(error.code, error.message);
  }
  if (typeof error.code === 'string') {
    const known = reasonOfErrorCode(error.code);
    if (known) return known;
    // Whatever else keeps a socket from being opened (EINVAL for a link-local address without its zone): nobody was reached.
    if (error.syscall === 'connect') return 'unreachable';
  }
  // Trying several addresses of a name (AggregateError), and undici's wrapping, hide the telling error inside.
  return reasonOfError(error.errors?.[0] ?? error.cause);
}

function describe(error: unknown): string {
  if (!isErrorLike(error)) return String(error);
  const why = ownWords(error);
  if (why) return say(why);
  return (
    // Node's advice in certificate errors is for the command line.
    error.message.replace(/; if the root CA is installed locally.*$/, '') ||
    describe(error.errors?.[0] ?? error.cause)
  );
}

/** Of errors whose own message says nothing to a reader. */
function ownWords(error: unknown): Message | undefined {
  if (!isErrorLike(error)) return undefined;
  if (error instanceof ConnectionError) return error.why;
  switch (error.name) {
    case 'TimeoutError':
    case 'AbortError':
      return message('detail.deadline');
    case 'ZodError':
    case '$ZodError':
      return message('detail.unexpected-shape');
    case 'SyntaxError':
      return message('detail.not-json');
    default:
      return undefined;
  }
}
