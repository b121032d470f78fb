/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { UnknownReason } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { clusterConnectRouteRef } from '../../routes';

/** Leads to where it is said how the cluster is connected, what is refused, and how to connect it. Nothing where another connection changes nothing. */
export function ConnectLink(props: {
  /** Name of the cluster. */
  cluster: string;
  /** Why something cannot be read. */
  reason: string;
}) {
  return isOfConnection(props.reason) ? (
    <LinkToConnect cluster={props.cluster} />
  ) : null;
}

function LinkToConnect(props: { cluster: string }) {
  const { t } = useWording();
  const href = useRouteRef(clusterConnectRouteRef)?.({ name: props.cluster });
  return href ? <Link href={href}>{t('cause.connect')}</Link> : null;
}

/** Reasons that a change of how the cluster is connected removes: nothing was configured, or what was is refused or not there. */
function isOfConnection(reason: string): boolean {
  const reasons: readonly string[] = [
    'not-configured',
    'unauthorised',
    'forbidden',
    'refused',
    'tls',
    'unreachable',
    'timeout',
    'not-exposed',
  ] satisfies UnknownReason[];
  return reasons.includes(reason);
}
