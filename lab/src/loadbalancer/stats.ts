/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { statsPort } from './haproxyConfig';

/** One line of HAProxy's statistics, as far as the lab needs it. */
export interface ServerStat {
  proxy: string;
  server: string;
  status: string;
  /** Of the last check that has ended: `L7OK`, `L4CON` and so on. Source: haproxy doc/management.txt §9.1. */
  checkStatus: string;
  address: string;
}

export function statsUrl(address: string): string {
  return `http://${address}:${statsPort}/stats`;
}

/** Reads the servers of one load balancer from its statistics in CSV. */
export async function readServerStats(address: string): Promise<ServerStat[]> {
  const answer = await fetch(`${statsUrl(address)};csv`, {
    signal: AbortSignal.timeout(3_000),
  });
  if (!answer.ok) {
    throw new Error(`${statsUrl(address)} was answered ${answer.status}`);
  }
  const [head, ...lines] = (await answer.text()).trim().split('\n');
  const columns = head.replace(/^# /, '').split(',');
  return lines
    .map(line => line.split(','))
    .map(values => (name: string) => values[columns.indexOf(name)] ?? '')
    .map(value => ({
      proxy: value('pxname'),
      server: value('svname'),
      status: value('status'),
      // While a check is under way its mark stands before the result of the last one.
      checkStatus: value('check_status').replace(/^\* /, ''),
      address: value('addr'),
    }))
    .filter(
      ({ proxy, server }) =>
        proxy === 'kube-apiservers' && server !== 'BACKEND',
    );
}
