/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CollectionGroup,
  Collector,
  CollectorContext,
} from 'backstage-plugin-kubernetes-ha-collector';
import type {
  SectionName,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import { stderrLogger } from '../stderrLogger';
import { SampleOptions, takeSnapshot } from './takeSnapshot';

/** A collection as the collector was asked for it. */
interface Asked {
  group: CollectionGroup;
  previous: string[];
  intervalSeconds: number;
}

/** Answers `version` and `nodes` with how often it was asked, or with `section`. */
class CountingCollector implements Collector {
  readonly asked: Asked[] = [];
  onCollect: (asked: Asked) => void = () => {};

  sectionsOf(group: CollectionGroup): SectionName[] {
    return group === 'inventory' ? ['nodes'] : ['version'];
  }

  async identity() {
    return { identity: { uid: 'uid-of-kube-system' } };
  }

  async collect(group: CollectionGroup, context: CollectorContext) {
    const { previous, intervalSeconds } = context;
    const asked = {
      group,
      previous: Object.keys(previous).sort(),
      intervalSeconds,
    };
    this.asked.push(asked);
    this.onCollect(asked);
    const read = {
      state: 'observed',
      source: 'test',
      via: 'test',
      observedAt: context.now().toISOString(),
      intervalSeconds,
    } as const;
    const gitVersion = `v1.35.${this.of('control-plane').length}-eks-1`;
    const sections: SomeSections =
      group === 'inventory'
        ? { nodes: { ...read, value: [] } }
        : { version: { ...read, value: { gitVersion } } };
    return { sections, readingMs: 1 };
  }

  of(group: CollectionGroup): Asked[] {
    return this.asked.filter(each => each.group === group);
  }

  async close() {}
}

const samples: number[] = [];
beforeEach(() => samples.splice(0));

function take(
  collector: Collector,
  given: Partial<SampleOptions>,
): ReturnType<typeof takeSnapshot> {
  return takeSnapshot({
    collector,
    declared: {
      facts: {
        name: 'a',
        tier: 'production',
        platform: 'self-managed',
        connection: 'kubeconfig',
      },
      detectPlatform: true,
      controlPlaneSeconds: 30,
      inventorySeconds: 120,
    },
    samples: 2,
    intervalSeconds: 0,
    signal: new AbortController().signal,
    logger: stderrLogger,
    onSample: number => samples.push(number),
    ...given,
  });
}

function versionIn({
  snapshot,
}: Awaited<ReturnType<typeof takeSnapshot>>): string | undefined {
  const { version } = snapshot.sections;
  return version.state === 'observed' ? version.value.gitVersion : undefined;
}

it('reads objects once, and the control plane as often as asked, each time knowing what was read before', async () => {
  const collector = new CountingCollector();
  const sampled = await take(collector, { samples: 3 });
  expect(collector.of('inventory').map(({ previous }) => previous)).toEqual([
    [],
  ]);
  expect(collector.of('control-plane').map(({ previous }) => previous)).toEqual(
    [[], ['nodes', 'version'], ['nodes', 'version']],
  );
  expect(versionIn(sampled)).toBe('v1.35.3-eks-1');
  expect(samples).toEqual([1, 2, 3]);
});

it('says which cluster it is and whose, as the portal does', async () => {
  const { snapshot } = await take(new CountingCollector(), { samples: 1 });
  expect(snapshot.cluster).toMatchObject({
    uid: 'uid-of-kube-system',
    platform: 'eks',
  });
});

it('what was read first is still fresh after the last sample', async () => {
  const collector = new CountingCollector();
  await take(collector, { samples: 1, intervalSeconds: 500 });
  expect(collector.asked[0].intervalSeconds).toBe(500);
  await take(collector, { samples: 1, intervalSeconds: 5 });
  expect(collector.asked[2].intervalSeconds).toBe(30);
});

it('ended while waiting, it keeps what it has and takes no further sample', async () => {
  const collector = new CountingCollector();
  const end = new AbortController();
  const sampling = take(collector, {
    intervalSeconds: 600,
    signal: end.signal,
    onSample: () => setImmediate(() => end.abort()),
  });
  expect(versionIn(await sampling)).toBe('v1.35.1-eks-1');
  expect(collector.of('control-plane')).toHaveLength(1);
});

it('ended during a sample, it keeps the sample before, for this one is cut short', async () => {
  const collector = new CountingCollector();
  const end = new AbortController();
  collector.onCollect = () => {
    if (collector.of('control-plane').length === 2) end.abort();
  };
  expect(versionIn(await take(collector, { signal: end.signal }))).toBe(
    'v1.35.1-eks-1',
  );
});
