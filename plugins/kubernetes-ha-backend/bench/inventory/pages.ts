/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import {
  envelope,
  KubernetesEncoder,
  KubernetesJson,
} from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/__testUtils__/kubernetesEncoder';
import { Random } from './random';
import { syntheticNode } from './syntheticNode';
import { syntheticPod } from './syntheticPod';

/** How the synthetic API server writes its answers. */
export type PageForm = 'protobuf' | 'json';

/** A cluster of this size. */
export interface ClusterSize {
  pods: number;
  nodes: number;
}

/** The largest page a client asks for here. */
export const PAGE_SIZE = 500;

/** The pages of one list, ready to send; the continue token is the index of the next page. */
export type Pages = readonly Buffer[];

/**
 * Encoding is slow: so many pages of pods are encoded, and the others are
 * copies of them in which each pod has another name and uid.
 */
const ENCODED_PAGES = 40;

/** All pages of both lists, ready to send. */
export function encodePages(
  form: PageForm,
  { pods, nodes }: ClusterSize,
): Record<'pods' | 'nodes', Pages> {
  const make = writerOf(form);
  return {
    pods: paged(pods, index => syntheticPod(index, nodes), make('PodList')),
    nodes: paged(nodes, syntheticNode, make('NodeList')),
  };
}

/** Kinds of lists that are served. */
export type ListKind = 'PodList' | 'NodeList';

/** Writes lists of this kind as protobuf. */
export function listWriter(kind: ListKind): PageWriter {
  return writerOf('protobuf')(kind);
}

/** Writes objects, and later puts them into a page. */
export interface PageWriter {
  items(items: readonly KubernetesJson[]): Buffer;
  page(metadata: KubernetesJson, items: Buffer): Buffer;
}

function writerOf(form: PageForm): (kind: string) => PageWriter {
  if (form === 'json') {
    return kind => ({
      items: items => Buffer.from(JSON.stringify(items)),
      page: (metadata, items) =>
        Buffer.concat([
          Buffer.from(
            `{"kind":"${kind}","apiVersion":"v1","metadata":${JSON.stringify(
              metadata,
            )},"items":`,
          ),
          items,
          Buffer.from('}'),
        ]),
    });
  }
  const encoder = new KubernetesEncoder(join(__dirname, '../proto'));
  return kind => ({
    items: items => encoder.message(`full.${kind}`, { items }),
    // Fields of one message, one after the other, are one message.
    page: (metadata, items) =>
      envelope(
        kind,
        'v1',
        Buffer.concat([encoder.message(`full.${kind}`, { metadata }), items]),
      ),
  });
}

function paged(
  total: number,
  make: (index: number) => KubernetesJson,
  writer: PageWriter,
): Pages {
  const templates: Template[] = [];
  const pages: Buffer[] = [];
  for (let start = 0; start < total; start += PAGE_SIZE) {
    const length = Math.min(PAGE_SIZE, total - start);
    const remaining = total - start - length;
    const metadata = {
      resourceVersion: '4242',
      ...(remaining > 0
        ? { continue: String(pages.length + 1), remainingItemCount: remaining }
        : {}),
    };
    if (templates.length < ENCODED_PAGES || length < PAGE_SIZE) {
      const objects = Array.from({ length }, (_, at) => make(start + at));
      templates.push(template(objects, writer.items(objects)));
    } else {
      templates.push(
        renamed(templates[pages.length % ENCODED_PAGES], pages.length),
      );
    }
    pages.push(writer.page(metadata, templates[pages.length].bytes));
    // Only the first ones are copied.
    if (templates.length > ENCODED_PAGES) {
      templates[templates.length - 1] = emptyTemplate;
    }
  }
  return pages;
}

/** Encoded objects, with the places of what is different in each. */
interface Template {
  bytes: Buffer;
  /** Offset and length of what may be written over with other letters. */
  places: readonly (readonly [offset: number, length: number])[];
}

const emptyTemplate: Template = { bytes: Buffer.alloc(0), places: [] };
/** Letters of the random end of a pod's name. */
const SUFFIX = 5;

function template(objects: readonly KubernetesJson[], bytes: Buffer): Template {
  let from = 0;
  const places = objects.flatMap(({ metadata }) => {
    const name = bytes.indexOf(textOf(metadata, 'name'), from);
    const end = name + textOf(metadata, 'name').length;
    const uid = textOf(metadata, 'uid');
    from = bytes.indexOf(uid, end);
    return [
      [end - SUFFIX, SUFFIX],
      [from, uid.length],
    ] as const;
  });
  return { bytes, places };
}

function textOf(object: unknown, key: string): string {
  return typeof object === 'object' && object !== null
    ? String(Reflect.get(object, key))
    : '';
}

function renamed({ bytes, places }: Template, seed: number): Template {
  const random = new Random(seed);
  const copy = Buffer.from(bytes);
  for (const [offset, length] of places) {
    const text = length === SUFFIX ? random.suffix(length) : random.uid();
    copy.write(text, offset, 'latin1');
  }
  return { bytes: copy, places };
}
