/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { sourceIds } from 'backstage-plugin-kubernetes-ha-common';
import { sourceName } from '../hooks/wordSource';
import { en } from './en';
import zh from './zh';

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();

describe('translations', () => {
  const keys = Object.keys(en) as (keyof typeof en)[];

  it.each(keys)('"%s" has the same parameters in Chinese', key => {
    expect(zh[key]).not.toBe('');
    expect(new Set(placeholders(zh[key]))).toEqual(
      new Set(placeholders(en[key])),
    );
  });

  it('has no Chinese key that English lacks', () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort());
  });
});

describe('the name of a source', () => {
  // What is a word of the field as it is.
  const words = ['etcd', 'leases', 'inventory', 'collection', 'snapshot'];

  it.each(sourceIds)('%s is a word, not the id', id => {
    const key = `source.${id}` as const;
    expect(zh[key]).toMatch(/[\u4e00-\u9fff]/);
    expect(en[key] === id).toBe(words.includes(id));
  });

  it('has its id where it is of an adopter', () => {
    const t = (key: string) => key;
    expect(sourceName('acme-backups', t as never)).toBe('acme-backups');
    expect(sourceName('loadbalancer', t as never)).toBe('source.loadbalancer');
  });
});
