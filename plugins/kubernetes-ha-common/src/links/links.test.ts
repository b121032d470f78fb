/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import type { Finding } from '../api/types';
import {
  fillLink,
  linkPlaceholders,
  linkTemplateProblem,
} from './linkTemplate';
import { linksOf } from './linksOf';

describe('the address of a link', () => {
  it.each`
    url                                                                                 | problem                          | rule
    ${'https://grafana.example/d/etcd?var-cluster={{cluster}}&from={{from}}&to={{to}}'} | ${undefined}                     | ${'placeholders in the query'}
    ${'http://logs.example/{{cluster}}/{{ node }}'}                                     | ${undefined}                     | ${'in the path, with blanks'}
    ${'https://{{cluster}}.grafana.example/d/x'}                                        | ${undefined}                     | ${'the cluster in the host'}
    ${'https://grafana.example/explore?left={"range":{"from":"{{from}}"}}'}             | ${/braces/}                      | ${'two braces of JSON are no placeholder'}
    ${'https://grafana.example/{{pod}}'}                                                | ${/\{\{pod\}\} does not exist/}  | ${'one that does not exist'}
    ${'https://grafana.example/{{Cluster}}'}                                            | ${/does not exist/}              | ${'another case is another name'}
    ${'https://grafana.example/{{constructor}}'}                                        | ${/does not exist/}              | ${'a name that every object has'}
    ${'https://grafana.example/{{}}'}                                                   | ${/does not exist/}              | ${'an empty one'}
    ${'https://grafana.example/{{cluster'}                                              | ${/braces/}                      | ${'one that does not close'}
    ${'vbscript:alert({{cluster}})'}                                                    | ${/http:\/\/ or https:\/\//}     | ${'a script'}
    ${'data:text/html,{{cluster}}'}                                                     | ${/http:\/\/ or https:\/\//}     | ${'data'}
    ${'//grafana.example/{{cluster}}'}                                                  | ${/http:\/\/ or https:\/\//}     | ${'no scheme'}
    ${'https://{{node}}/x'}                                                             | ${/only \{\{cluster\}\} before/} | ${'a host that the cluster names'}
    ${'https://grafana.example:{{from}}/x'}                                             | ${/only \{\{cluster\}\} before/} | ${'a port'}
    ${'https://'}                                                                       | ${/http:\/\/ or https:\/\//}     | ${'no host'}
    ${'https://grafana example/x'}                                                      | ${/a whole address/}             | ${'no address at all'}
  `('$rule', ({ url, problem }) => {
    // None is the empty sentence.
    expect(linkTemplateProblem(url) ?? '').toMatch(problem ?? /^$/);
  });

  it('keeps each value one part of it, whatever the value is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), node => {
        const url = fillLink('https://grafana.example/d?node={{node}}&x=1', {
          node,
        });
        const parsed = new URL(url!);
        expect(parsed.origin).toBe('https://grafana.example');
        expect([...parsed.searchParams.keys()]).toEqual(['node', 'x']);
        expect(parsed.searchParams.get('node')).toBe(node);
      }),
    );
  });

  it.each(['.', '..', '\ud800'])(
    'is not given for a value that is no part of one: %j',
    node => {
      expect(fillLink('https://a.example/d/{{node}}/x', { node })).toBe(
        undefined,
      );
    },
  );

  it('is not given while a value is missing', () => {
    expect(fillLink('https://a.example/{{member}}', {})).toBeUndefined();
    for (const name of linkPlaceholders) {
      expect(fillLink(`https://a.example/{{${name}}}`, { [name]: 'v' })).toBe(
        'https://a.example/v',
      );
    }
  });
});

const finding = (parts: Partial<Finding> = {}, subjects?: string[]) =>
  ({
    cluster: 'prod-eu',
    checkId: 'etcd-member-health',
    layer: 'etcd',
    firstSeen: '2026-11-23T12:00:00.000Z',
    result: { subjects },
    ...parts,
  } as Finding);
const nowMs = Date.parse('2026-11-23T12:30:00.000Z');

describe('the links of a finding', () => {
  it('are about its time: from before it began until now', () => {
    expect(
      linksOf(
        finding(),
        [
          {
            title: 'etcd',
            url: 'https://g.example/d?var-cluster={{cluster}}&from={{from}}&to={{toIso}}',
          },
        ],
        nowMs,
      ),
    ).toEqual([
      {
        title: 'etcd',
        url: `https://g.example/d?var-cluster=prod-eu&from=${Date.parse(
          '2026-11-23T11:45:00.000Z',
        )}&to=2026-11-23T12%3A30%3A00.000Z`,
      },
    ]);
  });

  it('end with a finding that is resolved', () => {
    const [link] = linksOf(
      finding({ resolvedAt: '2026-11-23T12:04:00.000Z' }),
      [{ title: 't', url: 'https://g.example/{{toIso}}' }],
      nowMs,
    );
    expect(link.url).toContain('12%3A04');
  });

  it('are one for each machine that it names, and none where it names none', () => {
    const templates = [{ title: 'logs', url: 'https://l.example/{{node}}' }];
    expect(
      linksOf(
        finding({}, ['apiserver/cp-b', 'cp-c', 'cp-b']),
        templates,
        nowMs,
      ),
    ).toEqual([
      { title: 'logs', subject: 'cp-b', url: 'https://l.example/cp-b' },
      { title: 'logs', subject: 'cp-c', url: 'https://l.example/cp-c' },
    ]);
    expect(linksOf(finding({}, ['cp-b']), templates, nowMs)).toEqual([
      { title: 'logs', url: 'https://l.example/cp-b' },
    ]);
    expect(linksOf(finding(), templates, nowMs)).toEqual([]);
  });

  it.each`
    filter                                                   | shown    | rule
    ${{}}                                                    | ${true}  | ${'no filter'}
    ${{ layers: ['etcd'] }}                                  | ${true}  | ${'its layer'}
    ${{ layers: ['nodes'] }}                                 | ${false} | ${'another layer'}
    ${{ checks: ['etcd-member-health'] }}                    | ${true}  | ${'its check'}
    ${{ checks: ['kcm-up'] }}                                | ${false} | ${'another check'}
    ${{ layers: ['nodes'], checks: ['etcd-member-health'] }} | ${false} | ${'both must fit'}
  `('are filtered: $rule', ({ filter, shown }) => {
    expect(
      linksOf(
        finding(),
        [{ title: 't', url: 'https://g.example', ...filter }],
        nowMs,
      ),
    ).toHaveLength(shown ? 1 : 0);
  });
});
