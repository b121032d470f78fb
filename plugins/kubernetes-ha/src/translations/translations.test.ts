/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

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
