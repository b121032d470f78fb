/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { LogLine } from './messages';

/** A logger whose lines another thread writes: see {@link writeLine}. */
export function forwardingLogger(send: (line: LogLine) => void): LoggerService {
  const at =
    (level: LogLine['level']): LoggerService['info'] =>
    (message, meta) =>
      send({ level, message, ...(meta && { meta: sendable(meta) }) });
  const logger: LoggerService = {
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    // The lines name the cluster themselves.
    child: () => logger,
  };
  return logger;
}

/** What an Error carries beside its words, a request or a socket, cannot be sent. */
function sendable(meta: Parameters<LoggerService['info']>[1]): unknown {
  if (!isError(meta)) return meta;
  const error = new Error(meta.message);
  error.stack = meta.stack;
  return error;
}

/** Writes a line of another thread. */
export function writeLine(
  logger: LoggerService,
  { level, message, meta }: LogLine,
): void {
  if (meta === undefined) logger[level](message);
  else if (isError(meta)) logger[level](message, meta);
  else logger[level](message, asObject(meta));
}

function asObject(meta: unknown): Parameters<LoggerService['info']>[1] {
  return typeof meta === 'object' && meta !== null
    ? (meta as Parameters<LoggerService['info']>[1])
    : { meta: String(meta) };
}
