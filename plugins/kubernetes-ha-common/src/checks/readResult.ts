/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Message } from '../messages';
import type { CheckResult } from './check';

/** A result as any version stored it: in earlier ones the fix is called `unblocks`. @internal */
export type StoredResult = CheckResult & { unblocks?: Message };

/**
 * A stored result as this version writes it. What has the form of today is
 * returned as it is.
 * @internal
 */
export function readResult(stored: StoredResult): CheckResult {
  if (!stored.unblocks) return stored;
  const { unblocks, ...result } = stored;
  return { ...result, fix: fixOf(unblocks) };
}

/** The sentences of fixes were called like the field: `etcd-alarms.unblocks-nospace`, `topology.not-zones-unblocks`. */
function fixOf({ code, params }: Message): Message {
  return { code: code.replace(/([.-])unblocks(?=-|$)/, '$1fix'), params };
}
