/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { checksOfAlert } from 'backstage-plugin-kubernetes-ha-common';

/** What the address of a page asks for, among the findings that are open. */
export interface FindingLinks {
  /** Checks whose findings are open on the page, in the order of the address. */
  open: readonly string[];
  /** The first of them that has a finding: what a link leads to. */
  target?: string;
  /** Wanted checks without an open finding. */
  gone: readonly string[];
  /** Alerts that no check is known for. */
  unknownAlerts: readonly string[];
}

/**
 * What `?finding=<check id>` and `?alert=<alert name>` lead to. An alert leads
 * to the first of its checks that does not pass; where all of them do, they
 * are gone. Pure.
 */
export function findingLinks(
  wanted: { findings: readonly string[]; alerts: readonly string[] },
  openChecks: ReadonlySet<string>,
): FindingLinks {
  const open: string[] = [];
  const gone: string[] = [];
  const unknownAlerts: string[] = [];
  for (const id of wanted.findings) {
    (openChecks.has(id) ? open : gone).push(id);
  }
  for (const alert of wanted.alerts) {
    const checks = checksOfAlert(alert);
    const first = checks?.find(id => openChecks.has(id));
    if (!checks) unknownAlerts.push(alert);
    else if (first) open.push(first);
    else gone.push(...checks);
  }
  const [target] = open;
  return {
    open: [...new Set(open)],
    ...(target !== undefined && { target }),
    gone: [...new Set(gone)],
    unknownAlerts,
  };
}
