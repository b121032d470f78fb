/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Message, say } from '../messages';

/**
 * The detail of a signal from a sentence of ours: in English for logs and for
 * readers of older versions, and as data for everybody else.
 * @public
 */
export function detailFrom(why: Message): { detail: string; why: Message } {
  return { detail: say(why), why };
}
