/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parseBoundedJson } from '../../../bounds/boundedJson';
import { boundMessage, exceeded } from '../../../bounds/exceeded';
import { ConnectionError } from '../../../contracts';
import { PAGE_BYTES, PAGE_OBJECTS, PAGE_TOKENS } from '../bounds';
import type { InventoryList, ListSection, Row } from '../lists';
import { checkKind, enterObject } from '../../../protobuf/envelope';
import { InvalidDocumentError } from '../../../protobuf/invalidDocument';
import { jsonList, jsonObject, jsonString } from '../../../protobuf/jsonValues';
import { isProtobuf } from '../../../protobuf/statusMessage';
import { WireReader } from '../../../protobuf/wireReader';
import {
  IdentifiedObjects,
  KnownMarks,
  ObjectIdentifier,
} from './objectIdentifier';
import { ListMeta, pickListMeta, readListMeta } from '../generated/metaV1';

/** What a page tells about the list it belongs to. @public */
export type PageMeta = ListMeta;

/** The rows of a page, and how many objects they were made of. @public */
export interface PageRows<S extends ListSection> {
  rows: Row<S>[];
  objects: number;
  /** Where objects were told apart. */
  identified?: IdentifiedObjects;
}

const metadataTag = 10;
const itemsTag = 18;

/**
 * Decodes one page of a list, projecting each object as it comes. `onMeta` is
 * called as soon as the page's metadata is known: with protobuf before its
 * objects, so that the next page can be asked for meanwhile. With `known`,
 * objects that were read before, one of a protobuf page that is among them is
 * not decoded and makes no rows.
 *
 * Errors: {@link InvalidDocumentError}; `ConnectionError` with `too-large` or
 * `too-many` for JSON beyond its bounds.
 */
export function readPage<S extends ListSection>(
  reader: WireReader,
  list: InventoryList<S>,
  body: Buffer,
  onMeta: (meta: PageMeta) => void,
  known?: KnownMarks,
): PageRows<S> {
  if (!isProtobuf(body)) return readJsonPage(list, body, onMeta);
  reader.open(body);
  try {
    return readProtobufPage(reader, list, body, onMeta, known);
  } finally {
    reader.close();
  }
}

function readProtobufPage<S extends ListSection>(
  reader: WireReader,
  list: InventoryList<S>,
  body: Buffer,
  onMeta: (meta: PageMeta) => void,
  known: KnownMarks | undefined,
): PageRows<S> {
  const end = enterObject(reader, body, list.kind);
  const rows: Row<S>[] = [];
  let objects = 0;
  const identifier = known && new ObjectIdentifier(known, reader, body);
  while (reader.position < end) {
    const tag = reader.readTag();
    if (tag === metadataTag) {
      const meta = readListMeta(reader, reader.enter());
      identifier?.enterList(meta.resourceVersion);
      onMeta(meta);
    } else if (tag === itemsTag) {
      const objectEnd = reader.enter();
      if (!identifier?.passKnown(objectEnd)) {
        const made = list.fromProtobuf(reader, objectEnd);
        for (const row of made) rows.push(row);
        identifier?.note(made.length);
      }
      objects += 1;
      checkObjects(list, objects);
    } else {
      reader.skip(tag);
    }
  }
  reader.leave(end);
  return {
    rows,
    objects,
    ...(identifier && { identified: identifier.identified }),
  };
}

function readJsonPage<S extends ListSection>(
  list: InventoryList<S>,
  body: Buffer,
  onMeta: (meta: PageMeta) => void,
): PageRows<S> {
  const page = jsonObject(parseJson(list, body));
  checkKind(list.kind, jsonString(page.kind) ?? '');
  onMeta(pickListMeta(page.metadata ?? {}));
  if (Array.isArray(page.items)) checkObjects(list, page.items.length);
  // Go writes an empty list that was never filled as null.
  const groups = jsonList(page.items, list.fromJson) ?? [];
  return { rows: groups.flat(), objects: groups.length };
}

function parseJson(list: InventoryList, body: Buffer): unknown {
  const bound = { bytes: PAGE_BYTES, tokens: PAGE_TOKENS };
  try {
    return parseBoundedJson(body, bound, beyond =>
      boundMessage('bound.page-document', { ...beyond, kind: list.kind }),
    );
  } catch (error) {
    if (error instanceof ConnectionError) throw error;
    throw new InvalidDocumentError(
      'the answer is neither protobuf nor valid JSON',
      { cause: error },
    );
  }
}

function checkObjects(list: InventoryList, objects: number): void {
  if (objects <= PAGE_OBJECTS) return;
  throw exceeded(
    'too-many',
    boundMessage('bound.page', {
      kind: list.kind,
      observed: 'more',
      bound: PAGE_OBJECTS,
      unit: 'objects',
    }),
  );
}
