/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { BlockList, isIP } from 'node:net';

/**
 * Where no API server or kubelet of another machine is: this machine, this
 * link (with the metadata services of clouds), groups, and addresses that
 * stand for others of these.
 * Source: kubernetes pkg/apis/core/validation (ValidateNonSpecialIP), RFC 6890
 */
const special = new BlockList();
special.addSubnet('0.0.0.0', 8, 'ipv4');
special.addSubnet('127.0.0.0', 8, 'ipv4');
special.addSubnet('169.254.0.0', 16, 'ipv4');
special.addSubnet('224.0.0.0', 4, 'ipv4');
special.addSubnet('240.0.0.0', 4, 'ipv4');
// Unspecified, loopback and IPv4 in its deprecated form.
special.addSubnet('::', 96, 'ipv6');
special.addSubnet('fe80::', 10, 'ipv6');
special.addSubnet('ff00::', 8, 'ipv6');
// IPv4 behind a translator: what is refused above could be reached by it.
special.addSubnet('64:ff9b::', 96, 'ipv6');
special.addSubnet('2002::', 16, 'ipv6');
// The metadata service of AWS.
special.addAddress('fd00:ec2::254', 'ipv6');

/**
 * Whether an address that the cluster itself names (an EndpointSlice, a Node,
 * a pod's flag) may be asked with the reader's identity: an IP address of a
 * machine, in any form, IPv4-mapped too; no host name, whose meaning another
 * server decides.
 */
export function isMachineAddress(host: string): boolean {
  const version = isIP(host);
  // A zone (`fe80::1%eth0`) is of this machine's own links.
  if (version === 0 || host.includes('%')) return false;
  return !special.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

/** Whether it is the number of a TCP port. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port < 65_536;
}
