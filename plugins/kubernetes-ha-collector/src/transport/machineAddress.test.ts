/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { isMachineAddress, isPort } from './machineAddress';

it.each`
  host                        | may      | rule
  ${'10.0.0.1'}               | ${true}  | ${'a private address'}
  ${'192.168.1.10'}           | ${true}  | ${'a private address'}
  ${'100.64.0.7'}             | ${true}  | ${'shared address space, which clouds give to nodes'}
  ${'203.0.113.9'}            | ${true}  | ${'a public address'}
  ${'fd12:3456::1'}           | ${true}  | ${'a unique local address'}
  ${'2001:db8::1'}            | ${true}  | ${'a global address'}
  ${'::ffff:10.0.0.1'}        | ${true}  | ${'IPv4-mapped, of a machine'}
  ${'kubernetes'}             | ${false} | ${'a host name'}
  ${'api.example.org'}        | ${false} | ${'a host name'}
  ${'localhost'}              | ${false} | ${'a host name of this machine'}
  ${'localhost:1/a?x='}       | ${false} | ${'more than a host'}
  ${'10.0.0.1/..'}            | ${false} | ${'more than a host'}
  ${'10.0.0.1@evil'}          | ${false} | ${'more than a host'}
  ${''}                       | ${false} | ${'nothing'}
  ${'127.0.0.1'}              | ${false} | ${'loopback'}
  ${'127.8.9.1'}              | ${false} | ${'loopback'}
  ${'0x7f000001'}             | ${false} | ${'loopback in another spelling'}
  ${'2130706433'}             | ${false} | ${'loopback as a number'}
  ${'127.1'}                  | ${false} | ${'loopback, shortened'}
  ${'::1'}                    | ${false} | ${'loopback'}
  ${'::ffff:127.0.0.1'}       | ${false} | ${'loopback, IPv4-mapped'}
  ${'::ffff:7f00:1'}          | ${false} | ${'loopback, IPv4-mapped in hexadecimal'}
  ${'0:0:0:0:0:ffff:7f00:1'}  | ${false} | ${'loopback, IPv4-mapped at full length'}
  ${'::127.0.0.1'}            | ${false} | ${'loopback, IPv4-compatible'}
  ${'64:ff9b::7f00:1'}        | ${false} | ${'loopback behind NAT64'}
  ${'2002:7f00:1::'}          | ${false} | ${'loopback behind 6to4'}
  ${'0.0.0.0'}                | ${false} | ${'unspecified'}
  ${'::'}                     | ${false} | ${'unspecified'}
  ${'169.254.169.254'}        | ${false} | ${'the metadata service of clouds'}
  ${'::ffff:169.254.169.254'} | ${false} | ${'the metadata service, IPv4-mapped'}
  ${'fd00:ec2::254'}          | ${false} | ${'the metadata service of AWS over IPv6'}
  ${'169.254.1.1'}            | ${false} | ${'link-local'}
  ${'fe80::1'}                | ${false} | ${'link-local'}
  ${'fe80::1%eth0'}           | ${false} | ${'link-local with its zone'}
  ${'224.0.0.1'}              | ${false} | ${'multicast'}
  ${'ff02::1'}                | ${false} | ${'multicast'}
  ${'255.255.255.255'}        | ${false} | ${'broadcast'}
`('$host, $rule: may be asked: $may', ({ host, may }) => {
  expect(isMachineAddress(host)).toBe(may);
});

it.each([
  [6443, true],
  [65_535, true],
  [0, false],
  [65_536, false],
  [-1, false],
  [1.5, false],
  [NaN, false],
])('port %d may be asked: %s', (port, may) => {
  expect(isPort(port)).toBe(may);
});
