/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { KubernetesJson } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/__testUtils__/kubernetesEncoder';
import { ListKind, listWriter, PAGE_SIZE, Pages } from '../../inventory/pages';

/** Higher than any that a synthetic object has. */
const CHANGED_VERSIONS = 200_000_000;

/** Pages of a list some of whose objects change now and then, as those of a real cluster do. */
export class ChangingList {
  readonly #writer: ReturnType<typeof listWriter>;
  readonly #make: (index: number, change: number) => KubernetesJson;
  readonly #items: Buffer[];
  #change = 0;
  #pages: Pages;

  /** `make`: the object as it is after so many changes of the list. */
  constructor(
    kind: ListKind,
    total: number,
    make: (index: number, change: number) => KubernetesJson,
  ) {
    this.#writer = listWriter(kind);
    this.#make = make;
    this.#items = Array.from({ length: total }, (_, index) =>
      this.#writer.items([make(index, 0)]),
    );
    this.#pages = this.#paged();
  }

  get pages(): Pages {
    return this.#pages;
  }

  /** Changes the objects that are chosen. */
  change(isChosen: (index: number, change: number) => boolean): void {
    this.#change += 1;
    for (let index = 0; index < this.#items.length; index++) {
      if (!isChosen(index, this.#change)) continue;
      const object = this.#make(index, this.#change);
      this.#items[index] = this.#writer.items([
        {
          ...object,
          metadata: {
            ...Object(object.metadata),
            resourceVersion: String(CHANGED_VERSIONS + this.#change),
          },
        },
      ]);
    }
    this.#pages = this.#paged();
  }

  #paged(): Pages {
    const pages: Buffer[] = [];
    const total = this.#items.length;
    for (let start = 0; start < total; start += PAGE_SIZE) {
      const end = Math.min(start + PAGE_SIZE, total);
      const metadata = {
        resourceVersion: String(CHANGED_VERSIONS + this.#change),
        ...(end < total && { continue: String(pages.length + 1) }),
      };
      const items = Buffer.concat(this.#items.slice(start, end));
      pages.push(this.#writer.page(metadata, items));
    }
    return pages;
  }
}
