/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from 'backstage-plugin-kubernetes-ha-common';
import { CLIENT_URLS } from './bounds';
import { askableUrls, noAddressOf } from './clientUrls';

describe('client URLs of a member', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => `https://h${i}:2379`);

  it.each<[string, string[], string[]]>([
    [
      'https and http',
      ['https://a:2379/', 'http://b:2379'],
      ['https://a:2379', 'http://b:2379'],
    ],
    [
      'one address twice',
      ['https://a:2379/', 'https://a:2379'],
      ['https://a:2379'],
    ],
    [
      'a socket of the machine',
      ['unix:///var/run/etcd', 'https://a:2379'],
      ['https://a:2379'],
    ],
    [
      'unixs and other schemes',
      ['unixs://localhost:1', 'ftp://a', 'file:///x'],
      [],
    ],
    ['what is no URL', ['', 'a:b:c', 'https://'], []],
    ['thousands', many, []],
  ])('asks %s', (_, urls, asked) => {
    expect(askableUrls(urls)).toEqual(asked);
  });

  it('asks as many as the bound, and none of one more', () => {
    expect(askableUrls(many.slice(0, CLIENT_URLS))).toHaveLength(CLIENT_URLS);
    expect(askableUrls(many.slice(0, CLIENT_URLS + 1))).toEqual([]);
  });

  it.each([
    [many, 'm1: it announces 5000 client URLs; the bound is 8. Set'],
    [
      ['unix:///a'],
      'm1: its client URLs are not http or https (unix:///a) and were ignored. Set',
    ],
    [
      ['unix:///a', 'https://a:2379'],
      'm1: it announces unix:///a, https://a:2379; add its endpoint',
    ],
    [[], 'm1: it announces no client URL; add its endpoint'],
  ])('says why a member has no address', (urls, sentence) => {
    expect(say(noAddressOf('m1', urls))).toContain(sentence);
  });
});
