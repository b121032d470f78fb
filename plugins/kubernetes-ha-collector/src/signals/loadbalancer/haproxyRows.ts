/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  HaproxyServer,
  HaproxyStats,
} from 'backstage-plugin-kubernetes-ha-common';
import { HaproxyRow, rowTypes } from './haproxyCsv';

type Frontend = HaproxyStats['frontends'][number];

/**
 * Servers and frontends on the way to the API. Backends count when one of
 * their servers is a known API server (`host:port`); when none is, or
 * addresses are hidden (`stats show-legends` is off), all do. The statistics
 * page's own proxy does not.
 */
export function apiRows(
  rows: readonly HaproxyRow[],
  apiServers: ReadonlySet<string>,
): Pick<HaproxyStats, 'servers' | 'frontends'> {
  const serverRows = rows.filter(row => row.get('type') === rowTypes.server);
  const ofApi = new Set(
    serverRows
      .filter(row => apiServers.has(row.get('addr') ?? ''))
      .map(row => row.get('pxname')),
  );
  const kept = serverRows.filter(
    row => ofApi.size === 0 || ofApi.has(row.get('pxname')),
  );
  const modes = new Set(kept.map(row => row.get('mode')));
  return {
    servers: kept.map(serverOf),
    frontends: rows
      .filter(row => row.get('type') === rowTypes.frontend)
      .filter(row => !isStatsPage(row, modes))
      .map(frontendOf),
  };
}

/** By its name, or as the HTTP proxy beside API backends that are all TCP: the CSV does not tell which frontend uses which backend. */
function isStatsPage(
  frontend: HaproxyRow,
  apiModes: ReadonlySet<string | undefined>,
): boolean {
  if (/stats|prometheus|metrics/i.test(frontend.get('pxname') ?? '')) {
    return true;
  }
  const onlyTcp = apiModes.size === 1 && apiModes.has('tcp');
  return onlyTcp && frontend.get('mode') === 'http';
}

function serverOf(row: HaproxyRow): HaproxyServer {
  // "* L7OK" while a check is under way.
  const checkStatus = row.get('check_status')?.replace(/^\* /, '');
  return {
    backend: row.get('pxname') ?? '',
    name: row.get('svname') ?? '',
    status: row.get('status') ?? '',
    ...given('address', row.get('addr')),
    ...given('checkStatus', checkStatus),
    ...given('checkCode', numberAt(row, 'check_code')),
    ...given('checkDurationMs', numberAt(row, 'check_duration')),
    ...given('lastChangeSeconds', numberAt(row, 'lastchg')),
    ...given('downtimeSeconds', numberAt(row, 'downtime')),
    ...given('weight', numberAt(row, 'weight')),
    active: countAt(row, 'act') > 0,
    backup: countAt(row, 'bck') > 0,
    currentSessions: countAt(row, 'scur'),
    totalSessions: countAt(row, 'stot'),
    connectionErrors: countAt(row, 'econ'),
    responseErrors: countAt(row, 'eresp'),
    retries: countAt(row, 'wretr'),
    redispatches: countAt(row, 'wredis'),
    downTransitions: countAt(row, 'chkdown'),
  };
}

function frontendOf(row: HaproxyRow): Frontend {
  return {
    name: row.get('pxname') ?? '',
    status: row.get('status') ?? '',
    currentSessions: countAt(row, 'scur'),
    sessionLimit: countAt(row, 'slim'),
    totalSessions: countAt(row, 'stot'),
    requestErrors: countAt(row, 'ereq'),
  };
}

function given<K extends string, V>(
  key: K,
  value: V | undefined,
): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

function numberAt(row: HaproxyRow, column: string): number | undefined {
  const text = row.get(column);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** A counter that HAProxy leaves empty has counted nothing: it does so for a server without checks (`chkdown`). */
function countAt(row: HaproxyRow, column: string): number {
  return numberAt(row, column) ?? 0;
}
