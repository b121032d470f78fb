/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
/** An answer of an API server, whatever its status. */
export interface ApiAnswer {
  status: number;
  body: string;
}

/** An answer other than success; `status` 0 never occurs here, a failed connection is an ordinary Error. */
export class KubernetesApiError extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(method: string, path: string, answer: ApiAnswer) {
    const { reason, message } = statusOf(answer.body);
    super(`${method} ${path} was answered ${answer.status}: ${message}`);
    this.name = 'KubernetesApiError';
    this.status = answer.status;
    this.reason = reason;
  }
}

function statusOf(body: string): { reason: string; message: string } {
  try {
    const { reason, message } = JSON.parse(body) as {
      reason?: string;
      message?: string;
    };
    return { reason: reason ?? '', message: message ?? body.slice(0, 500) };
  } catch {
    // Not a Status object: HAProxy or another speaks here; its words are shown as they are.
    return { reason: '', message: body.slice(0, 500) };
  }
}
