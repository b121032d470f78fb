/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Message,
  MessageParam,
} from 'backstage-plugin-kubernetes-ha-common';
import { oneLine } from './oneLine';

/** The most items of a list in a detail. */
const LISTED = 20;

/** As a detail is: what a cluster sent is cut, and holds nothing that looks like a credential. */
export function boundedMessage({ code, params }: Message): Message {
  return {
    code,
    params: Object.fromEntries(
      Object.entries(params).map(([name, param]) => [
        name,
        boundedParam(param),
      ]),
    ),
  };
}

function boundedParam(param: MessageParam): MessageParam {
  if (typeof param === 'string') return oneLine(param);
  if (Array.isArray(param)) {
    return param.slice(0, LISTED).map(item => oneLine(item));
  }
  return param;
}
